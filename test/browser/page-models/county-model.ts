import { addressOn } from '../page-address.ts'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

export type GivenFile = { name: string; mimeType: string; buffer: Buffer }

/** The county's pages as a person uses them. */
export function countyModel(page: Page) {
  return {
    /** Goes to a page by its place in the address. */
    async go(hash: string): Promise<void> {
      await page.goto(`${new URL(page.url()).origin}/#/${hash}`)
    },
    button: (name: string | RegExp): Locator => page.getByRole('button', { name }),
    /** The state in words, below the title. */
    state: (): Locator => page.locator('.page-state'),
    async says(text: string | RegExp): Promise<void> {
      await expect.poll(() => page.locator('.page-state').innerText()).toMatch(text)
    },
    /** Clicks a button and chooses files in its dialog. */
    async choose(button: string, files: GivenFile[]): Promise<void> {
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('button', { name: button, exact: true }).click(),
      ])
      await chooser.setFiles(files)
    },
    /** Drags files over the given places, one after the other, and drops them on the last. `look` runs before the drop. */
    async drop(files: GivenFile[], places: readonly string[] = ['body'], look: () => Promise<void> = async () => undefined): Promise<void> {
      const given = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, base64: buffer.toString('base64') }))
      const transfer = await page.evaluateHandle((all) => {
        const transfer = new DataTransfer()
        for (const { name, mimeType, base64 } of all) {
          transfer.items.add(new File([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], name, { type: mimeType }))
        }
        return transfer
      }, given)
      const over = async (place: string | undefined, types: readonly string[]) => {
        for (const type of types) await page.locator(place ?? 'body').dispatchEvent(type, { dataTransfer: transfer })
      }
      for (const [index, place] of places.entries()) {
        await over(place, ['dragenter'])
        if (index > 0) await over(places[index - 1], ['dragleave'])
        await over(place, ['dragover'])
      }
      await look()
      await over(places.at(-1), ['drop'])
    },
    /** The file that a click on a button downloads. */
    async download(button: Locator): Promise<{ name: string; path: string }> {
      const [file] = await Promise.all([page.waitForEvent('download'), button.click()])
      return { name: file.suggestedFilename(), path: await file.path() }
    },
    /** The rows of the long table in view. */
    rows: (): Locator => page.locator('.ant-table-tbody-virtual .ant-table-row'),
    chip: (verdict: string): Locator => page.locator('.chip', { hasText: verdict }),
    /** The figure of a cell on the totals page. */
    figure: (ref: string): Locator => page.locator(`button[data-cell="${ref}"]`),
    lineage: (): Locator => page.locator('.lineage'),
    details: (): Locator => page.locator('.receive-details'),
  }
}

/** The bytes that a route of the host answers to the page. */
export async function readBytes(page: Page, path: string): Promise<Buffer> {
  const base64 = await page.evaluate(
    async (address) => {
      const blob = await (await fetch(address)).blob()
      return new Promise<string>((done) => {
        const reader = new FileReader()
        reader.onload = () => done(String(reader.result).replace(/^[^,]*,/, ''))
        reader.readAsDataURL(blob)
      })
    },
    await addressOn(page, 'GET', path),
  )
  return Buffer.from(base64, 'base64')
}
