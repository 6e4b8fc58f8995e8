import { afterAll, beforeAll, expect, test } from 'vitest'
import { send, startLoopback } from './loopback.ts'

let host: Awaited<ReturnType<typeof startLoopback>>
beforeAll(async () => {
  host = await startLoopback()
})
afterAll(() => host.close())

/** A foreign name resolves to this machine: the browser takes the page for a part of that site, and only the Host header shows it. */
test.each([
  'evil.example',
  'evil.example:PORT',
  '127.0.0.1.evil.example:PORT',
  '[::1]:PORT',
  '0.0.0.0:PORT',
  '2130706433:PORT',
  'localhost.:PORT',
  '127.0.0.1',
  '127.1:PORT',
])('a page at http://%s/ reads nothing, though it knows token and cookie', async (name) => {
  const headers = { host: name.replace('PORT', String(host.loopback.port)), cookie: host.cookie }
  const token = new URL(host.loopback.url).search
  for (const path of ['/', `/${token}`, '/api/host']) {
    const answer = await send(host.loopback.port, path, headers)
    expect(answer.status).toBe(403)
    expect(answer.body).not.toContain('xiaotong"')
    expect(answer.headers['set-cookie']).toBeUndefined()
  }
})

test('the same request under our own name is let in', async () => {
  expect((await send(host.loopback.port, '/api/host', { cookie: host.cookie })).status).toBe(200)
})
