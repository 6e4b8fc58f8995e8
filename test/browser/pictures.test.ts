import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { languages } from '../../shared/text/languages.ts'
import { launch, openPage } from './chromium.ts'
import { startHost, type TestHost } from './host.ts'
import { startModel } from './page-models/start-model.ts'

/**
 * Takes a picture of every page with the demo county: into docs/images for `npm run pictures`, else into test-results.
 * Both prove that every page draws without a complaint.
 */
const folder = process.env['XIAOTONG_PICTURES'] ?? join('test-results', 'pictures')

let browser: Browser
let host: TestHost
let page: Page
let complaints: string[]
let quiet: () => Promise<void>

const { titles } = await languages.zh.page()

/** The places with the most to see, of pages that show one table or unit. */
const richest: Record<string, string> = { fill: 'fill/MS02?unit=2134900008', consolidate: 'consolidate/MS05' }
const places = [...Object.keys(titles).map((name) => [name, richest[name] ?? name] as const), ['fill-list', 'fill/MS04'] as const]

beforeAll(async () => {
  await mkdir(folder, { recursive: true })
  ;[browser, host] = await Promise.all([launch(), startHost()])
  ;({ page, complaints, quiet } = await openPage(browser, host.url))
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await host?.close()
})

async function picture(name: string): Promise<void> {
  await quiet()
  // A picture taken while the report's frame loads never ends.
  await Promise.all(page.frames().map((frame) => frame.locator('body > *').first().waitFor({ state: 'attached' })))
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  // A neutral path replaces the temporary folder of this machine.
  await page.evaluate(() => {
    for (const path of document.querySelectorAll('code.path')) path.textContent = 'D:\\校统\\演示县.xiaotong'
  })
  const path = join(folder, `${name}.png`)
  await page.screenshot({ path, animations: 'disabled' })
  expect((await stat(path)).size).toBeGreaterThan(10_000)
}

describe('pictures of every page, at 1366×768', () => {
  test('start', async () => {
    await page.getByRole('heading').first().waitFor()
    await picture('start')
  })

  test('the demo county', async () => {
    await startModel(page).openDemo()
    await picture('demo')
  }, 300_000)

  test.each(places)(
    '%s',
    async (name, hash) => {
      await page.goto(`${new URL(page.url()).origin}/#/${hash}`)
      await page.locator('main h1, .page-title').first().waitFor()
      await picture(name)
    },
    300_000,
  )

  test('in English', async () => {
    await page.getByRole('button', { name: 'English' }).click()
    await page.goto(`${new URL(page.url()).origin}/#/consolidate/MS05`)
    await picture('consolidate-en')
    // The stream of progress lines is aborted after its result.
    expect(complaints.filter((one) => !(one.includes('/api/workspace/demo') && one.includes('ERR_ABORTED')))).toEqual([])
  }, 300_000)
})
