import { expect } from 'vitest'
import type { Locator, Page } from 'playwright-core'

/** The page 填表 as a person uses it. */
export function fillModel(page: Page) {
  const cell = (ref: string): Locator => page.locator(`.fill-form td[data-cell="${ref}"]`)
  return {
    cell,
    /** The text of a cell, without its marks. */
    async text(ref: string): Promise<string> {
      return cell(ref).evaluate((element) => (element.firstChild?.nodeType === 3 ? (element.firstChild.textContent ?? '') : ''))
    },
    /** Waits until a cell shows a text. */
    async shows(ref: string, text: string): Promise<void> {
      await expect.poll(() => this.text(ref), { message: ref }).toBe(text)
    },
    /** Clicks a cell, types a text and keeps it with Enter. */
    async enter(ref: string, text: string): Promise<void> {
      await cell(ref).click()
      await page.keyboard.type(text)
      await page.keyboard.press('Enter')
    },
    /** Types texts into cells from a starting one on, with Tab between them. */
    async typeAlong(ref: string, texts: readonly string[]): Promise<void> {
      await cell(ref).click()
      for (const text of texts) {
        await page.keyboard.type(text)
        await page.keyboard.press('Tab')
      }
    },
    /** Pastes a text at a cell, as from Excel. */
    async paste(ref: string, text: string): Promise<void> {
      await cell(ref).click()
      await page.locator('.grid textarea').evaluate((field, pasted) => {
        const data = new DataTransfer()
        data.setData('text/plain', pasted)
        field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
      }, text)
    },
    /** The code of the cell in focus, from the status line. */
    async current(): Promise<string> {
      return page.locator('#status-line b').innerText()
    },
    async status(): Promise<string> {
      return page.locator('#status-line').innerText()
    },
    /** The state in words, below the title. */
    async state(): Promise<string> {
      return page.locator('.page-state').innerText()
    },
    /** Waits until the header says that everything is saved. */
    async saved(): Promise<void> {
      await page.locator('.save-done').waitFor()
    },
    /** Makes every saving fail; the returned function lets savings through again. */
    async stopSaving(): Promise<() => void> {
      let stopped = true
      await page.route('**/cells', (route) => (stopped ? route.abort() : route.continue()))
      return () => {
        stopped = false
      }
    },
    /** Presses 立即重试. The host must still fail, because the page's own retry would take the button away. */
    async retryNow(): Promise<void> {
      await Promise.all([page.waitForRequest('**/cells'), page.getByRole('button', { name: '立即重试' }).click()])
    },
    finding: (text: string | RegExp): Locator => page.locator('.fill-side .finding', { hasText: text }),
    async openTable(name: string): Promise<void> {
      await page.getByRole('tab', { name }).click()
    },
    tab: (name: string): Locator => page.getByRole('tab', { name }),
    nav: (name: string): Locator => page.locator('.nav-item', { hasText: name }),
  }
}
