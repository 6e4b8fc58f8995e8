import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { drawTemplate } from '../../../../build/report-templates.ts'
import { takeArguments } from '../../../../electron/cli/arguments.ts'
import { reportCommands } from '../../../../electron/cli/report-command.ts'
import { totalsCommands } from '../../../../electron/cli/totals-commands.ts'
import { composeRuntime } from '../../../../electron/compose/runtime.ts'
import { plainMachine } from '../../../../electron/loopback/plain-machine.ts'
import { checkEverything } from '../../../../electron/services/totals/check-county.ts'
import { consolidate, consolidateGroup, groupHeads, indicatorsBy } from '../../../../electron/services/totals/consolidate.ts'
import { enterScore, evaluateCounty } from '../../../../electron/services/evaluation/evaluate.ts'
import { lineageOf } from '../../../../electron/services/totals/lineage.ts'
import { pdfOf, type Printing } from '../../../../electron/services/printing.ts'
import { printForm } from '../../../../electron/services/filing/print-form.ts'
import { loadScheme } from '../../../../electron/services/scheme/schemes.ts'
import type { Session } from '../../../../electron/services/workspace/session.ts'
import { printSummary, summaryWorkbook } from '../../../../electron/services/totals/summary.ts'
import { variationOf } from '../../../../electron/services/totals/variation.ts'
import { addTask, makeWorkspace } from '../../../../electron/services/workspace/workspaces.ts'
import { printReport, putTemplate, viewReport, writeReport } from '../../../../electron/services/report/write-report.ts'
import { write } from '../../../../electron/store/db.ts'
import { startReturnReader } from '../../../../electron/workbook/return-reader.ts'
import { replaceFacts } from '../../../../electron/store/facts.ts'
import { changeFiling, createFiling, type FilingStatus } from '../../../../electron/store/filings.ts'
import { putUnits } from '../../../../electron/store/units.ts'
import type { Fact } from '../../../../shared/filing/facts.ts'
import { countReadings } from '../../../../build/bench/count-readings.ts'

/**
 * Each output of a county reads each filing once. The scheme has every feature that needs readings: a list, a computed cell that is
 * added up, indicators, checks and a score across units, figures of the period before.
 */
const scheme = loadScheme(
  `
scheme: passes
version: '1'
title: 一遍
period: year
units: { all: 'kind <> ""', school: 'kind = "小学"' }
tables:
  - code: A
    title: 学生
    filed-by: school
    columns: [{ code: '1', title: 学生 }, { code: '2', title: 教师 }, { code: '3', title: 合计, formula: '[.1] + [.2]', aggregate: sum }]
    rows: [{ code: '01', title: 人数 }]
  - { code: L, kind: list, title: 培训, filed-by: school, columns: [{ code: 名, title: 名, type: text }, { code: 数, title: 数 }] }
checks:
  - { id: X-1, level: error, at: county, rule: 'MAXU([A.01.1]) <= 100', because: 学校不应过大 }
  - { id: C-1, level: query, rule: '[A.01.1] >= PRIOR([A.01.1])', ask: 学生为何减少 }
indicators:
  - { code: 差异系数, formula: 'CV([A.01.2] / [A.01.1], kind = "小学")', show: '0.00', target: '<= 0.50' }
  - { code: 增长, formula: 'GROWTH([A.01.1])', show: '0.00%' }
evaluation: { full: 3, items: [{ code: '1', title: 规模, points: 2, score: 'IF(MAXU([A.01.1]) <= 100, 2, 0)' }, { code: '2', title: 组织, points: 1, score: manual }] }
`,
  'passes.yaml',
)
const units = ['甲', '乙', '丙', '丁'].map((name, index) => ({
  code: `S${index + 1}`,
  name: `${name}小学`,
  kind: '小学',
  township: index % 2 === 0 ? '东镇' : '西镇',
  class: index % 2 === 0 ? '121' : '220',
  parent: '',
}))
const office = { code: 'K1', name: '某县教育局', kind: '教育局', township: '', class: '', parent: '' }
const folder = mkdtempSync(join(tmpdir(), 'xiaotong-passes-'))
const counted = countReadings()
const printing: Printing = { renderPdf: async (html) => new TextEncoder().encode(html), fontsFor: () => '' }
const runtime = composeRuntime(plainMachine({ lang: 'zh' }))
const reader = startReturnReader({ scheme: scheme.scheme })
let session: Session
/** The filing ids by period and unit, `2021 S1`. */
const ids = new Map<string, number>()

/** The filings: 丁 has a draft in both years, 丙 has none in 2020. */
const filed: readonly [period: string, unit: string, status: FilingStatus, students: number][] = [
  ['2020', 'S1', 'received', 90],
  ['2020', 'S2', 'received', 80],
  ['2020', 'S4', 'open', 70],
  ['2021', 'S1', 'received', 100],
  ['2021', 'S2', 'signed', 60],
  ['2021', 'S3', 'returned', 50],
  ['2021', 'S4', 'open', 40],
]

