import { expect } from 'vitest'
import type { Locator, Page } from 'playwright-core'

/** The page where tables are filled in, as a person uses it. */
export function fillModel(page: Page) {
  const cell = (ref: string): Locator => page.locator(`.fill-form td[data-cell="${ref}"]`)
  return {
    cell,
    /** The characters that stand in a cell, without its marks. */
    async text(ref: string): Promise<string> {
      return cell(ref).evaluate((element) => (element.firstChild?.nodeType === 3 ? (element.firstChild.textContent ?? '') : ''))
    },
    /** Waits until a cell shows a text. */
    async shows(ref: string, text: string): Promise<void> {
      await expect.poll(() => this.text(ref), { message: ref }).toBe(text)
    },
    /** Clicks a cell and types into it; Enter keeps it. */
    async enter(ref: string, text: string): Promise<void> {
      await cell(ref).click()
      await page.keyboard.type(text)
      await page.keyboard.press('Enter')
    },
    /** Types a row of cells from a starting one, walking by Tab. */
    async typeAlong(ref: string, texts: readonly string[]): Promise<void> {
      await cell(ref).click()
      for (const text of texts) {
        await page.keyboard.type(text)
        await page.keyboard.press('Tab')
      }
    },
    /** Puts a text on the clipboard and pastes it, as from Excel. */
    async paste(ref: string, text: string): Promise<void> {
      await cell(ref).click()
      await page.locator('.grid textarea').evaluate((field, pasted) => {
        const data = new DataTransfer()
        data.setData('text/plain', pasted)
        field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
      }, text)
    },
    /** The cell that has the keyboard, by its code in the status line. */
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
    finding: (text: string | RegExp): Locator => page.locator('.fill-side .finding', { hasText: text }),
    async openTable(name: string): Promise<void> {
      await page.getByRole('tab', { name }).click()
    },
    tab: (name: string): Locator => page.getByRole('tab', { name }),
    nav: (name: string): Locator => page.locator('.nav-item', { hasText: name }),
  }
}
