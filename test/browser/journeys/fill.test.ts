import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { launch, openPage } from '../chromium.ts'
import { startHost, type TestHost } from '../host.ts'
import { fillModel } from '../page-models/fill-model.ts'
import { keyboardModel } from '../page-models/keyboard-model.ts'
import { printModel } from '../page-models/print-model.ts'
import type { NewUnit } from '../page-models/start-model.ts'

let browser: Browser
let host: TestHost
let page: Page
let complaints: string[]
let fill: ReturnType<typeof fillModel>

const kindergarten = { code: '1134900001', name: '梅岭镇中心幼儿园', kind: '幼儿园', period: '2021' }
let count = 0
beforeAll(async () => {
  ;[browser, host] = await Promise.all([launch(), startHost()])
})
afterAll(async () => {
  await browser?.close()
  await host?.close()
})
afterEach(() => page.context().close())

/** Creates a workspace for one test and opens its first table. */
async function createWorkspace(unit: NewUnit): Promise<void> {
  count += 1
  const { code, name, kind, period, role = 'school' } = unit
  await host.post('/api/workspace/create', {
    role,
    scheme: 'minsheng',
    period,
    unit: { code, name: `${name}${count}`, kind, township: '', class: '', parent: '' },
  })
  ;({ page, complaints } = await openPage(browser, host.url))
  fill = fillModel(page)
  await page.locator('.header').waitFor()
}

/** A filing without errors and queries: 150 children, 18 of them supported. */
async function fillInCorrectly(): Promise<void> {
  await fill.typeAlong('MS00.01.1', ['1', '6', '150', '70', '10', '20', '12'])
  await fill.openTable('学前资助')
  await fill.typeAlong('MS01.02.1', ['10', '0.4', '8', '0.32'])
  await fill.saved()
}

