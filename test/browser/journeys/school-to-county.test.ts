import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Finding } from '../../../shared/check/findings.ts'
import { demoInputsByUnit, demoReturn, demoUnits } from '../../builders/returns.ts'
import { launch, openPage } from '../chromium.ts'
import { startHost, type TestHost } from '../host.ts'
import { sendFrom } from '../page-address.ts'
import { countyModel, type GivenFile } from '../page-models/county-model.ts'
import { fillModel } from '../page-models/fill-model.ts'
import { keyboardModel } from '../page-models/keyboard-model.ts'
import { startModel } from '../page-models/start-model.ts'

/** Two machines, a school's and the county's, each with its own workspace; only files pass between them. */
let browser: Browser
let atSchool: TestHost
let atCounty: TestHost
let school: Page
let office: Page
let complaints: string[][]

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const kindergarten = { code: '1134900001', name: '梅岭镇中心幼儿园', kind: '幼儿园', period: '2021' }
const primary = demoInputsByUnit().get(demoUnits('小学')[0] ?? '')!.unit
const bureau = { code: '341524', name: '金寨县教育局', kind: '教育局', period: '2021', role: 'county' as const }

beforeAll(async () => {
  ;[browser, atSchool, atCounty] = await Promise.all([launch(), startHost(), startHost()])
  const opened = await Promise.all([openPage(browser, atSchool.url), openPage(browser, atCounty.url)])
  ;[school, office] = opened.map(({ page }) => page) as [Page, Page]
  complaints = opened.map((one) => one.complaints)
}, 300_000)
afterEach(() => expect(complaints).toEqual([[], []]))
afterAll(async () => {
  await browser?.close()
  await Promise.all([atSchool?.close(), atCounty?.close()])
})

async function create(page: Page, unit: Parameters<ReturnType<typeof startModel>['create']>[0]): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/#/start`)
  await startModel(page).create(unit)
}

/** The file that an act downloads, for the other machine. */
async function kept(page: Page, act: () => Promise<void>): Promise<GivenFile> {
  const [file] = await Promise.all([page.waitForEvent('download'), act()])
  return { name: file.suggestedFilename(), mimeType: XLSX, buffer: await readFile(await file.path()) }
}

