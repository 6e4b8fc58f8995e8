import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PizZip from 'pizzip'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { drawTemplate } from '../../../../build/report-templates.ts'
import { schemeFolder } from '../../../../electron/machine/product.ts'
import { loadScheme } from '../../../../electron/services/scheme/schemes.ts'
import { enterFacts } from '../../../../electron/services/filing/enter-facts.ts'
import { enterScore } from '../../../../electron/services/evaluation/evaluate.ts'
import type { Session } from '../../../../electron/services/workspace/session.ts'
import { signFiling } from '../../../../electron/services/filing/sign-filing.ts'
import { dropTemplate, putTemplate, viewReport, writeReport } from '../../../../electron/services/report/write-report.ts'
import { makeWorkspace } from '../../../../electron/services/workspace/workspaces.ts'
import { ProblemError } from '../../../../shared/problem.ts'

const scheme = loadScheme(
  `
scheme: report-test
version: '1'
title: 报告试验
period: year
units: { all: 'kind <> ""' }
tables:
  - { code: A, title: 甲表, filed-by: all, columns: [{ code: '1', title: 人数 }], rows: [{ code: '01', title: 学生 }, { code: '02', title: 教师 }, { code: '03', title: 校医 }] }
  - { code: L, kind: list, title: 培训, filed-by: all, columns: [{ code: 名, title: 名, type: text }, { code: 数, title: 数 }] }
checks:
  - { id: X-1, level: error, at: county, rule: '[A.02.1] <= 800', because: 编制只有 800 名 }
indicators:
  - { code: 生师比, formula: '[A.01.1] / [A.02.1]', show: '0.00' }
evaluation: { full: 5, items: [{ code: '1', title: 组织, points: 3 }, { code: '2', title: 成效, items: [{ code: 2-1, title: 质量, points: 1 }, { code: 2-2, title: 进度, points: 1 }] }] }
`,
  'report-test.yaml',
)
let session: Session

beforeAll(async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'xiaotong-report-')), 'w.xiaotong')
  session = await makeWorkspace(
    {
      path,
      role: 'county',
      scheme,
      period: '2021',
      unit: { code: '1', name: '某县教育局', kind: '教育局', township: '', class: '', parent: '' },
    },
    () => new Date('2021-12-09T00:00:00Z'),
  )
  const typed = { 'A.01.1': '12000', 'A.02.1': '900', 'L.1.名': '国培', 'L.1.数': '30', 'L.2.名': '=1+1', 'L.2.数': '7', 'L.3.名': '省培' }
  enterFacts(
    session,
    '1',
    Object.entries(typed).map(([cell, text]) => ({ cell, text })),
  )
  signFiling(session, '1', { head: '王', filler: '李', statistician: '', phone: '', reportedOn: null }, '李')
  enterScore(session, '1', '2.5', '缺会议记录', '王')
  enterScore(session, '2-1', '1', '', '王')
  enterScore(session, '2-2', '0.5', '晚一月', '王')
})
afterAll(() => session.workspace.close())

async function useTemplate(text: string): Promise<void> {
  putTemplate(session, '县模板.docx', await drawTemplate(text))
}

function textOf(docx: Uint8Array): string {
  const xml = new PizZip(docx).file('word/document.xml')?.asText() ?? ''
  return xml
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .trim()
}

test('a scheme without a template says so; the county brings its own', async () => {
  expect((await viewReport(session, schemeFolder())).template).toBe('none')
  await useTemplate('# {单位}{报告期}报告')
  expect(await viewReport(session, schemeFolder())).toMatchObject({ template: 'own', templateName: '县模板.docx', unresolved: [] })
})

test('figures, lines of a list and scores stand in the text, and each says where it comes from', async () => {
  await useTemplate(
    '生师比 {指标：生师比}，学生 {数:A.01.1} 人，得 {总得分}/{总分} 分。\n{#行:L}{序号} {列:名} {列:数}人次；{/行:L}\n{#扣分}{标题}扣分：{原因}{/扣分}',
  )
  const { bytes, figures, unresolved } = writeReport(session, schemeFolder())
  expect(unresolved).toEqual([])
  expect(textOf(bytes)).toBe(
    '生师比 13.33，学生 12000 人，得 4/5 分。\n1 国培 30人次；2 =1+1 7人次；3 省培 人次；\n组织扣分：缺会议记录进度扣分：晚一月',
  )
  expect(figures.find((one) => one.tag === '指标：生师比')).toMatchObject({
    text: '13.33',
    origin: { kind: 'indicator', code: '生师比' },
    cell: 'A.01.1',
  })
})

test('an item that lost points in its parts says their reasons', async () => {
  await useTemplate('{#评价}{标题}{得分}：{原因}。{/评价}')
  expect(textOf(writeReport(session, schemeFolder()).bytes)).toBe('组织2.5：缺会议记录。成效1.5：晚一月。')
})

test('only the first row of a table is its head', async () => {
  await useTemplate('| 名 | 数 |\n| {#行:L}{列:名} | {列:数}{/行:L} |')
  const { html } = await viewReport(session, schemeFolder())
  expect(html.match(/<thead>.*?<\/thead>/s)?.[0]).not.toContain('国培')
  expect(html).toMatch(/<td[^>]*><p><span[^>]*>国培/)
})

test('a condition on a line keeps the unit away from a blank, and says what a line is', async () => {
  await useTemplate('{#行:L}{列:名}{#有:数}{列:数}人次{/有:数}{#当:名=省培}（省里办）{/当:名=省培}；{/行:L}')
  const { bytes, unresolved } = writeReport(session, schemeFolder())
  expect(unresolved).toEqual([])
  expect(textOf(bytes)).toBe('国培30人次；=1+17人次；省培（省里办）；')
  await useTemplate('{#行:L}{#有:没有的列}x{/有:没有的列}{/行:L}')
  expect((await viewReport(session, schemeFolder())).unresolved.map((one) => one.text)).toContain('{有:没有的列}')
})

test('checks of the totals that fail are counted, and keep nobody from exporting', async () => {
  await useTemplate('学生 {数:A.01.1} 人')
  expect(await viewReport(session, schemeFolder())).toMatchObject({ unresolved: [], failedChecks: 1 })
  expect(textOf(writeReport(session, schemeFolder()).bytes)).toBe('学生 12000 人')
})

test.each([
  ['a tag that names nothing', '共 {指标:不存在} 人', '{指标:不存在}'],
  ['a cell that was left blank', '校医 {数:A.03.1} 人', '{数:A.03.1}'],
  ['a placeholder', '投入 ?? 万元', '??'],
  ['a loop over nothing', '{#行:X}a{/行:X}', '{行:X}'],
  ['a brace that does not close', '共 {数:A.01.1 人', '{数:A.01.1}'],
])('%s blocks the report and is named', async (_, text, named) => {
  await useTemplate(text)
  const { unresolved } = await viewReport(session, schemeFolder())
  expect(unresolved.map((one) => one.text)).toContain(named)
  expect(() => writeReport(session, schemeFolder())).toThrow(ProblemError)
})

test('what is no .docx is refused as a template; without an own one the scheme’s stands again', () => {
  expect(() => putTemplate(session, '模板.doc', new Uint8Array([0xd0, 0xcf]))).toThrow(ProblemError)
  dropTemplate(session)
  expect(() => writeReport(session, schemeFolder())).toThrow('report-template-missing')
})