function fileFor(period: string): void {
  write(session.workspace.db, (db) => {
    for (const [of, unit, status, students] of filed.filter((one) => one[0] === period)) {
      const filing = createFiling(db, session.task.id, unit)
      const facts: [string, Fact][] = [
        ['A.01.1', students * 10_000],
        ['A.01.2', 100_000],
        ['L.1.名', '国培'],
        ['L.1.数', 30_000],
      ]
      replaceFacts(db, filing.id, new Map(facts))
      changeFiling(db, filing.id, { status, revision: 1 })
      ids.set(`${of} ${unit}`, filing.id)
    }
  })
}

beforeAll(async () => {
  const path = join(folder, 'county.xiaotong')
  session = await makeWorkspace({ path, role: 'county', scheme, period: '2020', unit: office }, () => new Date('2021-12-09T00:00:00Z'))
  write(session.workspace.db, (db) => putUnits(db, [...units, office]))
  fileFor('2020')
  session = addTask(session.workspace, scheme, '2021')
  fileFor('2021')
  putTemplate(session, '模板.docx', await drawTemplate('学生 {数:A.01.1} 人，得 {得分:1} 分。{#行:L}{列:名}{/行:L}'))
})
afterAll(async () => {
  counted.stop()
  await reader.close()
  session.workspace.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Runs `work` and counts the readings of each filing by `2021 S1`; filings without a reading are left out. */
async function readingsOf(work: () => unknown): Promise<Record<string, number>> {
  counted.take()
  await work()
  const { filings, others } = counted.take()
  expect(others).toEqual([])
  const times: Record<string, number> = {}
  for (const [name, id] of ids) {
    const read = filings.get(id)
    if (read !== undefined) times[name] = read
  }
  return times
}

async function command(name: string, ...args: string[]): Promise<unknown> {
  const found = [...totalsCommands, ...reportCommands].find((one) => one.name === name)
  if (found === undefined) throw new Error(name)
  const given = takeArguments(['workspace', ...args], found.options ?? {}, 'zh')
  return found.run(given, { runtime, machine: plainMachine({ lang: 'zh' }), printing, open: async () => session })
}

const once = (...names: string[]): Record<string, number> => Object.fromEntries(names.map((name) => [name, 1]))
const county = once('2020 S1', '2020 S2', '2021 S1', '2021 S2', '2021 S3')
const east = once('2020 S1', '2021 S1', '2021 S3')
const paper = (by: 'county' | 'township', group?: string) => (fonts: string) => printSummary(session, { by, group }, fonts)
const out = (file: string): string => join(folder, file)

describe('each output reads each filing once', () => {
  test.each<[output: string, work: () => unknown, read: Record<string, number>]>([
    ['the summary as PDF', () => pdfOf(paper('county'), printing), county],
    ['the summary as a page', () => paper('county')(''), county],
    ['the summary in Excel', () => summaryWorkbook(session, { by: 'county' }), county],
    ['the townships’ summary as PDF', () => pdfOf(paper('township'), printing), county],
    ['one township’s summary in Excel', () => summaryWorkbook(session, { by: 'township', group: '东镇' }), east],
    ['the units’ summary in Excel', () => summaryWorkbook(session, { by: 'unit' }), county],
    ['totals by class', () => consolidate(session, 'class'), county],
    ['one township’s totals', () => consolidateGroup(session, 'township', '东镇'), east],
    ['the first township’s totals', () => consolidateGroup(session, 'township', undefined), east],
    ['one unit’s totals', () => consolidateGroup(session, 'unit', 'S2'), once('2020 S2', '2021 S2')],
    ['the heads of groups', () => groupHeads(session, 'township'), {}],
    ['the county’s indicators', () => indicatorsBy(session, 'county'), county],
    ['indicators by kind', () => indicatorsBy(session, 'kind'), county],
    ['the coefficients school by school', () => variationOf(session, undefined), county],
    ['the evaluation', () => evaluateCounty(session), county],
    ['a score entered', () => enterScore(session, '2', '1', '', '王'), county],
    ['the report looked at', () => viewReport(session, folder), county],
    ['the report in Word', () => writeReport(session, folder), county],
    ['the report as PDF', async () => pdfOf(await printReport(session, folder), printing), county],
    ['all checks, drafts included', () => checkEverything(session), { ...county, ...once('2020 S4', '2021 S4') }],
    ['where one township’s total comes from', () => lineageOf(session, reader, 'A.01.1', 'township', '东镇'), once('2021 S1', '2021 S3')],
    ['a unit’s printed form', () => pdfOf((fonts) => printForm(session, 'S1', fonts), printing), once('2020 S1', '2021 S1')],
    ['consolidate --out xlsx', () => command('consolidate', '--out', out('a.xlsx')), county],
    ['consolidate --out pdf', () => command('consolidate', '--out', out('a.pdf')), county],
    ['consolidate --out csv', () => command('consolidate', '--out', out('a.csv')), county],
    ['report --out docx', () => command('report', '--out', out('a.docx')), county],
    ['report --out pdf', () => command('report', '--out', out('b.pdf')), county],
  ])('%s', async (_, work, read) => {
    expect(await readingsOf(work)).toEqual(read)
  })
})
