import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { emptyCounty } from '../../builders/county.ts'
import { startProgram } from '../../builders/program.ts'
import { demoReturn, demoUnits, receive } from '../../builders/returns.ts'
import { startHost } from '../host.ts'
import { onOnePage } from '../one-page.ts'
import { countyModel, readBytes } from '../page-models/county-model.ts'

/** A county with a budget far from the spending of its one school: two queries on its totals. */
let page: Page

onOnePage(
  () =>
    startHost({}, async (workspaces) => {
      const school = demoUnits('小学')[0] ?? ''
      const path = await emptyCounty(workspaces, [school])
      const program = await startProgram(join(workspaces, 'program'), path)
      await receive(program, [await demoReturn(school), await demoReturn(demoUnits('教育局')[0] ?? '')])
      program.close()
      return path
    }),
  (opened) => void (page = opened),
)

test('with one query on the totals explained, writing about the other moves nothing: it stays alone where it stands', async () => {
  const county = countyModel(page)
  const lines = page.locator('.county-checks li')
  const write = async (text: string) => page.getByRole('textbox', { name: '说明' }).fill(text)
  await county.go('consolidate/MS02')
  await page.getByText('汇总数有 2 处审核未通过').waitFor()
  const first = await lines.innerText()
  await county.button('写说明').click()
  await write('只有一所学校报来，其余学校月底报齐')
  await page.getByText('汇总数有 1 处审核未通过').waitFor()
  expect(await lines.count(), 'explained, and still where it was').toBe(1)
  await county.button('写好了').click()

  await expect.poll(() => lines.innerText()).not.toContain(first.slice(2, 12))
  const second = await lines.innerText()
  await county.button('写说明').click()
  await page.getByRole('textbox', { name: '说明' }).waitFor()
  expect(await lines.count()).toBe(1)
  expect(await lines.innerText()).toContain(second.slice(2, 12))
  await write('教科书款由省里统一结算，明年初到账')
  await page.getByText('汇总数有 2 处核实项，都已说明').waitFor()
  expect(await lines.count()).toBe(1)
  expect(await page.getByRole('textbox', { name: '说明' }).inputValue()).toContain('教科书款')

  await county.button('写好了').click()
  await county.button('还有 1 处').click()
  await lines.first().getByRole('button', { name: '改说明' }).click()
  const before = await page.getByRole('textbox', { name: '说明' }).boundingBox()
  await write('教科书款由省里统一结算，明年初到账；本校已按学生数垫付，'.repeat(9))
  await expect.poll(async () => Buffer.from(await readBytes(page, '/api/checks')).toString()).toContain('垫付')
  await page.waitForLoadState('networkidle')
  expect((await page.getByRole('textbox', { name: '说明' }).boundingBox())?.y, 'the field stays where it was').toBe(before?.y)
}, 300_000)

test('the way back leads to the group that was shown before, and not through every figure', async () => {
  const county = countyModel(page)
  await county.go('roster')
  await county.go('consolidate/MS02')
  await page.getByText('汇总数有').waitFor()
  await page.locator('.ant-segmented').getByText('乡镇', { exact: true }).click()
  await expect.poll(() => page.url()).toContain('by=township')
  await page.locator('.totals button').first().click()
  await expect.poll(() => page.url()).toContain('cell=')
  await page.goBack()
  await expect.poll(() => page.url()).not.toContain('by=township')
  expect(page.url()).toContain('consolidate/MS02')
}, 300_000)
