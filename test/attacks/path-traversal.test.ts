import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildPage } from '../../build/page.ts'
import { send, startLoopback } from './loopback.ts'

let host: Awaited<ReturnType<typeof startLoopback>>
beforeAll(async () => {
  await buildPage()
  host = await startLoopback()
}, 120_000)
afterAll(() => host.close())

test.each([
  '/../package.json',
  '/../../package.json',
  '/assets/../../package.json',
  '/..%2f..%2fpackage.json',
  '/%2e%2e/%2e%2e/package.json',
  '/..%5c..%5cpackage.json',
  '/assets/..%252f..%252fpackage.json',
  '//etc/passwd',
  '/etc/passwd%00.html',
  '/C:/Windows/win.ini',
  '/file:///etc/passwd',
  '/.%00./package.json',
])('%s gives nothing from outside the page', async (path) => {
  const answer = await send(host.loopback.port, path, { cookie: host.cookie })
  expect(answer.body).not.toMatch(/"dependencies"|root:.*:0:0|\[fonts\]/)
  if (answer.status === 200) expect(answer.body).toContain('<div id="app">')
  else expect([400, 404]).toContain(answer.status)
})

test('a real file of the page is still there', async () => {
  const { body } = await send(host.loopback.port, '/', { cookie: host.cookie })
  const script = /src="(\/assets\/[^"]+)"/.exec(body)?.[1] ?? ''
  expect((await send(host.loopback.port, script, { cookie: host.cookie })).status).toBe(200)
})
