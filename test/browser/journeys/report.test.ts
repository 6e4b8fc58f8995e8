import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PizZip from 'pizzip'
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, test } from 'vitest'
import { drawTemplate } from '../../../build/report-templates.ts'
import { onDemoCounty, type OpenCounty } from '../demo-county.ts'
import { sendFrom } from '../page-address.ts'
import type { GivenFile } from '../page-models/county-model.ts'

let page: Page
let county: OpenCounty['county']

onDemoCounty((opened) => ({ page, county } = opened))

const paper = () => page.frameLocator('iframe.report-preview')
const list = () => page.getByRole('region', { name: '数据来源' })

async function template(text: string, name = '县模板.docx'): Promise<GivenFile> {
  return {
    name,
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    buffer: Buffer.from(await drawTemplate(text)),
  }
}

describe('the report', { timeout: 300_000 }, () => {
  afterEach(() => sendFrom(page, 'DELETE', '/api/report/template'))

  test('a click on a figure says where it comes from, and leads there', async () => {
    await county.go('report')
    await county.says(/报告中 \d+ 处数据都有来源，可以导出/)
    await paper().locator('[data-figure]', { hasText: '5412.8' }).first().click()
    const chosen = list().locator('[aria-current="true"]')
    await expect.poll(() => chosen.innerText()).toContain('5412.8')
    await expect.poll(() => paper().locator('.chosen').innerText()).toBe('5412.8')
    await chosen.getByRole('link', { name: '看汇总数的构成' }).click()
    await county.lineage().waitFor()
    await expect.poll(() => county.lineage().innerText()).toMatch(/\.xlsx|手工填报/)
  })

  test('a figure of an indicator leads to the indicator', async () => {
    await county.go('report')
    await list().getByRole('link', { name: '看指标' }).first().click()
    await page.locator('.indicator-table tr[aria-selected="true"]').waitFor()
    expect(page.url()).toMatch(/#\/minsheng\.2021\/indicators\/.+/)
  })

  test('exported to Word it carries the figures that the page shows', async () => {
    await county.go('report')
    await county.says(/可以导出/)
    const { name, path } = await county.download(county.button('导出 Word'))
    expect(name).toMatch(/自评报告\.docx$/)
    const xml = new PizZip(await readFile(path)).file('word/document.xml')?.asText() ?? ''
    expect(xml.replace(/<[^>]+>/g, '')).toContain('5412.8')
    expect(xml).not.toMatch(/[\uE000-\uE002]/)
  })

  test('what is unresolved is named with its surroundings and blocks printing; taken back, the scheme’s template stands again', async () => {
    await county.go('report')
    await county.says(/可以导出/)
    await county.choose('放入本县模板', [await template('# {单位}报告\n小学在校生 {数:MS99.01.1} 人，投入资金 ?? 万元，得 {总得分} 分。')])
    await county.says('还有 2 处没有着落，处理之后才能导出')
    const notice = page.getByRole('alert')
    await expect.poll(() => notice.innerText()).toContain('{数:MS99.01.1}')
    await expect.poll(() => notice.innerText()).toMatch(/投入资金 \?\? 万元/)
    await expect.poll(() => paper().locator('mark').allInnerTexts()).toEqual(['【数:MS99.01.1】', '??'])
    await expect.poll(() => county.button('导出 Word').isDisabled()).toBe(true)
    await expect.poll(() => county.button('导出 PDF').isDisabled()).toBe(true)
    await county.button('恢复方案模板').click()
    await county.says(/可以导出/)
    await county.button('撤销').click()
    await county.says('还有 2 处没有着落')
    await county.button('恢复方案模板').click()
    await county.says(/可以导出/)
  })

  test('a template whose braces do not close is named, and there is no half a report', async () => {
    await county.go('report')
    await county.says(/可以导出/)
    await county.choose('放入本县模板', [await template('得 {总得分 分')])
    await page.getByText('模板有误，报告排不出来').waitFor()
    await county.button('撤销').click()
    await county.says(/可以导出/)
  })
})

describe('evidence', { timeout: 300_000 }, () => {
  test('a file is added to an item, comes back as it was, and is removed and brought back', async () => {
    const file: GivenFile = { name: '会议记录.txt', mimeType: 'text/plain', buffer: Buffer.from('3 月 5 日例会') }
    await county.go('evaluate')
    await county.button('第 1 项的佐证材料').click()
    await county.choose('添加文件', [file])
    const drawer = page.locator('.ant-drawer')
    await drawer.getByText('会议记录.txt').waitFor()
    const { name, path } = await county.download(drawer.getByRole('button', { name: '会议记录.txt', exact: true }))
    expect(name).toBe('会议记录.txt')
    expect(await readFile(path, 'utf8')).toBe('3 月 5 日例会')
    await drawer.getByRole('button', { name: '移除 会议记录.txt' }).click()
    await drawer.getByText('这一项须有佐证材料，现在还没有').waitFor()
    await drawer.getByRole('button', { name: '撤销移除 会议记录.txt' }).click()
    await drawer.getByRole('button', { name: '会议记录.txt', exact: true }).waitFor()
    await drawer.getByText('已移除').waitFor({ state: 'detached' })
  })

  test('of several files, which are seen to come in, one cannot be read any more: the others are kept, and it is named with what to do', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'xiaotong-evidence-'))
    const paths = ['通知.txt', '签到表.txt', '照片说明.txt'].map((name) => join(folder, name))
    for (const path of paths) await writeFile(path, '材料')
    await county.go('evaluate')
    await county.button('第 4 项的佐证材料').click()
    const drawer = page.locator('.ant-drawer')
    // The second file is removed while the first one is on its way.
    await page.route('**/evidence/items/**', async (route) => {
      await drawer.locator('.progress-bar', { hasText: '正在存入佐证材料' }).waitFor()
      await rm(paths[1] ?? '', { force: true })
      await route.continue()
    })
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), county.button('添加文件').click()])
    await chooser.setFiles(paths)
    await drawer.getByText('有 1 份没有添加').waitFor()
    await drawer.getByText('签到表.txt：这个文件读不出来').waitFor()
    for (const name of ['通知.txt', '照片说明.txt']) await drawer.getByRole('button', { name, exact: true }).waitFor()
    await expect.poll(() => county.button('添加文件').isEnabled()).toBe(true)
    expect(await drawer.locator('.progress-bar').count()).toBe(0)
    await rm(folder, { recursive: true })
  })

  test('files dropped beside the items are not added, and the page says so', async () => {
    await county.go('evaluate')
    await page.locator('.evaluation-table').waitFor()
    await county.drop([{ name: '照片.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('x') }])
    await page.getByText('文件没有放到评价项目上，没有添加').waitFor()
  })

  test('a file goes to the line it is let go over, which is seen and said; to no other that it came past', async () => {
    const photo: GivenFile = { name: '照片.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('x') }
    const held = (item: string) => page.locator(`[data-item="${item}"]`).innerText()
    await county.go('evaluate')
    await page.locator('[data-item="2"]').waitFor()
    await county.drop([photo], ['[data-item="2"]', '[data-item="3"]'], async () => {
      await page.getByText('放开后加到第 3 项').waitFor()
      expect(await page.locator('.evaluation-target').count()).toBe(1)
      expect(await page.locator('.drop-cover').evaluate((cover) => getComputedStyle(cover).backgroundColor), 'the lines are seen').toBe(
        'rgba(0, 0, 0, 0)',
      )
    })
    await expect.poll(() => held('3')).toContain('1 份')
    expect(await held('2')).not.toContain('份')

    await county.drop([photo], ['[data-item="2"]', 'h1'], () => page.getByText('请放到一个评价项目上').waitFor())
    await page.getByText('文件没有放到评价项目上，没有添加').waitFor()
    await page.getByText('按责任单位').click()
    await county.drop([photo], ['h1'], () => page.getByText('请放到一个评价项目上').waitFor())
    await page.getByText('按项目').click()
    await page.locator('[data-item="2"]').waitFor()
    expect(await held('2')).not.toContain('份')
    expect(await held('3')).toContain('1 份')
  })
})

test('the report stands in English too', { timeout: 300_000 }, async () => {
  await page.getByRole('button', { name: 'English' }).click()
  await county.go('report')
  await county.says(/figures, each with its source; ready to export/)
  await county.go('evaluate')
  await page.getByText('Evidence').first().waitFor()
})
