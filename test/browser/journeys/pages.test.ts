import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { pages } from '../../../renderer/pages/pages.tsx'
import { pageNamesOf } from '../../../renderer/place/page-names.ts'
import { languages } from '../../../shared/text/languages.ts'
import { onDemoCounty, type OpenCounty } from '../demo-county.ts'

let page: Page
let county: OpenCounty['county']
onDemoCounty((opened) => ({ page, county } = opened))

/** A new page of the navigation is opened here without a test of its own. */
test('every page of the navigation opens from its address and is marked there by its name, in both languages', async () => {
  for (const lang of ['zh', 'en'] as const) {
    if (lang === 'en') await page.getByRole('button', { name: 'English' }).click()
    const { titles } = await languages[lang].page()
    for (const name of pageNamesOf(pages)) {
      await county.go(name)
      await expect.poll(() => page.locator('h1').innerText(), { message: name }).not.toBe('')
      if (name === 'balance') continue
      const current = page.locator('.nav-item[aria-current="page"] .nav-title')
      await expect.poll(() => current.innerText(), { message: name }).toBe(titles[name])
    }
  }
}, 180_000)