describe('a kindergarten fills in its tables', () => {
  beforeEach(() => createWorkspace(kindergarten))

  test('only the tables it files are there; totals appear while figures are typed; all of it is there after loading again', async () => {
    await fill.tab('学前资助').waitFor()
    await expect.poll(() => page.getByRole('tab').allInnerTexts()).toHaveLength(2)
    await fillInCorrectly()
    await fill.shows('MS01.01.5', '18')
    await fill.openTable('基础情况')
    await fill.shows('MS00.12.3', '150')
    await page.reload()
    await fill.shows('MS00.01.4', '70')
    await fill.shows('MS00.12.3', '150')
    await expect.poll(() => fill.state()).toBe('2 张表中 2 张完成，没有须改正或需说明的地方')
    expect(complaints).toEqual([])
  })

  test('Tab walks along the cells to fill in and past the × cell, Enter down the column, Esc drops what is typed', async () => {
    await fill.typeAlong('MS00.01.3', ['150', '70'])
    await expect.poll(() => fill.current(), { message: 'the × cell in column 5 is skipped' }).toBe('01·6')
    await page.keyboard.type('99')
    await page.keyboard.press('Escape')
    await expect.poll(() => fill.text('MS00.01.6')).toBe('')
    await page.keyboard.press('Enter')
    await expect.poll(() => fill.current(), { message: 'the computed row 02 is skipped' }).toBe('03·6')
    await page.keyboard.press('Control+Home')
    await expect.poll(() => fill.current()).toBe('01·1')
  })

  test('arrows walk the tabs and stay there; Ctrl+PageUp changes the table and keeps what is being typed; F6 leaves the form', async () => {
    const keys = keyboardModel(page)
    await fill.cell('MS00.01.3').click()
    await page.keyboard.press('F6')
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => keys.focused()).toMatch(/学前资助/)
    await page.keyboard.press('Enter')
    await fill.cell('MS01.02.1').waitFor()
    await page.keyboard.press('F6')
    await page.keyboard.type('10')
    const [at = ''] = (await fill.current()).split(' ')
    await page.keyboard.press('Control+PageUp')
    await fill.cell('MS00.01.3').waitFor()
    await expect.poll(() => keys.focused(), { message: 'the form has the keyboard' }).toMatch(/，空$/)
    await page.keyboard.press('Control+PageDown')
    await fill.shows(`MS01.${at.replace('·', '.')}`, '10')
  })

  test('typing replaces, F2 changes, Delete clears, Ctrl+Z takes back', async () => {
    await fill.enter('MS00.01.3', '150')
    await fill.enter('MS00.01.3', '16')
    await fill.cell('MS00.01.3').click()
    await page.keyboard.press('F2')
    await page.keyboard.type('0')
    await page.keyboard.press('Enter')
    await fill.shows('MS00.01.3', '160')
    await fill.cell('MS00.01.3').click()
    await page.keyboard.press('Delete')
    await fill.shows('MS00.01.3', '')
    await page.keyboard.press('Control+z')
    await fill.shows('MS00.01.3', '160')
    await page.keyboard.press('Control+z')
    await fill.shows('MS00.01.3', '16')
    await page.keyboard.press('Control+y')
    await fill.shows('MS00.01.3', '160')
  })

  test('a text that is no number stays as typed with its reason, also after loading again; “/” means not applicable', async () => {
    await fill.enter('MS00.01.3', '约三百')
    await fill.cell('MS00.01.3').click()
    await expect.poll(() => fill.status()).toContain('“约三百”不是数字')
    await fill.saved()
    await page.reload()
    await fill.shows('MS00.01.3', '约三百')
    await fill.cell('MS00.01.3').click()
    await page.keyboard.press('/')
    await fill.shows('MS00.01.3', '/')
    await expect.poll(() => fill.state()).not.toContain('不合要求')
  })

  test('a block copied in Excel is pasted; what has no place there is named, what does not fit is marked', async () => {
    await fill.paste('MS00.01.1', '1\t6\t150\t70\t5\t10\t"1,200"\tx\r\n')
    await fill.shows('MS00.01.3', '150')
    await fill.shows('MS00.01.7', '1200')
    await fill.shows('MS00.01.8', 'x')
    await expect.poll(() => fill.status()).toContain('已粘贴 7 格')
    await expect.poll(() => fill.status()).toContain('1 格由系统计算或不填，已跳过')
    await expect.poll(() => fill.state()).toContain('1 处内容不合要求')
  })

  test('what is selected is copied as Excel takes it, with sum and count below', async () => {
    await fill.typeAlong('MS00.01.1', ['1', '6', '150'])
    await fill.cell('MS00.01.1').click()
    await fill.cell('MS00.01.3').click({ modifiers: ['Shift'] })
    await expect.poll(() => fill.status()).toContain('选中 3 格，合计 157')
    const copied = await page.locator('.grid textarea').evaluate((field) => {
      const data = new DataTransfer()
      field.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }))
      return data.getData('text/plain')
    })
    expect(copied).toBe('1\t6\t150')
  })

  test('a check that fails is named beside the form at once, leads to its cell, and goes when corrected', async () => {
    await fill.typeAlong('MS00.01.3', ['150', '170'])
    await fill.finding('女生是在校生的一部分').waitFor()
    await fill.cell('MS00.08.1').click()
    await fill.finding('女生是在校生的一部分').getByText('跳到单元格').click()
    await expect.poll(() => fill.current()).toBe('01·4')
    await page.keyboard.type('70')
    await page.keyboard.press('Enter')
    await fill.finding('女生是在校生的一部分').waitFor({ state: 'detached' })
  })

  test('a query wants a reason: a stock phrase is refused, a reason is kept, and asked for again when the figure changes', async () => {
    await fill.typeAlong('MS00.01.1', ['1', '6', '150', '70', '10', '20', '4'])
    const query = fill.finding('超过 25 名学生')
    await query.getByRole('textbox').fill('核实无误')
    await query.getByText('没有写出原因').waitFor()
    await query.getByRole('textbox').fill('两名教师休产假，由代课教师上课')
    await query.getByText('已说明').waitFor()
    await page.reload()
    await query.getByText('已说明').waitFor()
    await fill.enter('MS00.01.8', '5')
    await query.getByText('已说明').waitFor({ state: 'detached' })
    await expect.poll(() => query.getByRole('textbox').inputValue(), { message: 'the former reason is a start' }).toContain('产假')
  })

  test('nothing counts as saved while the host does not answer, and all of it is saved once it does', async () => {
    const letThrough = await fill.stopSaving()
    await fill.enter('MS00.01.3', '150')
    await page.locator('.save-failing').waitFor()
    await fill.shows('MS00.01.3', '150')
    await expect.poll(() => page.locator('.save-failing').innerText()).toContain('1 处尚未保存')
    await fill.retryNow()
    letThrough()
    await fill.saved()
    await page.reload()
    await fill.shows('MS00.01.3', '150')
  })

  test('F1 says what the row means; Ctrl+K leads to a table by pinyin initials; Alt+2 to the checks', async () => {
    await fill.cell('MS00.01.1').click()
    await page.keyboard.press('F1')
    await page.locator('.help-panel', { hasText: '含学前班' }).waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill('xqzz')
    await page.getByRole('option').filter({ hasText: 'MS01' }).waitFor()
    await page.keyboard.press('Enter')
    await fill.cell('MS01.02.1').waitFor()
    await page.keyboard.press('Alt+2')
    await page.getByRole('heading', { name: '审核', exact: true }).waitFor()
  })

  test('in English every word of the page is English, the form stays as it prints', async () => {
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { name: 'Tables', exact: true }).waitFor()
    await expect.poll(() => page.locator('.nav').innerText()).not.toMatch(/[\u4e00-\u9fff]/u)
    await expect.poll(() => page.locator('.form thead').innerText()).toContain('在校生')
    await page.reload()
    await page.getByRole('heading', { name: 'Tables', exact: true }).waitFor()
  })
})

