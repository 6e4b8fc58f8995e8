import type { Page } from 'playwright-core'

/** A person without a mouse: every move is a key, and what has the focus is what a screen reader would say. */
export function keyboardModel(page: Page) {
  /** What has the focus: its label, else its text. */
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
    /** Walks by Tab to what carries this name; fails, naming what was passed, when it is not reached. */
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
    /** Types what belongs in the cells from the current one on, walking by Tab. */
    async typeAlong(texts: readonly string[]): Promise<void> {
      for (const text of texts) {
        await page.keyboard.type(text)
        await page.keyboard.press('Tab')
      }
    },
  }
}
