import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { startHost } from '../host.ts'
import { onOnePage } from '../one-page.ts'
import { countyModel } from '../page-models/county-model.ts'

let page: Page
let county: ReturnType<typeof countyModel>

onOnePage(startHost, async (opened) => {
  page = opened
  await page.getByRole('heading').first().waitFor()
  await page.evaluate(() => fetch('/api/workspace/demo?scheme=balanced', { method: 'POST' }).then((answer) => answer.text()))
  await page.reload()
  await page.locator('.header').waitFor()
  county = countyModel(page)
})

test('the workbench opens at what does not hold, and says which schools would have to rise by how much', { timeout: 300_000 }, async () => {
  await county.go('balance')
  await county.says(/小学骨干教师差异系数：差异系数 0\.5205，应 ≤ 0\.50 ✗ 未达到/)
  const rises = page.getByRole('region', { name: '怎样降到限值以内' })
  await expect.poll(() => rises.innerText()).toMatch(/补 2 所最低的学校，共 2 人/)
  await expect.poll(() => rises.innerText()).toMatch(/河西小学[\s\S]*增加 1 人/)
})

test('the shares of the schools add up to the whole, the largest first', { timeout: 300_000 }, async () => {
  await county.go('balance')
  const shares = page.getByRole('region', { name: '各校占差异的份额' }).locator('tbody td:nth-child(5)')
  await expect.poll(() => shares.count()).toBe(8)
  const percents = (await shares.allInnerTexts()).map((text) => Number(text.replace('%', '')))
  expect(Math.abs(percents.reduce((sum, one) => sum + one, 0) - 100)).toBeLessThan(1)
  expect(percents).toEqual(percents.toSorted((a, b) => b - a))
})

test('another coefficient is chosen at the left; one within its limit needs nothing', { timeout: 300_000 }, async () => {
  await county.go('balance')
  await page.getByRole('navigation', { name: '差异系数' }).getByRole('link', { name: '小学高于规定学历教师差异系数' }).click()
  await county.says(/小学高于规定学历教师差异系数：差异系数 0\.3728，应 ≤ 0\.50 ✓ 达到/)
  await page.getByText('已在限值以内，不需要调整').waitFor()
})