describe('a kindergarten hands its filing over', () => {
  beforeEach(() => createWorkspace(kindergarten))

  test('it cannot sign while something is open, and is led to it', async () => {
    await fill.typeAlong('MS00.01.3', ['150', '170'])
    await page.getByRole('button', { name: '报出' }).click()
    await expect.poll(() => fill.state()).toContain('还不能签报')
    await expect.poll(() => page.getByRole('button', { name: '签报' }).isDisabled()).toBe(true)
    await page.getByRole('button', { name: '处理未完事项' }).click()
    await page.locator('.finding', { hasText: '女生是在校生的一部分' }).getByText('跳到单元格').click()
    await expect.poll(() => fill.current()).toBe('01·4')
  })

  test('it signs, exports the workbook, sees the form as it prints, and opens it again for correction', async () => {
    await fillInCorrectly()
    await page.getByRole('button', { name: '报出' }).click()
    await page.getByLabel('单位负责人').fill('张三')
    await page.getByRole('button', { name: '签报' }).click()
    await page.getByText('请填写填表人').waitFor()
    expect(await page.locator('.ant-popconfirm').count(), 'nothing is asked while a name is missing').toBe(0)
    await fill.nav('填表').click()
    await fill.nav('报出').click()
    await expect.poll(() => page.getByLabel('单位负责人').inputValue(), { message: 'what was typed is still there' }).toBe('张三')
    await page.getByLabel('填表人').fill('李四')
    await page.getByRole('button', { name: '签报' }).click()
    await expect.poll(() => keyboardModel(page).focused(), { message: 'the button that acts has the keyboard' }).toBe('签报')
    await page.locator('.ant-popconfirm').getByRole('button', { name: '签报' }).click()
    await expect.poll(() => fill.state()).toContain('签报（第 1 版）')

    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出报送文件' }).click()])
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/)
    expect((await readFile(await download.path())).subarray(0, 2).toString(), 'a zip, as every .xlsx').toBe('PK')

    const digest = await page.locator('.digest').innerText()
    await page.getByRole('button', { name: '打印预览' }).click()
    const preview = printModel(page)
    const paper = preview.paper().locator('body')
    await paper.getByText('张三').first().waitFor()
    await expect.poll(() => paper.innerText(), { message: 'paper and file can be proved to be the same' }).toContain(digest)
    await preview.print()
    await page.keyboard.press('Escape')

    await fill.nav('填表').click()
    await fill.cell('MS00.01.1').click()
    await page.keyboard.type('9')
    await expect.poll(() => fill.text('MS00.01.1'), { message: 'signed is locked' }).toBe('1')
    await page.getByRole('button', { name: '打开更正' }).click()
    await page.locator('.ant-popconfirm').getByRole('button', { name: '打开更正' }).press('Enter')
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.id), { message: 'the button is gone, the keyboard is on the page' })
      .toBe('content')
    await fill.enter('MS00.01.3', '151')
    await fill.shows('MS00.12.3', '151')
    await fill.saved()
    await fill.nav('报出').click()
    await page.getByText(/第 1 版已于 .* 签报，正在更正，签报后为第 2 版。报出后改了 1 处。/).waitFor()
    await page.getByRole('link', { name: '看第一处改动' }).click()
    await expect.poll(() => fill.current()).toBe('01·3')
    expect(complaints).toEqual([])
  })
})

describe('an education bureau fills in a table with open lines', () => {
  test('lines are added by writing, inserted and removed; choices are picked by arrows', async () => {
    await createWorkspace({ code: '341524', name: '金寨县教育局', kind: '教育局', period: '2021', role: 'county' })
    await fill.nav('填表').click()
    await fill.enter('MS04.1.项目', '幼儿园教师全员网络研修')
    await fill.enter('MS04.2.项目', '中小学校长任职资格培训')
    await fill.cell('MS04.2.类别').click()
    await page.keyboard.press('Alt+ArrowDown')
    await page.getByRole('option', { name: '国培' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await fill.shows('MS04.2.类别', '国培')
    await fill.cell('MS04.2.项目').click()
    await page.keyboard.press('Control+Enter')
    await fill.shows('MS04.3.项目', '中小学校长任职资格培训')
    await fill.shows('MS04.2.项目', '')
    await fill.cell('MS04.2.项目').click()
    await page.keyboard.press('Control+Delete')
    await fill.shows('MS04.2.项目', '中小学校长任职资格培训')
    await fill.saved()
    await page.reload()
    await fill.shows('MS04.2.类别', '国培')
  })
})
