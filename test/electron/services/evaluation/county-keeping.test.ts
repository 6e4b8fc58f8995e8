import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { evaluateCounty } from '../../../../electron/services/evaluation/evaluate.ts'
import {
  bringBackEvidence,
  dropEvidence,
  evidenceFile,
  evidenceOf,
  keepEvidence,
} from '../../../../electron/services/evaluation/keep-evidence.ts'
import { dropParameter, keepParameter, listParameters } from '../../../../electron/services/scheme/keep-parameters.ts'
import { loadScheme } from '../../../../electron/services/scheme/schemes.ts'
import type { Session } from '../../../../electron/services/workspace/session.ts'
import { discardLeftOpen } from '../../../../electron/services/receive/batches.ts'
import { makeWorkspace, resumeWorkspace } from '../../../../electron/services/workspace/workspaces.ts'
import { auditLines } from '../../../builders/audit-lines.ts'
import { read } from '../../../../electron/store/db.ts'
import { readOriginal } from '../../../../electron/store/originals.ts'
import { ProblemError } from '../../../../shared/problem.ts'

const scheme = loadScheme(
  `
scheme: funds
version: '1'
title: 经费
period: year
parameters:
  小学标准: { unit: 元, source: 省财教〔2019〕1号, values: { '2019': 600, '2022': 700 } }
units: { all: 'kind <> ""' }
tables:
  - { code: A, title: a, filed-by: all, columns: [{ code: '1', title: x }], rows: [{ code: '01', title: n }] }
evaluation: { full: 3, items: [{ code: '1', title: 一, points: 3, evidence: true }] }
`,
  'funds.yaml',
)
let session: Session

beforeEach(async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'xiaotong-keep-')), 'w.xiaotong')
  const unit = { code: '341524', name: '某县教育局', kind: '教育局', township: '', class: '', parent: '' }
  session = await makeWorkspace({ path, role: 'county', scheme, period: '2021', unit }, () => new Date('2021-12-09T00:00:00Z'))
})
afterEach(() => session.workspace.close())

function codeOf(act: () => unknown): string {
  try {
    act()
    return 'done'
  } catch (error) {
    return error instanceof ProblemError ? error.problem.code : 'other'
  }
}

test("the county's own value is in force from its period on, with its source; taken away, the scheme's stands again", () => {
  expect(listParameters(session)[0]).toMatchObject({ inForce: '600' })
  session = keepParameter(session, '小学标准', { from: '2021', value: '６５０', source: '县财教〔2021〕3号' })
  expect(listParameters(session)[0]).toEqual({
    name: '小学标准',
    unit: '元',
    inForce: '650',
    values: [
      { from: '2019', value: '600', source: '省财教〔2019〕1号', own: false },
      { from: '2021', value: '650', source: '县财教〔2021〕3号', own: true },
      { from: '2022', value: '700', source: '省财教〔2019〕1号', own: false },
    ],
  })
  expect(session.priorParameters.get('小学标准')).toBe(6_000_000)
  session = dropParameter(session, '小学标准', '2021')
  expect(listParameters(session)[0]?.inForce).toBe('600')
})

test('a value that is no number, a period that is none, a name that is unknown are refused by name', () => {
  expect(codeOf(() => keepParameter(session, '小学标准', { from: '2021', value: '约六百', source: '' }))).toBe('not-a-number')
  expect(codeOf(() => keepParameter(session, '小学标准', { from: '去年', value: '1', source: '' }))).toBe('period-invalid')
  expect(codeOf(() => keepParameter(session, '大学标准', { from: '2021', value: '1', source: '' }))).toBe('not-found')
})

