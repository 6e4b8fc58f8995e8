import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enterFacts } from '../../../../electron/services/filing/enter-facts.ts'
import { workbookInput } from '../../../../electron/services/filing/export-workbook.ts'
import { lineageOf } from '../../../../electron/services/totals/lineage.ts'
import { commitBatch, openFiles, startBatch, undoBatch } from '../../../../electron/services/receive/batches.ts'
import type { OpenBatches } from '../../../../electron/services/receive/open-batches.ts'
import { receiveFiles } from '../../../../electron/services/receive/receive-files.ts'
import { loadScheme } from '../../../../electron/services/scheme/schemes.ts'
import { asCollector, makeWorkspace } from '../../../../electron/services/workspace/workspaces.ts'
import { signFiling } from '../../../../electron/services/filing/sign-filing.ts'
import type { Session } from '../../../../electron/services/workspace/session.ts'
import { write } from '../../../../electron/store/db.ts'
import { putUnits } from '../../../../electron/store/units.ts'
import { startReturnReader } from '../../../../electron/workbook/return-reader.ts'
import type { ReturnReader } from '../../../../electron/workbook/return.ts'
import { writeWorkbook } from '../../../../electron/workbook/write-form/write-workbook.ts'
import type { Fact } from '../../../../shared/filing/facts.ts'
import { closeParts, loseNames, moveCells, openParts, putCells, type Parts } from '../../workbook/read-return/change-workbook.ts'

const scheme = loadScheme(
  `
scheme: qx
version: '1'
title: 情况
period: year
units: { school: 'kind = "小学"' }
tables:
  - code: A
    title: 学生情况
    short: 学生
    filed-by: school
    defaults: { type: integer, min: 0 }
    columns: [{ code: '1', title: 男 }, { code: '2', title: 女 }, { code: '3', title: 计, formula: '[.1] + [.2]' }]
    rows: [{ code: '01', title: 低年级 }, { code: '02', title: 高年级 }]
  - code: B
    kind: list
    title: 培训情况
    short: 培训
    filed-by: school
    columns: [{ code: 项目, title: 项目名称, type: text }, { code: 人次, title: 人次, type: integer }]
`,
  'qx.yaml',
)
const units = ['甲', '乙', '丙'].map((name, index) => ({
  code: `210${index + 1}`,
  name: `${name}小学`,
  kind: '小学',
  township: '',
  class: '',
  parent: '',
}))
const folder = mkdtempSync(join(tmpdir(), 'xiaotong-lineage-'))
let session: Session
let reader: ReturnReader

/** The changes to each unit's workbook: 甲 none, 乙 inserted rows above and a line between, 丙 no defined names. */
const changes: ((parts: Parts) => void)[] = [
  () => {},
  (parts) => {
    moveCells(parts, 'A 学生', { row: (at) => at + 4 })
    moveCells(parts, 'B 培训', { row: (at) => (at >= 7 ? at + 1 : at) })
    putCells(parts, 'B 培训', { B7: '临时班', C7: 3 })
  },
  loseNames,
]

beforeAll(async () => {
  const office = { code: '341', name: '县教育局', kind: '教育局', township: '', class: '', parent: '' }
  session = asCollector(
    await makeWorkspace(
      { path: join(folder, 'county.xiaotong'), role: 'county', scheme, period: '2021', unit: office },
      () => new Date('2021-12-10T04:00:00Z'),
    ),
  )
  reader = startReturnReader({ scheme: session.scheme })
  write(session.workspace.db, (db) => putUnits(db, units))
  const files = []
  for (const [index, unit] of units.entries()) {
    const facts = new Map<string, Fact>([
      ['A.01.1', (index + 1) * 100_000],
      ['A.01.2', 50_000],
      ['B.1.项目', '国培'],
      ['B.1.人次', 70_000],
    ])
    const signOff = { head: '校长', statistician: '', filler: '教务', phone: '', reportedOn: null }
    const parts = openParts(
      await writeWorkbook(
        workbookInput(session, unit, { facts, explanations: new Map(), signOff, revision: 1, changedAt: '2021-12-09T08:00:00Z' }, null, {
          blank: false,
          appVersion: '0.1.0',
        }),
      ),
    )
    changes[index]?.(parts)
    files.push({ name: `${unit.name}.xlsx`, bytes: new Uint8Array(closeParts(parts)) })
  }
  const openBatches: OpenBatches = new Map()
  const { batch } = startBatch(session, openBatches)
  const received = await receiveFiles(session, reader, openFiles(session, openBatches, batch), files, async () => {}, null)
  expect(received.map(({ verdict, problems }) => (verdict === 'unreadable' ? problems : verdict))).toEqual(['new', 'new', 'new'])
  await commitBatch(session, openBatches, batch, { also: [], without: [] })
})
afterAll(async () => {
  await reader.close()
  session.workspace.close()
  rmSync(folder, { recursive: true, force: true })
})

