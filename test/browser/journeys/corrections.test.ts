import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { emptyCounty } from '../../builders/county.ts'
import { startProgram } from '../../builders/program.ts'
import { demoInputsByUnit, demoReturn, demoUnits, receive } from '../../builders/returns.ts'
import { launch, openPage } from '../chromium.ts'
import { startHost, type TestHost } from '../host.ts'
import { fillModel } from '../page-models/fill-model.ts'
import { startModel } from '../page-models/start-model.ts'

/** A school corrects a returned filing: its changed cells, the county's remarks and the county's parameters are shown. */
let browser: Browser
let host: TestHost
let page: Page
let complaints: string[]
let made = 0

const unit = demoInputsByUnit().get(demoUnits('小学')[0] ?? '')!.unit
const wrong = { 'MS00.03.6': 90_000_000 }

beforeAll(async () => {
  ;[browser, host] = await Promise.all([launch(), startHost()])
  ;({ page, complaints } = await openPage(browser, host.url))
}, 300_000)
afterEach(() => expect(complaints).toEqual([]))
afterAll(async () => {
  await browser?.close()
  await host?.close()
})

/** The county's return file for the school's filing. */
async function returnFile(): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const county = await startProgram(join(host.folder, 'county'), await emptyCounty(host.folder, [unit.code], `county ${(made += 1)}`))
  await receive(county, [await demoReturn(unit.code, { cells: wrong })])
  await county.ask('PUT', `/api/parameters/${encodeURIComponent('小学生均公用经费')}`, {
    from: '2021',
    value: '700',
    source: '县财教〔2021〕3号',
  })
  const bytes = await (await county.raw('POST', `/api/filings/${unit.code}/returned.xlsx`)).arrayBuffer()
  county.close()
  return {
    name: '退回修改单.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(bytes),
  }
}

test('what the county asks for stands on its cells, in the checks and in the status line; what is changed is marked while it is typed', async () => {
  await startModel(page).create({ ...unit, period: '2021' })
  const file = await returnFile()
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: '导入退回的文件' }).click()])
  await chooser.setFiles([file])
  await page.getByText(/带来县里的意见 \d+ 条/).waitFor()
  await page.getByText('参数改用金寨县教育局的：小学生均公用经费 650 → 700 元/生·年（县财教〔2021〕3号）。').waitFor()
  await page.getByRole('button', { name: '撤销' }).click()
  await page.getByText('参数已恢复为原来的值').waitFor()
  await page.getByRole('link', { name: '去审核' }).click()
  await expect.poll(() => page.locator('.page-state').innerText()).toMatch(/县里的意见 \d+ 条/)
  const fill = fillModel(page)
  await page
    .getByRole('article', { name: /^县里的意见 .*·/ })
    .first()
    .getByText('跳到单元格')
    .click()
  await expect.poll(() => page.locator('.status-remark').innerText()).toContain('县里的意见：【')
  const at = await page.locator('.cell-remark').first().getAttribute('data-cell')
  expect(at).not.toBeNull()

  const cell = 'MS00.03.6'
  await fill.cell(cell).click()
  await expect.poll(() => fill.cell(cell).getAttribute('class')).not.toContain('cell-changed')
  await fill.enter(cell, '30')
  await expect.poll(() => fill.cell(cell).getAttribute('class')).toContain('cell-changed')
  await fill.cell(cell).click()
  await expect.poll(() => fill.status()).toContain('上次报出 9000')
  await expect.poll(() => fill.cell(cell).getAttribute('title')).toContain('上次报出 9000')
  await fill.saved()

  // Both marks are there after a reload, and the mark of a change goes with the former figure.
  await page.reload()
  await expect.poll(() => fill.cell(cell).getAttribute('class')).toContain('cell-changed')
  await expect.poll(() => page.locator('.cell-remark').count()).toBeGreaterThan(0)
  await fill.enter(cell, '9000')
  await expect.poll(() => fill.cell(cell).getAttribute('class')).not.toContain('cell-changed')
  await fill.saved()
}, 300_000)

test('a central school that collects as well takes its own return file in on the same page', async () => {
  await host.post('/api/workspace/create', { role: 'county', scheme: 'minsheng', period: '2021', unit, file: '中心校' })
  await page.waitForLoadState('networkidle')
  ;({ page, complaints } = await openPage(browser, host.url))
  await page.getByRole('link', { name: /填表/ }).click()
  const file = await returnFile()
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: '导入退回的文件' }).click()])
  await chooser.setFiles([file])
  await page.getByText(/带来县里的意见 \d+ 条/).waitFor()
  await page.getByText('参数改用金寨县教育局的：小学生均公用经费 650 → 700 元/生·年（县财教〔2021〕3号）。').waitFor()
}, 300_000)

test('a return file that cannot be read, its disk being out again, is said to be so; nothing waits for it', async () => {
  await page.waitForLoadState('networkidle')
  await page.goto(`${new URL(host.url).origin}/#/fill`)
  const button = page.getByRole('button', { name: '导入退回的文件' })
  await button.waitFor()
  await page.evaluate(() => {
    File.prototype.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'))
  })
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.click()])
  await chooser.setFiles([{ name: '退回修改单.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('x') }])
  await page.getByText('这个文件读不出来').waitFor()
  await expect.poll(() => button.isEnabled()).toBe(true)
}, 300_000)
