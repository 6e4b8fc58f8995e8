import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Handler } from '../routes/handler.ts'
import { judgeAccess, type Access } from './access.ts'

export type Loopback = {
  /** The first address; the token in the address grants access. */
  url: string
  port: number
  /** Refuses new requests, gives running requests two seconds, then closes all connections. */
  close: () => Promise<void>
}

const GRACE_MS = 2000

/**
 * Serves the handler only on 127.0.0.1; port 0 lets the system choose a free port.
 * Fails with the system's error (EADDRINUSE) when the port is taken.
 */
export async function serveLoopback(handler: Handler, port = 0): Promise<Loopback> {
  const access: Access = { port, token: randomBytes(24).toString('base64url'), session: randomBytes(24).toString('base64url') }
  const listener = getRequestListener(async (request) => judgeAccess(request, access) ?? handler(request), {
    overrideGlobalObjects: false,
  })
  const server = createServer({ requestTimeout: 0, headersTimeout: 20_000 }, (incoming, outgoing) => void listener(incoming, outgoing))
  const sockets = watchSockets(server)
  await new Promise<void>((ready, failed) => {
    server.once('error', failed)
    server.listen({ host: '127.0.0.1', port }, ready)
  })
  const address = server.address()
  if (typeof address === 'object' && address !== null) access.port = address.port
  return { url: `http://127.0.0.1:${access.port}/?token=${access.token}`, port: access.port, close: () => closeServer(server, sockets) }
}

/** The open connections of a server, each with the number of running requests. */
type Sockets = Map<IncomingMessage['socket'], number>

/** Counts running requests per connection, because Node does not count a browser's unused connection as idle. */
function watchSockets(server: Server): Sockets {
  const sockets: Sockets = new Map()
  server.on('connection', (socket) => {
    sockets.set(socket, 0)
    socket.once('close', () => sockets.delete(socket))
  })
  server.on('request', ({ socket }, outgoing) => {
    sockets.set(socket, (sockets.get(socket) ?? 0) + 1)
    outgoing.once('close', () => {
      sockets.set(socket, (sockets.get(socket) ?? 1) - 1)
      if (socket.destroyed) sockets.delete(socket)
      else if (!server.listening && sockets.get(socket) === 0) socket.destroySoon()
    })
  })
  return sockets
}

function closeServer(server: Server, sockets: Sockets): Promise<void> {
  return new Promise((closed) => {
    const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS)
    server.close(() => {
      clearTimeout(cut)
      closed()
    })
    for (const [socket, answering] of sockets) if (answering === 0) socket.destroy()
  })
}
