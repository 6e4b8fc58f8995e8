import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Handler } from '../routes/handler.ts'
import { judgeAccess, type Access } from './access.ts'

export type Loopback = {
  /** The first address, with the token: whoever has it is let in. */
  url: string
  port: number
  /** Takes no new requests, lets running ones end for two seconds, then cuts them off. */
  close: () => Promise<void>
}

const GRACE_MS = 2000

/**
 * Serves the handler on 127.0.0.1 and nowhere else; port 0 lets the system choose a free one.
 * Fails with the system's own error (EADDRINUSE) when the port is taken.
 */
export async function serveLoopback(handler: Handler, port = 0): Promise<Loopback> {
  const access: Access = { port, token: randomBytes(24).toString('base64url'), session: randomBytes(24).toString('base64url') }
  const listener = getRequestListener(async (request) => judgeAccess(request, access) ?? handler(request), {
    overrideGlobalObjects: false,
  })
  const server = createServer({ requestTimeout: 0, headersTimeout: 20_000 }, (incoming, outgoing) => void listener(incoming, outgoing))
  await new Promise<void>((ready, failed) => {
    server.once('error', failed)
    server.listen({ host: '127.0.0.1', port }, ready)
  })
  const address = server.address()
  if (typeof address === 'object' && address !== null) access.port = address.port
  return {
    url: `http://127.0.0.1:${access.port}/?token=${access.token}`,
    port: access.port,
    close: () =>
      new Promise((closed) => {
        const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS)
        server.close(() => {
          clearTimeout(cut)
          closed()
        })
        server.closeIdleConnections()
      }),
  }
}
