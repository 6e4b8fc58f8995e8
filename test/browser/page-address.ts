import type { Page } from 'playwright-core'
import { scopedAddress } from '../builders/scoped-address.ts'

/**
 * Where a page itself would send a request whose path is spelled as the contract spells it, `/api/filings/S1`: about the open workspace
 * and the task that the page's address names.
 */
export async function addressOn(page: Page, method: string, path: string): Promise<string> {
  // A page that has just come up has yet to put its task into its address.
  await page.waitForURL(/#\/[^/?]+\./)
  const { key } = await page.evaluate(async () => (await (await fetch('/api/workspace')).json()) as { key: string })
  const task = decodeURIComponent(/#\/([^/?]+\.[^/?]+)/.exec(page.url())?.[1] ?? '')
  return scopedAddress(method, path, { workspace: key, task })
}

/** Calls a route from a page without going through what it shows: for what a test begins with. Answers the body as text. */
export async function sendFrom(page: Page, method: string, path: string, body?: unknown): Promise<string> {
  const request = { address: await addressOn(page, method, path), method, body: body === undefined ? null : JSON.stringify(body) }
  return page.evaluate(async ({ address, method: verb, body: text }) => {
    const json = text === null ? {} : { headers: { 'Content-Type': 'application/json' }, body: text }
    return (await fetch(address, { method: verb, ...json })).text()
  }, request)
}
