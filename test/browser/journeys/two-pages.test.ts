import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launch, openPage } from '../chromium.ts'
import { startHost, type TestHost } from '../host.ts'
import { fillModel } from '../page-models/fill-model.ts'
import { startModel } from '../page-models/start-model.ts'

/** Two pages of one program: each works on the task of its own address (docs/design/pages.md). */
let browser: Browser
let host: TestHost
let page: Page
let complaints: string[]
let fill: ReturnType<typeof fillModel>

const first = { code: '1134900001', name: '梅岭镇中心幼儿园', kind: '幼儿园', period: '2021' }
const second = { code: '1134900002', name: '古塘镇幼儿园', kind: '幼儿园', period: '2021' }
const pupils = 'MS00.01.3'
const classes = 'MS00.01.2'

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser?.close())
beforeEach(async () => {
  host = await startHost()
  ;({ page, complaints } = await openPage(browser, host.url))
  fill = fillModel(page)
  await startModel(page).create(first)
})
afterEach(async () => {
  await page.context().close()
  await host.close()
})

/** Opens another page of the same program at an address, `#/minsheng.2022/fill`. */
async function anotherPage(hash: string): Promise<{ other: Page; there: ReturnType<typeof fillModel> }> {
  const other = await page.context().newPage()
  other.setDefaultTimeout(120_000)
  await other.goto(`${new URL(page.url()).origin}/${hash}`)
  return { other, there: fillModel(other) }
}

async function addNextYear(): Promise<void> {
  await fill.nav('工作区').click()
  await page.getByLabel('报告期', { exact: true }).fill('2022')
  await page.getByRole('button', { name: '新增并切换' }).click()
  await expect.poll(() => page.url()).toContain('#/minsheng.2022/fill')
}

test('a page works on the task of its address: two pages on two years type and export in turn, and neither reaches the other', async () => {
  await addNextYear()
  await page.goto(`${new URL(page.url()).origin}/#/minsheng.2021/fill`)
  const { other, there } = await anotherPage('#/minsheng.2022/fill')
  await fill.enter(pupils, '150')
  await there.enter(pupils, '120')
  await fill.enter(classes, '约五')
  await there.enter(classes, '4')
  await Promise.all([fill.saved(), there.saved()])
  await fill.enter(classes, '5')
  await fill.saved()

  // Reloaded pages show the figures that the host holds of each year.
  await Promise.all([page.reload(), other.reload()])
  await fill.shows(pupils, '150')
  await there.shows(pupils, '120')
  await fill.shows(classes, '5')
  await there.shows(classes, '4')

  // A new figure of 2021 shows as last year's on the page of 2022, without a reload.
  await fill.enter(pupils, '160')
  await fill.saved()
  await there.cell(pupils).click()
  await expect.poll(() => there.status()).toContain('上年 160')

  await fill.nav('报出').click()
  await other.locator('.nav-item', { hasText: '报出' }).click()
  const [exported] = await Promise.all([other.waitForEvent('download'), other.getByRole('button', { name: '导出草稿' }).click()])
  expect(exported.suggestedFilename()).toContain('2022')
  const [also] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出草稿' }).click()])
  expect(also.suggestedFilename()).toContain('2021')
  expect(complaints).toEqual([])
})

test('what could not be saved is saved where it was typed, though the page has gone on to another task', async () => {
  await addNextYear()
  await page.goto(`${new URL(page.url()).origin}/#/minsheng.2021/fill`)
  await page.route('**/cells', (route) => route.abort())
  await fill.enter(pupils, '150')
  await page.getByText(/1 处尚未保存/).waitFor()
  await page.locator('.task-button').click()
  await page.getByRole('menuitem', { name: /2022 年度/ }).click()
  await expect.poll(() => page.url()).toContain('#/minsheng.2022/fill')
  await fill.shows(pupils, '')
  await page.unroute('**/cells')
  await page.getByRole('button', { name: '立即重试' }).click()
  await fill.saved()

  await page.reload()
  await fill.shows(pupils, '')
  const { there } = await anotherPage('#/minsheng.2021/fill')
  await there.shows(pupils, '150')
})

test('another page opens another workspace: this one says so, keeps what was typed, and saves it once its own is open again', async () => {
  const { other, there } = await anotherPage('#/start')
  await startModel(other).create(second)
  await there.enter(pupils, '90')
  await there.saved()

  await fill.enter(pupils, '150')
  await page.getByText(`另一个页面打开了工作区“${second.name}”`).first().waitFor()
  await fill.shows(pupils, '150')
  await page.getByRole('button', { name: `重新打开“${first.name}”` }).click()
  await fill.saved()
  await page.reload()
  await fill.shows(pupils, '150')

  // The second page gets the same notice, and its figures are untouched.
  await there.enter(classes, '3')
  await other.getByText(`另一个页面打开了工作区“${first.name}”`).first().waitFor()
  await other.getByRole('button', { name: `重新打开“${second.name}”` }).click()
  await there.saved()
  await other.reload()
  await there.shows(pupils, '90')
  await there.shows(classes, '3')
})

test('an address of a task that is not there says so and leads to those that are', async () => {
  await page.goto(`${new URL(page.url()).origin}/#/minsheng.1999/fill`)
  await page.getByText('这个工作区里没有任务“minsheng.1999”').waitFor()
  await page.getByRole('button', { name: /2021/ }).click()
  await expect.poll(() => page.url()).toContain('#/minsheng.2021/fill')
})