test('a school fills in, signs off and exports with the keyboard alone; the county receives it, its total changes and prints as PDF', async () => {
  await create(school, kindergarten)
  const keys = keyboardModel(school)
  const fill = fillModel(school)
  await fill.cell('MS00.01.1').waitFor()
  await expect.poll(() => keys.focused(), { message: 'the form has the keyboard at once' }).toMatch(/，空$/)
  await school.keyboard.press('Control+Home')
  await expect.poll(() => fill.current()).toBe('01·1')
  await keys.typeAlong(['1', '6', '150', '70', '10', '20', '12'])
  await school.keyboard.press('Control+k')
  await school.getByRole('combobox').waitFor()
  await school.keyboard.type('xqzz')
  await school.getByRole('option').filter({ hasText: 'MS01' }).waitFor()
  await school.keyboard.press('Enter')
  await fill.cell('MS01.02.1').waitFor()
  await keys.tabTo(/，空$/)
  await school.keyboard.press('Control+Home')
  if ((await fill.current()) !== '02·1') await school.keyboard.press('ArrowDown')
  await expect.poll(() => fill.current()).toBe('02·1')
  await keys.typeAlong(['10', '0.4', '8', '0.32'])
  await fill.saved()
  await expect.poll(() => fill.state()).toBe('2 张表中 2 张完成，没有须改正或需说明的地方')

  await school.keyboard.press('Alt+3')
  await school.getByRole('heading', { name: '报出', exact: true }).waitFor()
  await keys.tabTo('单位负责人')
  await school.keyboard.type('张三')
  await keys.tabTo('填表人')
  await school.keyboard.type('李四')
  await keys.tabTo('签报')
  await school.keyboard.press('Enter')
  await school.locator('.ant-popconfirm').getByRole('button', { name: '签报' }).waitFor()
  await keys.tabTo('取消')
  await keys.tabTo('签报')
  await school.keyboard.press('Enter')
  await expect.poll(() => fill.state()).toContain('签报（第 1 版）')
  await keys.tabTo('导出报送文件')
  const file = await kept(school, () => school.keyboard.press('Enter'))
  expect(file.name).toMatch(/梅岭镇中心幼儿园.*\.xlsx$/)

  await create(office, bureau)
  const county = countyModel(office)
  await county.go('roster')
  // The county's own unit is on the roster from the beginning, and can be corrected there.
  await county.rows().getByRole('button', { name: bureau.name }).click()
  await office.locator('.ant-drawer').getByLabel('乡镇', { exact: true }).fill('县城')
  await county.button('保存单位').click()
  await expect
    .poll(() =>
      county
        .rows()
        .allInnerTexts()
        .then((rows) => rows.join()),
    )
    .toContain('县城')
  const csv = [
    '代码,名称,类型,乡镇,城乡分类,上级',
    `${kindergarten.code},${kindergarten.name},幼儿园,梅岭镇,210,`,
    `${primary.code},${primary.name},小学,梅岭镇,210,`,
  ].join('\n')
  await county.choose('导入名录', [{ name: '名录.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) }])
  await county.button('导入 2 个单位').click()
  await county.says('名录共 3 个单位')
  await county.go('receive')
  await county.choose('选择文件', [file])
  await county.says(/可接收 1 份/)
  await county.button('接收 1 份').click()
  await county.says(/接收 1 份，未接收 0 份/)
  await county.go('consolidate/MS00')
  await expect.poll(() => county.figure('MS00.01.3').innerText()).toBe('150')
  await county.says(/汇总自 1\/\d 个单位/)
  const paper = await kept(office, () => county.button('导出 PDF').click())
  expect(paper.buffer.subarray(0, 5).toString()).toBe('%PDF-')
}, 300_000)

test('the county sends a filing back; its school takes the file in and is led to each place', async () => {
  const county = countyModel(office)
  const wrong = await demoReturn(primary.code, {
    cells: { 'MS00.03.6': 90_000_000, 'MS00.03.4': null },
    refused: new Map([['MS00.03.4', '约三百']]),
  })
  await county.go('receive')
  await county.choose('选择文件', [{ name: wrong.name, mimeType: XLSX, buffer: Buffer.from(wrong.bytes) }])
  await county.says(/可接收 1 份/)
  await county.button('接收 1 份').click()
  await county.says(/接收 1 份，未接收 0 份/)
  await county.go('roster')
  const row = county.rows().filter({ hasText: primary.name })
  await row.getByRole('button', { name: '退回修改单' }).click()
  const file = await kept(office, () => office.locator('.ant-popconfirm').getByRole('button', { name: '退回修改单' }).click())
  expect(file.name).toContain('退回修改单')
  await expect.poll(() => row.innerText()).toContain('已退回')
  await county.go(`checks?unit=${primary.code}`)
  await office.getByText('等改好的报表报来').waitFor()
  await office.getByRole('button', { name: '退回修改单' }).waitFor()

  // A filing without faults is not sent back, and the page gives the reason.
  await county.go('roster')
  await county.rows().filter({ hasText: kindergarten.name }).getByRole('button', { name: '退回修改单' }).click()
  await office.locator('.ant-popconfirm').last().getByRole('button', { name: '退回修改单' }).click()
  await office.getByText('不需要退回').waitFor()
  complaints[1]?.splice(0, Infinity, ...(complaints[1] ?? []).filter((one) => !one.includes('409')))

  await create(school, { ...primary, period: '2021' })
  const [chooser] = await Promise.all([school.waitForEvent('filechooser'), school.getByRole('button', { name: '导入退回的文件' }).click()])
  await chooser.setFiles([file])
  await school.getByText('已按退回的文件填入数据').waitFor()
  await school.getByText('本单位的报表已退回修改').waitFor()
  await school.getByRole('link', { name: '去审核' }).click()
  // The county's remark on the cell stands before the finding of the school's own checks.
  await school
    .locator('.finding', { hasText: '“约三百”不是数字' })
    .and(school.getByRole('article', { name: /^县里的意见/ }))
    .getByText('跳到单元格')
    .click()
  const fill = fillModel(school)
  await expect.poll(() => fill.current()).toBe('03·4')
  await school.keyboard.type('1728')
  await school.keyboard.press('Enter')
  await fill.shows('MS00.03.4', '1728')
  await fill.saved()
}, 300_000)

test('the county explains a query on its totals where it is shown, on both pages', async () => {
  const banan = { code: '500113', name: '巴南区教育委员会', kind: '教育局', period: '2018', role: 'county' as const, scheme: '37 个要点' }
  await create(office, banan)
  const county = countyModel(office)
  const changes = [
    { cell: 'BN01.01.1', text: '200' },
    { cell: 'BN01.02.1', text: '0' },
    { cell: 'BN01.04.1', text: '100' },
  ]
  await sendFrom(office, 'PUT', `/api/filings/${banan.code}/cells`, { changes })
  await sendFrom(office, 'POST', `/api/filings/${banan.code}/sign`, {
    head: '甲',
    statistician: '',
    filler: '乙',
    phone: '',
    reportedOn: null,
  })
  await office.reload()
  await county.go('consolidate/BN01')
  await office.getByText('汇总数有 1 处审核未通过').waitFor()
  await county.button('写说明').click()
  await office.getByRole('textbox', { name: '说明' }).fill('外区初中毕业生九十人在我区就读')
  await office.getByText('汇总数有 1 处核实项，都已说明').waitFor()
  await county.button('写好了').click()
  await office.getByText('说明：外区初中毕业生九十人在我区就读').waitFor()

  await county.go('checks/all')
  await office.getByText('已说明 1').click()
  const card = office.locator('.finding', { hasText: '毛入学率超过 150%' })
  await card.getByRole('textbox').fill('外区初中毕业生一百人在我区就读')
  const held = async () => (JSON.parse(await sendFrom(office, 'GET', '/api/checks')) as Finding[]).map(({ explanation }) => explanation)
  await expect.poll(held).toContain('外区初中毕业生一百人在我区就读')
  await card.getByText('已说明').waitFor()
}, 120_000)
