import type { FrameLocator, Page } from 'playwright-core'

/** The preview of a printed document. */
export function printModel(page: Page) {
  const frame = page.locator('iframe.print-preview')
  return {
    /** The printed document. */
    paper: (): FrameLocator => frame.contentFrame(),
    /** Presses the print button; resolves when the browser begins to print the document in the preview. */
    async print(): Promise<void> {
      await frame.evaluate((element) => {
        const { contentWindow } = element as HTMLIFrameElement
        contentWindow?.addEventListener('beforeprint', () => element.setAttribute('data-printed', ''))
      })
      await page.locator('.ant-modal').getByRole('button', { name: '打印', exact: true }).click()
      await page.locator('iframe.print-preview[data-printed]').waitFor()
    },
  }
}
