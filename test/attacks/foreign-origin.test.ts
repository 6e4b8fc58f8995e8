import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch } from '../browser/chromium.ts'
import { send, startLoopback } from './loopback.ts'

let host: Awaited<ReturnType<typeof startLoopback>>
let evil: Server
beforeAll(async () => {
  host = await startLoopback()
  evil = createServer((_, outgoing) => outgoing.setHeader('content-type', 'text/html').end('<p>evil</p>'))
  await new Promise<void>((ready) => evil.listen(0, '127.0.0.1', ready))
})
afterAll(async () => {
  evil.close()
  await host.close()
})

test.each([
  ['another site', { origin: 'https://evil.example' }],
  ['a sandboxed frame', { origin: 'null' }],
  ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
  ['an origin that begins like ours', { origin: 'http://127.0.0.1.evil.example' }],
  ['an embedded picture', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
  ['a program of another port', { 'sec-fetch-site': 'same-site' }],
])('%s is refused even with the cookie', async (_, headers: Record<string, string>) => {
  for (const method of ['GET', 'POST', 'OPTIONS']) {
    const answer = await send(host.loopback.port, '/api/host', { cookie: host.cookie, ...headers }, method)
    expect(answer.status).toBe(403)
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  }
})

test('a foreign page in the same browser, where the person is signed in, reads and writes nothing', async () => {
  const browser = await launch()
  const context = await browser.newContext()
  const own = await context.newPage()
  await own.goto(host.loopback.url)
  expect(await own.evaluate(async () => (await fetch('/api/host')).status)).toBe(200)

  const foreign = await context.newPage()
  await foreign.goto(`http://127.0.0.1:${(evil.address() as AddressInfo).port}/`)
  const base = `http://127.0.0.1:${host.loopback.port}`
  const outcomes = await foreign.evaluate(async (target) => {
    const attempt = (init: RequestInit): Promise<string> =>
      fetch(`${target}/api/host`, { credentials: 'include', ...init }).then(
        (response) => `${response.type} ${response.status}`,
        () => 'refused',
      )
    const framed = new Promise<string>((tell) => {
      const frame = document.createElement('iframe')
      frame.src = `${target}/`
      frame.onload = () => {
        try {
          tell(frame.contentDocument === null ? 'opaque' : 'readable')
        } catch {
          tell('opaque')
        }
      }
      document.body.append(frame)
    })
    return [
      await attempt({}),
      await attempt({ method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json' } }),
      await attempt({ mode: 'no-cors' }),
      await framed,
    ]
  }, base)
  expect(outcomes.slice(0, 2)).toEqual(['refused', 'refused'])
  expect(['refused', 'opaque 0']).toContain(outcomes[2])
  expect(outcomes[3]).toBe('opaque')
  await browser.close()
})
