import type { Page } from 'playwright-core'

/** A person without a mouse: every act is a key, and the element in focus is known by its label. */
export function keyboardModel(page: Page) {
  /** The label of the element in focus, else its text. */
  async function focused(): Promise<string> {
    return page.evaluate(() => {
      const element = document.activeElement
      if (element === null || element === document.body) return ''
      const labelled = element.getAttribute('aria-label') ?? (element as HTMLInputElement).labels?.[0]?.textContent
      return (labelled ?? element.textContent ?? '').trim()
    })
  }
  return {
    focused,
    /** Walks by Tab to the element with this name; fails with the passed names when it is not reached. */
    async tabTo(name: string | RegExp, most = 60): Promise<void> {
      const passed: string[] = []
      for (let count = 0; count < most; count += 1) {
        const here = await focused()
        if (typeof name === 'string' ? here === name : name.test(here)) return
        passed.push(here)
        await page.keyboard.press('Tab')
      }
      throw new Error(`Tab does not lead to ${String(name)}; passed: ${passed.join(' | ')}`)
    },
    /** Types texts into the cells from the current one on, with Tab between them. */
    async typeAlong(texts: readonly string[]): Promise<void> {
      for (const text of texts) {
        await page.keyboard.type(text)
        await page.keyboard.press('Tab')
      }
    },
  }
}
