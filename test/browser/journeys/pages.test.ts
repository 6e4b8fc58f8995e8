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

const lost = {
  zh: { page: ['没有这一页', /nowhere/, '回到填表'], task: [/没有这个任务/, /minsheng\.2019/, /^打开“.*2021”$/] },
  en: { page: ['There is no such page', /nowhere/, 'Back to the tables'], task: [/no such task/, /minsheng\.2019/, /^Open “.*2021”$/] },
} as const

test.each(['zh', 'en'] as const)('an address of no page or of no task says so and leads on by one button (%s)', async (lang) => {
  await county.go('fill')
  if (lang === 'en') await page.getByRole('button', { name: 'English' }).click()
  const card = page.locator('.empty-page')
  for (const [hash, [title, named, act]] of [
    ['minsheng.2021/nowhere', lost[lang].page],
    ['minsheng.2019/fill', lost[lang].task],
  ] as const) {
    await county.go(hash)
    await page.getByRole('heading', { name: title }).first().waitFor()
    await expect.poll(() => card.innerText()).toMatch(named)
    const button = card.getByRole('button')
    await expect.poll(() => button.innerText()).toMatch(act)
    if (hash.startsWith('minsheng.2019')) {
      // The card stands in the middle of the window.
      const box = await card.boundingBox()
      expect(Math.round((box?.x ?? 0) + (box?.width ?? 0) / 2)).toBe(683)
    }
    await button.click()
    await page.locator('.nav-item[aria-current="page"]').waitFor()
    await expect.poll(() => page.url()).toMatch(/#\/minsheng\.2021\//)
  }
})
