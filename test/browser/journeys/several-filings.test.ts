import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findScheme } from '../../../electron/services/scheme/schemes.ts'
import { schemeFolder } from '../../../electron/machine/product.ts'
import { emptyCounty } from '../../builders/county.ts'
import { startProgram } from '../../builders/program.ts'
import { demoReturn, demoUnits, receive } from '../../builders/returns.ts'
import { launch, openPage } from '../chromium.ts'
import { startHost, type TestHost } from '../host.ts'
import { countyModel } from '../page-models/county-model.ts'
import { fillModel } from '../page-models/fill-model.ts'

/** A county that works on the filings of several schools in one page; what belongs to one filing stays with it. */
const [first = '', second = ''] = demoUnits('小学')
let browser: Browser
let page: Page
let host: TestHost
let county: ReturnType<typeof countyModel>
let fill: ReturnType<typeof fillModel>

beforeAll(async () => {
  browser = await launch()
  host = await startHost({}, async (workspaces) => {
    const path = await emptyCounty(workspaces, [first, second])
    const program = await startProgram(join(workspaces, 'program'), path)
    await receive(program, [await demoReturn(first), await demoReturn(second)])
    for (const unit of [first, second]) await program.ask('POST', `/api/filings/${unit}/reopen`)
    program.close()
    return path
  })
  ;({ page } = await openPage(browser, host.url))
  county = countyModel(page)
  fill = fillModel(page)
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await host?.close()
})

/** Goes to another place of the page without loading the page anew. */
async function walk(hash: string): Promise<void> {
  await page.evaluate((to) => void (location.hash = to), `#/minsheng.2021/${hash}`)
}

test('the names that sign for one school do not stand in the form of another, and are there again on return', async () => {
  const head = page.getByLabel('单位负责人', { exact: true })
  // Both filings are read already, so that the page goes from one form to the other at once.
  await county.go(`minsheng.2021/handover?unit=${second}`)
  await head.waitFor()
  const ofSecond = await head.inputValue()
  await walk(`handover?unit=${first}`)
  await expect.poll(() => page.locator('h1').innerText()).not.toBe('')
  await head.fill('甲校校长')
  await walk(`handover?unit=${second}`)
  await page.waitForTimeout(500)
  expect(await head.inputValue()).toBe(ofSecond)
  await walk(`handover?unit=${first}`)
  await expect.poll(() => head.inputValue()).toBe('甲校校长')
})

test('a sign-off while an entry cannot be saved says so', async () => {
  await page.route('**/cells', (route) => route.fulfill({ status: 507, json: { code: 'disk-full', details: { path: '工作区' } } }))
  await walk(`fill/MS00?unit=${first}`)
  await fill.cell('MS00.03.3').waitFor()
  const held = (await fill.text('MS00.03.3')).replace(/\D/g, '')
  for (const text of ['1', held]) await fill.enter('MS00.03.3', text)
  await page.getByText(/1 处尚未保存/).waitFor()
  await walk(`handover?unit=${first}`)
  await page.getByLabel('填表人', { exact: true }).fill('甲校填表人')
  await page.locator('.handover-side').getByRole('button', { name: '签报' }).click()
  await page.locator('.ant-popconfirm').getByRole('button', { name: '签报' }).click()
  await page.locator('.handover-side .ant-alert').getByText('磁盘').waitFor()
  await page.unroute('**/cells')
  await fill.saved()
})

test('an explanation typed just before leaving the page is kept, counts as unsaved, and is saved once the host answers', async () => {
  const query = fill.finding('超过 25 名学生')
  await page.route('**/explanations', (route) => route.fulfill({ status: 507, json: { code: 'disk-full', details: { path: '工作区' } } }))
  await walk(`fill/MS00?unit=${second}`)
  await fill.enter('MS00.03.8', '1')
  await query.getByRole('textbox').fill('两名教师休产假，由代课教师上课')
  await walk('roster')
  await page.getByText(/1 处尚未保存/).waitFor()
  await page.unroute('**/explanations')
  await fill.saved()
  await page.reload()
  await walk(`fill/MS00?unit=${second}`)
  await query.getByText('已说明').waitFor()

  // The reason of other figures is a start for a new one, and no explanation before somebody touches it.
  await fill.enter('MS00.03.8', '2')
  await query.getByText('已说明').waitFor({ state: 'detached' })
  await fill.saved()
  await walk('roster')
  await page.locator('.page-state').waitFor()
  await walk(`fill/MS00?unit=${second}`)
  await expect.poll(() => query.getByRole('textbox').inputValue()).toContain('产假')
  await page.waitForTimeout(1_500)
  expect(await query.getByText('已说明').count()).toBe(0)
})

test('a newer version of the scheme taken in another page is the form of this page at once', async () => {
  await walk(`fill/MS00?unit=${second}`)
  await fill.cell('MS00.03.3').waitFor()
  const { text, scheme } = findScheme('minsheng', schemeFolder())
  const newer = join(host.folder, 'newer.yaml')
  await writeFile(newer, text.replace(`version: ${scheme.version}`, 'version: 2021.2').replace('title: 班级（个）', 'title: 教学班（个）'))
  // The host answers slowly, as on an old PC: the page knows of the task's new version before it has the new text.
  await page.route('**/scheme', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    await route.continue()
  })
  await host.post('/api/tasks', { scheme: newer, period: '2021' })
  await page.evaluate(() => new BroadcastChannel('xiaotong.changes').postMessage(['tasks', 'filings', 'parameters']))
  await page.locator('.fill-form').getByText('教学班（个）').waitFor()
})
