import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { launch, openPage } from './chromium.ts'
import { startDemoHost, type TestHost } from './host.ts'
import { countyModel } from './page-models/county-model.ts'

export type OpenCounty = { page: Page; county: ReturnType<typeof countyModel> }

/**
 * Gives the tests of a file one browser and one copy of the demo county, and each test a page of its own, which must have no
 * complaints. `open` receives that page before each test; `first` receives a page once, before all tests.
 */
export function onDemoCounty(open: (opened: OpenCounty) => void, first?: (page: Page) => Promise<void>): void {
  let browser: Browser
  let host: TestHost
  let page: Page
  let complaints: string[]
  beforeAll(async () => {
    ;[browser, host] = await Promise.all([launch(), startDemoHost()])
    if (first === undefined) return
    const opened = await openPage(browser, host.url)
    await first(opened.page)
    await opened.page.context().close()
  })
  afterAll(async () => {
    await browser?.close()
    await host?.close()
  })
  beforeEach(async () => {
    ;({ page, complaints } = await openPage(browser, host.url))
    open({ page, county: countyModel(page) })
  })
  afterEach(async () => {
    expect(complaints).toEqual([])
    await page.context().close()
  })
}
