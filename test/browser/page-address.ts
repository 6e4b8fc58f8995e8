import type { Page } from 'playwright-core'
import { scopedAddress } from '../builders/scoped-address.ts'

/**
 * The address of a page's request for a path as in the contract, `/api/filings/S1`: with the open workspace and the task of the page's
 * address.
 */
export async function addressOn(page: Page, method: string, path: string): Promise<string> {
  // A new page puts its task into its address only after loading.
  await page.waitForURL(/#\/[^/?]+\./)
  const { key } = await page.evaluate(async () => (await (await fetch('/api/workspace')).json()) as { key: string })
  const task = decodeURIComponent(/#\/([^/?]+\.[^/?]+)/.exec(page.url())?.[1] ?? '')
  return scopedAddress(method, path, { workspace: key, task })
}

/** Calls a route from a page without its controls, to prepare a test. Returns the body as text. */
export async function sendFrom(page: Page, method: string, path: string, body?: unknown): Promise<string> {
  const request = { address: await addressOn(page, method, path), method, body: body === undefined ? null : JSON.stringify(body) }
  return page.evaluate(async ({ address, method: verb, body: text }) => {
    const json = text === null ? {} : { headers: { 'Content-Type': 'application/json' }, body: text }
    return (await fetch(address, { method: verb, ...json })).text()
  }, request)
}
