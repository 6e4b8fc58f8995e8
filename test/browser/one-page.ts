import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { launch, openPage } from './chromium.ts'
import type { TestHost } from './host.ts'

/**
 * Gives the tests of a file one browser, the host from `start`, and one page for all of them, which must have no complaints.
 * `open` receives page and host before the first test.
 */
export function onOnePage(start: () => Promise<TestHost>, open: (page: Page, host: TestHost) => void | Promise<void>): void {
  let browser: Browser
  let host: TestHost
  let complaints: string[]
  beforeAll(async () => {
    ;[browser, host] = await Promise.all([launch(), start()])
    const opened = await openPage(browser, host.url)
    complaints = opened.complaints
    await open(opened.page, host)
  }, 300_000)
  afterEach(() => expect(complaints).toEqual([]))
  afterAll(async () => {
    await browser?.close()
    await host?.close()
  })
}
