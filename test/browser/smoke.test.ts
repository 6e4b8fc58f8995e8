import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch, openPage } from './chromium.ts'
import { startHost, type TestHost } from './host.ts'

let browser: Browser
let host: TestHost

beforeAll(async () => {
  ;[browser, host] = await Promise.all([launch(), startHost()])
})
afterAll(async () => {
  await browser?.close()
  await host?.close()
})

test('the address that the host prints opens the page, and nothing in it complains', async () => {
  const { page, complaints } = await openPage(browser, host.url)
  await page.locator('#app > *').first().waitFor()
  await expect.poll(() => page.title()).toContain('校统')
  expect(new URL(page.url()).search, 'the token does not stay in the address').toBe('')
  // A reload aborts open requests, so the test waits for them first.
  await page.waitForLoadState('networkidle')
  await page.reload()
  await page.waitForLoadState('networkidle')
  await page.locator('#app > *').first().waitFor()
  expect(complaints).toEqual([])
  await page.context().close()
})

test('the page can read its own API, and not a foreign address', async () => {
  const { page, complaints } = await openPage(browser, host.url)
  await expect
    .poll(() => page.evaluate(async () => ((await (await fetch('/api/host')).json()) as { product: string }).product))
    .toBe('xiaotong')
  const foreign = await page.evaluate(() => fetch('http://127.0.0.1:8081/').then(String, () => 'refused'))
  expect(foreign).toBe('refused')
  expect(complaints.join('\n')).toContain('Content Security Policy')
  await page.context().close()
})

test('a second person without the token is told what to do', async () => {
  const { page } = await openPage(browser, `http://127.0.0.1:${host.port}/`)
  await expect.poll(() => page.locator('body').innerText()).toContain('复制那里显示的完整地址')
  await page.context().close()
})

test('the page is built to be used, not to be developed: React without its warnings, a third smaller and several times faster', async () => {
  const { page } = await openPage(browser, host.url)
  await page.locator('#app > *').first().waitFor()
  const scripts = await page.evaluate(async () => {
    const names = performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => name.endsWith('.js'))
    return Promise.all(names.map(async (name) => (await fetch(name)).text()))
  })
  expect(scripts.length).toBeGreaterThan(0)
  expect(scripts.filter((script) => script.includes('jsxDEV') || script.includes('react_stack_bottom_frame'))).toEqual([])
  await page.context().close()
})
