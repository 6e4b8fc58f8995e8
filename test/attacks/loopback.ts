import { request as httpRequest } from 'node:http'
import { compose } from '../../electron/compose.ts'
import { plainMachine } from '../../electron/loopback/plain-machine.ts'
import { serveLoopback, type Loopback } from '../../electron/loopback/server.ts'

export type Answer = { status: number; body: string; headers: Record<string, string | string[] | undefined> }

/** The real loopback with the real program behind it, and the cookie from a first request with the token. */
export async function startLoopback(): Promise<{ loopback: Loopback; cookie: string; close: () => Promise<void> }> {
  const program = await compose(plainMachine())
  const loopback = await serveLoopback(program.handler)
  const first = await send(loopback.port, '/' + new URL(loopback.url).search)
  return {
    loopback,
    cookie: String(first.headers['set-cookie']).split(';')[0] ?? '',
    close: async () => {
      await loopback.close()
      program.close()
    },
  }
}

/** Sends one raw request; unlike fetch, it neither cleans the path nor refuses a foreign Host header. */
export function send(port: number, path: string, headers: Record<string, string> = {}, method = 'GET', body = ''): Promise<Answer> {
  return new Promise((done, failed) => {
    const sent = httpRequest({ host: '127.0.0.1', port, path, method, headers: { host: `127.0.0.1:${port}`, ...headers } }, (incoming) => {
      let text = ''
      incoming.setEncoding('utf8')
      incoming.on('data', (part: string) => {
        text += part
      })
      incoming.on('end', () => done({ status: incoming.statusCode ?? 0, body: text, headers: incoming.headers }))
    })
    sent.on('error', failed)
    sent.end(body)
  })
}