const placesOf = async (cell: string): Promise<(string | null)[][]> =>
  (await lineageOf(session, reader, cell, 'county', undefined)).map(({ name, value, file, sheet, cell: at }) => [
    name,
    value,
    file,
    sheet,
    at,
  ])

test('a total leads to the cell of each file, wherever its form was moved', async () => {
  expect(await placesOf('A.01.1')).toEqual([
    ['丙小学', '30', '丙小学.xlsx', 'A 学生', 'C7'],
    ['乙小学', '20', '乙小学.xlsx', 'A 学生', 'C11'],
    ['甲小学', '10', '甲小学.xlsx', 'A 学生', 'C7'],
  ])
})

test('a line of a list leads to the row that was read as this line', async () => {
  expect((await placesOf('B.2.人次')).map(([name, value, , , at]) => [name, value, at])).toEqual([['乙小学', '7', 'C8']])
  expect((await placesOf('B.1.人次')).map(([name, value, , , at]) => [name, value, at])).toEqual(
    expect.arrayContaining([
      ['乙小学', '3', 'C7'],
      ['甲小学', '7', 'C7'],
    ]),
  )
})

test('a computed figure has its file and no cell in it: it was worked out here', async () => {
  expect(await placesOf('A.01.3')).toEqual([
    ['丙小学', '35', '丙小学.xlsx', null, null],
    ['乙小学', '25', '乙小学.xlsx', null, null],
    ['甲小学', '15', '甲小学.xlsx', null, null],
  ])
})

test('a figure corrected here since is not said to stand in the file', async () => {
  enterFacts(session, '2101', [{ cell: 'A.01.1', text: '11' }])
  signFiling(session, '2101', { head: '校长', statistician: '', filler: '统计员', phone: '', reportedOn: null }, '统计员')
  const row = (await lineageOf(session, reader, 'A.01.1', 'county', undefined)).find(({ unit }) => unit === '2101')
  expect(row).toMatchObject({ value: '11', sheet: null, cell: null, by: '县教育局' })
})

test('a figure typed here, then replaced by a file, is from the file, at the time of its receipt', async () => {
  const times = ['2022-01-10T04:00:00.000Z', '2022-06-01T04:00:00.000Z', '2022-05-01T04:00:00.000Z', '2022-07-01T04:00:00.000Z']
  let now = times[0] ?? ''
  const late: Session = { ...session, workspace: { ...session.workspace, clock: () => new Date(now) } }
  const origin = async (): Promise<unknown> => {
    const row = (await lineageOf(late, reader, 'A.02.1', 'county', undefined)).find(({ unit }) => unit === '2103')
    return [row?.value, row?.at, row?.by]
  }
  const receiveOne = async (value: Fact): Promise<number> => {
    const openBatches: OpenBatches = new Map()
    const { batch } = startBatch(late, openBatches)
    const handover = { facts: new Map([['A.02.1', value]]), explanations: new Map(), signOff, revision: 2, changedAt: '' }
    const form = { blank: false, appVersion: '0.1.0' }
    const bytes = new Uint8Array(await writeWorkbook(workbookInput(late, units[2]!, handover, null, form)))
    await receiveFiles(late, reader, openFiles(late, openBatches, batch), [{ name: '丙.xlsx', bytes }], async () => {}, null)
    await commitBatch(late, openBatches, batch, { also: [1], without: [] })
    return batch
  }
  const signOff = { head: '校长', statistician: '', filler: '教务', phone: '', reportedOn: null }
  enterFacts(late, '2103', [{ cell: 'A.02.1', text: '5' }])
  signFiling(late, '2103', signOff, '教务')
  expect(await origin()).toEqual(['5', times[0], '县教育局'])
  now = times[1] ?? ''
  await receiveOne(80_000)
  expect(await origin()).toEqual(['8', times[1], '县教育局'])
  // A clock that was set back changes nothing about which came last.
  now = times[2] ?? ''
  enterFacts(late, '2103', [{ cell: 'A.02.1', text: '9' }])
  signFiling(late, '2103', signOff, '教务')
  expect(await origin()).toEqual(['9', times[2], '县教育局'])
  // Undoing a receipt brings back what was entered before it.
  now = times[3] ?? ''
  const second = await receiveOne(70_000)
  expect(await origin()).toEqual(['7', times[3], '县教育局'])
  undoBatch(late, second)
  expect(await origin()).toEqual(['9', times[2], '县教育局'])
})
