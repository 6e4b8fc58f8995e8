import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launch, openPage } from '../chromium.ts'
import { startHost, type TestHost } from '../host.ts'
import { fillModel } from '../page-models/fill-model.ts'
import { startModel } from '../page-models/start-model.ts'

let browser: Browser
let host: TestHost
let page: Page
let fill: ReturnType<typeof fillModel>
let start: ReturnType<typeof startModel>

const first = { code: '1134900001', name: '梅岭镇中心幼儿园', kind: '幼儿园', period: '2021' }
const second = { code: '1134900002', name: '古塘镇幼儿园', kind: '幼儿园', period: '2021' }

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser?.close())
beforeEach(async () => {
  host = await startHost()
  ;({ page } = await openPage(browser, host.url))
  fill = fillModel(page)
  start = startModel(page)
})
afterEach(async () => {
  await page.context().close()
  await host.close()
})

test('two kindergartens have a workspace each; closing one and opening the other shows only its own figures', async () => {
  await start.create(first)
  await fill.enter('MS00.01.3', '150')
  await fill.saved()
  await fill.nav('工作区').click()
  await page.getByRole('button', { name: '关闭工作区' }).click()
  await start.create(second)
  await fill.shows('MS00.01.3', '')
  await fill.enter('MS00.01.3', '90')
  await fill.saved()
  await page.locator('.task-button').click()
  await page.getByRole('menuitem', { name: '打开或新建其他工作区' }).click()
  await start.openRecent(first.name)
  await fill.shows('MS00.01.3', '150')
  await expect.poll(() => page.locator('.task-button').innerText()).toContain(first.name)
})

test('next year is a new task in the same workspace; this year then stands there as last year', async () => {
  await start.create(first)
  await fill.enter('MS00.01.3', '150')
  await fill.saved()
  await fill.nav('工作区').click()
  await page.getByLabel('报告期', { exact: true }).fill('2022')
  await page.getByRole('button', { name: '新增并切换' }).click()
  await expect.poll(() => page.locator('.task-button').innerText()).toContain('2022 年度')
  await fill.enter('MS00.01.3', '120')
  await fill.cell('MS00.01.3').click()
  await expect.poll(() => fill.status()).toContain('上年 150 (-20.0%)')
  await page.getByRole('checkbox', { name: '上年' }).check()
  await expect.poll(() => fill.cell('MS00.01.3').locator('.cell-prior').innerText()).toBe('150')
})

test('a backup brings the figures back as they were', async () => {
  await start.create(first)
  await fill.enter('MS00.01.3', '150')
  await fill.saved()
  await fill.nav('工作区').click()
  await page.getByRole('button', { name: '立即备份' }).click()
  await expect.poll(() => page.locator('.workspace-backups tbody tr').first().innerText()).toMatch(/\d\d:\d\d:\d\d\s+手工备份/)
  await expect.poll(() => page.getByRole('row', { name: /2021 年度/ }).innerText()).toContain('1 份')
  await fill.nav('填表').click()
  await fill.enter('MS00.01.3', '999')
  await fill.saved()
  await fill.nav('工作区').click()
  await page.locator('.workspace-backups tbody tr').first().getByRole('button', { name: '恢复' }).click()
  await Promise.all([page.waitForEvent('load'), page.locator('.ant-popconfirm').getByRole('button', { name: '恢复' }).click()])
  await page.getByText(/已恢复到 .+ 的样子/).waitFor()
  await fill.nav('填表').click()
  await fill.shows('MS00.01.3', '150')
})

test('what is missing in a new workspace is said beside the field, and what is written stays', async () => {
  await page.getByLabel('单位名称').fill('梅岭镇中心幼儿园')
  await page.getByRole('button', { name: '新建工作区' }).click()
  await page.getByText('请填写单位代码').waitFor()
  await page.getByText('请填写报表方案').waitFor()
  await page.getByRole('combobox', { name: '报表方案', exact: true }).fill('民生')
  await page.locator('.ant-select-item-option', { hasText: '教育民生工程统计报表' }).click()
  await page.getByLabel('报告期').fill('二〇二一')
  await page.getByText('报告期“二〇二一”写法不对').waitFor()
  await expect.poll(() => page.getByLabel('单位名称').inputValue()).toBe('梅岭镇中心幼儿园')
})
