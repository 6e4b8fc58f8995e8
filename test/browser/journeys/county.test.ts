import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, test } from 'vitest'
import { onDemoCounty, type OpenCounty } from '../demo-county.ts'
import { sendFrom } from '../page-address.ts'
import { readBytes, type GivenFile } from '../page-models/county-model.ts'
import { printModel } from '../page-models/print-model.ts'

let page: Page
let county: OpenCounty['county']
/** The demo county's filled workbooks in one zip. */
let returns: Buffer

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const broken: GivenFile = { name: '坏文件.xlsx', mimeType: XLSX, buffer: Buffer.from('this is no workbook') }

onDemoCounty(
  (opened) => ({ page, county } = opened),
  async (first) => {
    returns = await readBytes(first, '/api/workbooks.zip')
  },
)

describe('the roster', () => {
  beforeEach(() => county.go('roster'))

  test('says who has filed, and narrows by name, township and state', async () => {
    await county.says('应报 233 个，已报 233 个，已全部报齐')
    await page.getByLabel('名称或代码').fill('中心小学')
    await expect.poll(() => county.rows().count()).toBeGreaterThan(3)
    for (const name of await county.rows().locator('.link-button').allInnerTexts()) expect(name).toContain('中心小学')
    await county.button('清除筛选').click()
    await page.locator('.township-list button', { hasText: '青峰镇' }).click()
    await expect
      .poll(() =>
        county
          .rows()
          .allInnerTexts()
          .then((rows) => rows.every((row) => row.includes('青峰镇'))),
      )
      .toBe(true)
  })

  test('takes a new unit, which is then missing, and lets it go again', async () => {
    const drawer = page.locator('.ant-drawer')
    await county.button('新增单位').click()
    await drawer.getByLabel('代码', { exact: true }).fill('2134999999')
    await drawer.getByLabel('名称', { exact: true }).fill('新设小学')
    await drawer.getByLabel('类型', { exact: true }).fill('小学')
    await drawer.getByLabel('乡镇', { exact: true }).fill('青峰镇')
    // Esc in the list of townships and a click beside the drawer keep the typed text.
    for (const _ of [1, 2]) await page.keyboard.press('Escape')
    await page.mouse.click(300, 400)
    expect(await drawer.getByLabel('名称', { exact: true }).inputValue()).toBe('新设小学')
    await county.button('保存单位').click()
    await county.says('已报 233 个，未报 1 个')
    await expect.poll(() => page.locator('.missing-list').innerText()).toContain('新设小学')
    await page.getByLabel('名称或代码').fill('新设小学')
    await county.rows().locator('.link-button').first().click()
    await drawer.getByRole('button', { name: '填表', exact: true }).click()
    await expect.poll(() => page.locator('main h1').innerText()).toContain('新设小学')
    await county.go('roster')
    await page.getByLabel('名称或代码').fill('新设小学')
    await county.rows().locator('.link-button').first().click()
    await county.button('从名录移除').click()
    await page.locator('.ant-popconfirm').getByRole('button', { name: '从名录移除' }).click()
    await county.says('已全部报齐')
  })

  test('an import first shows what it would do; a row without a name is reported, not imported', async () => {
    const csv = '代码,名称,类型,乡镇,城乡分类,上级\n2134999998,河口小学,小学,青峰镇,220,\n2134999997,,小学,青峰镇,220,\n'
    await county.choose('导入名录', [{ name: '名录.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) }])
    const dialog = page.getByRole('dialog')
    await expect.poll(() => dialog.innerText()).toContain('新增 1 个')
    await expect.poll(() => dialog.innerText()).toContain('有 1 处问题')
    await county.button('取消').click()
    await county.says('名录共 233 个单位')
  })

  test('hands out one blank workbook a unit, in a zip', async () => {
    const { name, path } = await county.download(county.button('下载空白报送文件'))
    expect(name).toMatch(/\.zip$/)
    expect((await readFile(path)).subarray(0, 2).toString()).toBe('PK')
  })
})

describe('receiving', () => {
  test('the batch is undone and received again: totals go and come back; a broken file is set aside with its reason', async () => {
    await county.go('consolidate/MS00')
    const before = await county.figure('MS00.12.3').innerText()
    await county.go('receive')
    await county.button('撤销这一批').click()
    await page.locator('.ant-popconfirm').getByRole('button', { name: '撤销这一批' }).click()
    await expect.poll(() => page.locator('.batch-history').innerText()).toContain('已撤销')
    await county.go('consolidate/MS00')
    await page.getByText('还没有可以汇总的数据').waitFor()

    await county.go('receive')
    await county.drop([{ name: '全县.zip', mimeType: 'application/zip', buffer: returns }, broken])
    await county.says(/这一批 234 个文件：可接收 233 份，待处理 1 份/)
    await county.chip('打不开').click()
    await county.rows().first().click()
    await expect.poll(() => county.details().innerText()).toContain('这不是 Excel 工作簿')
    await county.chip('新报').click()
    await expect.poll(() => county.chip('新报').innerText()).toContain('233')

    await page.reload()
    await county.says(/可接收 233 份/)
    await county.button('接收 233 份').click()
    await county.says(/接收 233 份，未接收 1 份/)
    await county.go('consolidate/MS00')
    await expect.poll(() => county.figure('MS00.12.3').innerText()).toBe(before)
  }, 180_000)

  test('what is already held is recognised, and a file that differs from a draft is taken only when a person says so', async () => {
    await sendFrom(page, 'POST', '/api/filings/3134900002/reopen')
    await sendFrom(page, 'PUT', '/api/filings/3134900002/cells', { changes: [{ cell: 'MS00.05.3', text: '999' }] })
    await county.go('receive')
    await county.choose('选择文件', [{ name: '全县.zip', mimeType: 'application/zip', buffer: returns }])
    await county.says(/可接收 0 份，待处理 233 份/)
    await expect.poll(() => county.chip('重复').innerText()).toContain('232')
    await county.chip('冲突').click()
    await county.rows().first().click()
    await expect.poll(() => county.details().innerText()).toMatch(/MS00\.05\.3\s+999\s+/)
    await page.getByRole('button', { name: '仍要接收' }).click()
    await page.locator('.ant-popconfirm').getByRole('button', { name: '仍要接收' }).click()
    await county.button('接收 1 份').click()
    await county.says(/接收 1 份，未接收 232 份/)
    await county.go('roster')
    await county.says('已全部报齐')
  }, 300_000)
})

describe('totals', () => {
  test('a figure leads to the units behind it, which add up to it; arrow keys go on to the next', async () => {
    await county.go('consolidate/MS05')
    await county.figure('MS05.01.1').click()
    await expect.poll(() => county.lineage().locator('li').count()).toBeGreaterThan(1)
    const values = await county.lineage().locator('li strong').allInnerTexts()
    const sum = values.reduce((total, text) => total + Number(text.replaceAll(',', '')), 0)
    expect(sum).toBe(Number((await county.figure('MS05.01.1').innerText()).replaceAll(',', '')))
    await expect.poll(() => county.lineage().innerText()).toMatch(/\.xlsx/)
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => county.lineage().innerText()).toContain('MS05.02.1')
    await page.keyboard.press('Escape')
    await county.lineage().waitFor({ state: 'detached' })
  })

  test('say from how many units they are drawn, for the county and for a township', async () => {
    await county.go('consolidate')
    await county.says(/汇总自 23\d\/233 个单位/)
    await page.getByText('乡镇', { exact: true }).first().click()
    await county.says(/汇总自 \d+\/\d+ 个单位/)
    await expect.poll(() => page.locator('h1').innerText()).toMatch(/汇总 · .+镇/)
  })

  test('checks of the totals that do not hold are said first, and lead to their cell', async () => {
    await county.go('consolidate')
    await page.getByText(/汇总数有 \d+ 处审核未通过/).waitFor()
    await page.getByRole('button', { name: '看这一格' }).first().click()
    await county.lineage().waitFor()
  })

  test('print as they stand: the preview shows the paper, the workbook is a file to keep', async () => {
    await county.go('consolidate')
    await county.button('打印预览').click()
    const preview = printModel(page)
    const paper = preview.paper()
    await paper.getByRole('heading', { name: '教育民生工程统计报表' }).first().waitFor()
    await expect.poll(() => paper.locator('.lead').nth(1).innerText()).toMatch(/汇总自 23\d\/233 个单位/)
    await preview.print()
    await page.keyboard.press('Escape')
    const { name, path } = await county.download(county.button('导出 Excel'))
    expect(name).toMatch(/\.xlsx$/)
    expect((await readFile(path)).length).toBeGreaterThan(5_000)
  })

  test('show money in a coarser unit, here and on paper, and as it was filed again', async () => {
    await county.go('consolidate/MS01')
    const figure = county.figure('MS01.02.2')
    const filed = Number((await figure.innerText()).replaceAll(',', ''))
    const choose = async (unit: string) => {
      await page.getByRole('combobox', { name: '金额单位' }).click()
      await page.locator('.ant-select-item-option', { hasText: unit }).click()
    }
    await choose('百万元')
    await expect.poll(async () => Math.abs(Number((await figure.innerText()).replaceAll(',', '')) - filed / 100)).toBeLessThanOrEqual(0.01)
    await county.button('打印预览').click()
    await printModel(page).paper().getByText('金额以百万元列示').first().waitFor()
    await page.keyboard.press('Escape')
    await choose('按填报')
    await expect.poll(async () => Number((await figure.innerText()).replaceAll(',', ''))).toBe(filed)
  })
})

describe('indicators and evaluation', () => {
  test('an indicator says its value, its target, and whether it is met, in words', async () => {
    await county.go('indicators')
    const row = page.locator('.indicator-table tr', { hasText: '中小学教师培训完成率' })
    await expect.poll(() => row.innerText()).toMatch(/1108\.27%.*100%.*达到/s)
    await row.click()
    await expect.poll(() => page.locator('.bars li').count()).toBeGreaterThan(10)
  })

  test('a deduction needs its reason; the total and the table follow at once', async () => {
    await county.go('evaluate')
    await county.says(/自评 40 分，满分 40 分/)
    await county.button('改分').first().click()
    await page.getByLabel('得分（0 到 3）').fill('2.5')
    await county.button('保存得分').click()
    await page.getByText('请写明扣分原因').waitFor()
    await page.getByLabel('扣分原因').fill('缺一次例会记录')
    await county.button('保存得分').click()
    await county.says(/自评 39\.5 分/)
    await expect.poll(() => page.locator('.evaluation-table').innerText()).toContain('缺一次例会记录')
    await county.button('改分').first().click()
    await county.button('满分').click()
    await page.getByLabel('扣分原因').fill('')
    await county.button('保存得分').click()
    await county.says(/自评 40 分/)
  })
})

test('every page of the county stands in English too', async () => {
  await page.getByRole('button', { name: 'English' }).click()
  for (const [hash, title, state] of [
    ['roster', 'Roster of units', 'units on the roster'],
    ['receive', 'Receive', 'No files are being checked'],
    ['consolidate', 'Totals', 'units'],
    ['indicators', 'Indicators', 'met, 0 not met'],
    ['evaluate', 'Evaluation', 'of 40 points'],
  ] as const) {
    await county.go(hash)
    await expect.poll(() => page.locator('h1').innerText()).toContain(title)
    await county.says(new RegExp(state))
  }
})
