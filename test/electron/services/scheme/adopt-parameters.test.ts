import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { foreseeAdoption, type Brought } from '../../../../electron/services/scheme/adopt-parameters.ts'
import { keepParameter } from '../../../../electron/services/scheme/keep-parameters.ts'
import { loadScheme } from '../../../../electron/services/scheme/schemes.ts'
import type { Session } from '../../../../electron/services/workspace/session.ts'
import { makeWorkspace } from '../../../../electron/services/workspace/workspaces.ts'
import { read } from '../../../../electron/store/db.ts'
import { temporaryFolder } from '../../../builders/run-cli.ts'

/** The school's own values after a collector's workbook that lacks some parameters. */
const { folder, remove } = temporaryFolder()
const text = `
scheme: small
version: '2'
title: 小方案
period: year
units: { all: 'kind <> ""' }
parameters:
  定额: { unit: 元, source: 某文件, values: { 2020: 600 } }
  任务: { unit: 篇, source: 某文件, values: { 2022: 20 } }
tables:
  - { code: A, title: 学生, filed-by: all, columns: [{ code: '1', title: 人数 }], rows: [{ code: '01', title: 一年级 }] }
`
let school: Session
beforeAll(async () => {
  const unit = { code: 'S1', name: '一小', kind: '小学', township: '', class: '', parent: '' }
  school = await makeWorkspace(
    { path: join(folder, 'school.xiaotong'), role: 'school', scheme: loadScheme(text, 'small.yaml'), period: '2021', unit },
    () => new Date('2021-12-09T00:00:00Z'),
  )
  for (const [name, value] of [
    ['定额', '700'],
    ['任务', '12'],
  ] as const)
    school = keepParameter(school, name, { from: '2021', value, source: '试' })
})
afterAll(() => {
  school?.workspace.close()
  remove()
})

/** The school's parameters in force after a workbook with `parameters`. */
function after(parameters: Brought['sent']['parameters'], version = '2'): Record<string, number> {
  const brought: Brought = { version, sent: { issuer: { code: '34', name: '县教育局' }, remarks: [], parameters, ownValues: [] } }
  const { parameters: inForce } = read(school.workspace.db, (db) => foreseeAdoption(school, db, brought))
  return Object.fromEntries([...inForce].map(([name, value]) => [name, value / 10_000]))
}

test('a parameter that the collector has no value of, nor the scheme yet, has none at the school', () => {
  expect(after([['定额', 7_000_000]])).toEqual({ 定额: 700 })
})

test('a row that cannot be read where the scheme has a value takes nothing away: the collector cannot be without one', () => {
  expect(after([['任务', 120_000]])).toEqual({ 定额: 700, 任务: 12 })
})

test('a workbook written by another version of the scheme says nothing of parameters that it does not name', () => {
  expect(after([['定额', 7_000_000]], '1')).toEqual({ 定额: 700, 任务: 12 })
})