test.each([
  ['year', '2021', ['2021', '２０２２'], ['2021-09', '2021-2022', '2021-99-0000']],
  ['school-year', '2021-2022', ['2021-2022', '2022'], ['2021-09', '2021-2023', '2021-99-0000']],
  ['term', '2021-2022-1', ['2021-2022-1', '2021-2022-2', '2022'], ['2021-2022', '2021-2022-3', '2021-99-0000']],
  ['month', '2021-09', ['2021-09', '2022'], ['2021-13', '2021-2022-1']],
] as const)('a value begins with a period of the scheme, or with a year: %s', async (kind, period, taken, refused) => {
  const path = join(mkdtempSync(join(tmpdir(), 'xiaotong-keep-')), 'w.xiaotong')
  const unit = { code: '341524', name: '某县教育局', kind: '教育局', township: '', class: '', parent: '' }
  const dated = loadScheme(scheme.text.replace('period: year', `period: ${kind}`), 'funds.yaml')
  let own = await makeWorkspace({ path, role: 'county', scheme: dated, period, unit }, () => new Date('2021-12-09T00:00:00Z'))
  for (const from of taken) own = keepParameter(own, '小学标准', { from, value: '650', source: 'x' })
  for (const from of refused)
    expect(() => keepParameter(own, '小学标准', { from, value: '650', source: 'x' })).toThrow(
      expect.objectContaining({ problem: { code: 'period-invalid', details: { found: from, expected: period } } }),
    )
  const values = listParameters(own)[0]?.values.filter((one) => one.own)
  expect(values?.map(({ from }) => from)).toEqual(taken.map((from) => from.normalize('NFKC')))
  own.workspace.close()
})

test('evidence is kept with the workspace and comes back as it was', () => {
  const [kept] = keepEvidence(session, '1', '实施方案.pdf', new Uint8Array([1, 2, 3]))
  expect(kept).toMatchObject({ item: '1', name: '实施方案.pdf', bytes: 3 })
  expect([...evidenceFile(session, kept?.id ?? 0).bytes]).toEqual([1, 2, 3])
})

test('removed evidence proves nothing, and can be brought back as it was until the workspace is opened again', async () => {
  const clock = () => new Date('2021-12-09T00:00:00Z')
  const open = async (): Promise<void> => {
    const { path } = session.workspace
    session.workspace.close()
    session = await resumeWorkspace(path, clock)
    discardLeftOpen(session.workspace)
  }
  const lacking = () => evaluateCounty(session).items[0]?.flags.includes('evidence-missing')
  const [kept] = keepEvidence(session, '1', '实施方案.pdf', new Uint8Array([1, 2, 3]))
  const id = kept?.id ?? 0
  expect(lacking()).toBe(false)
  expect(dropEvidence(session, id)).toEqual([{ ...kept, removedAt: '2021-12-09T00:00:00.000Z' }])
  expect(lacking()).toBe(true)
  expect(codeOf(() => dropEvidence(session, id))).toBe('not-found')

  expect(bringBackEvidence(session, id)).toEqual([kept])
  expect(lacking()).toBe(false)
  expect([...evidenceFile(session, id).bytes]).toEqual([1, 2, 3])
  expect(codeOf(() => bringBackEvidence(session, id))).toBe('not-found')
  await open()
  expect(evidenceOf(session), 'what is held stays').toEqual([kept])

  dropEvidence(session, id)
  await open()
  expect(evidenceOf(session)).toEqual([])
  expect(codeOf(() => bringBackEvidence(session, id))).toBe('not-found')
  expect(read(session.workspace.db, auditLines).map(({ action }) => action)).toEqual([
    'remove-evidence',
    'bring-back-evidence',
    'remove-evidence',
    'add-evidence',
  ])
  expect(
    read(session.workspace.db, (db) => readOriginal(db, kept?.sha256 ?? '')),
    'the file goes with it',
  ).toBeNull()
})

test('evidence for an item that does not exist, or an empty file, is refused', () => {
  expect(codeOf(() => keepEvidence(session, '9', 'a.pdf', new Uint8Array([1])))).toBe('item-unknown')
  expect(codeOf(() => keepEvidence(session, '1', 'a.pdf', new Uint8Array()))).toBe('file-empty')
})
