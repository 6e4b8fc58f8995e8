import { homedir } from 'node:os'
import { chromium, type Browser, type Page, type Request } from 'playwright-core'
import { expect } from 'vitest'
import { findChromium } from '../../electron/loopback/find-browser.ts'

/** The screen of the users' PCs (docs/design/pages.md: Screen). */
const SCREEN = { width: 1366, height: 768 }

/** The longest wait of a test in milliseconds, because shared machines stall now and then. */
const PATIENCE = 120_000

/** Starts a real Chromium: an installed browser, otherwise the Chromium of an npm package. */
export async function launch(): Promise<Browser> {
  const executablePath = await findChromium({ platform: process.platform, env: process.env, home: homedir() })
  if (executablePath === null) throw new Error('no Chromium, Chrome or Edge on this machine: install one, the browser tests need it')
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] })
}

/** A page with its complaints, and the wait until it has read and drawn all. */
type OpenedPage = { page: Page; complaints: string[]; quiet: () => Promise<void> }

/** Opens a page on the users' screen in Chinese and collects its complaints (errors, warnings, failed requests). */
export async function openPage(browser: Browser, url: string): Promise<OpenedPage> {
  const context = await browser.newContext({ viewport: SCREEN, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', acceptDownloads: true })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(`${message.type()}: ${message.text()}`)
  })
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? ''
    // Loading the page anew ends the reading under way, as it should; a saving that ends so is a lost figure.
    if (request.method() === 'GET' && reason === 'net::ERR_ABORTED') return
    complaints.push(`request: ${request.url()} ${reason}`)
  })
  const quiet = quietOf(page)
  await page.goto(url)
  return { page, complaints, quiet }
}

/**
 * Watches a page's requests; the returned function waits until no request runs and nothing spins, at three looks in a row. Playwright's
 * `networkidle` may never come for a page whose frame was replaced while it loaded.
 */
function quietOf(page: Page): () => Promise<void> {
  const running = new Set<Request>()
  page.on('request', (request) => running.add(request))
  page.on('requestfinished', (request) => running.delete(request))
  page.on('requestfailed', (request) => running.delete(request))
  return async () => {
    let looks = 0
    const look = async (): Promise<number> => {
      looks = running.size + (await page.locator('.ant-spin-spinning').count()) === 0 ? looks + 1 : 0
      return looks
    }
    await expect.poll(look, { interval: 100 }).toBeGreaterThan(2)
  }
}
