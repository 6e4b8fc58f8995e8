import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { carryOver } from '../../../../electron/services/filing/carry-over.ts'
import { enterFacts } from '../../../../electron/services/filing/enter-facts.ts'
import { viewFiling } from '../../../../electron/services/filing/view-filing.ts'
import { findScheme } from '../../../../electron/services/scheme/schemes.ts'
import type { Session } from '../../../../electron/services/workspace/session.ts'
import { addTask, makeWorkspace } from '../../../../electron/services/workspace/workspaces.ts'
import { auditLines } from '../../../builders/audit-lines.ts'
import { read } from '../../../../electron/store/db.ts'

const schemes = fileURLToPath(new URL('../../../../shared/schemes', import.meta.url))
const school = { code: '2134980103', name: '青石中心小学', kind: '小学', township: '青石镇', class: '121', parent: '349800' }
let session: Session

const enter = (cells: Record<string, string>) =>
  enterFacts(
    session,
    school.code,
    Object.entries(cells).map(([cell, text]) => ({ cell, text })),
  )
const facts = () => viewFiling(session, school.code).facts

beforeEach(async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'xiaotong-carry-')), 'w.xiaotong')
  session = await makeWorkspace(
    { path, role: 'school', scheme: findScheme('base', schemes), period: '2020-2021', unit: school },
    () => new Date('2021-11-01T00:00:00Z'),
  )
  enter({ 'JC01.11.计': '20', 'JC01.12.计': '22', 'JC01.11.寄宿': '3' })
  session = addTask(session.workspace, findScheme('funding', schemes), '2021')
})
afterEach(() => session.workspace.close())

test('blank cells are filled with what the school filed for the school year that the year began in', () => {
  const carried = carryOver(session, school.code)
  expect(carried.from).toEqual([{ scheme: 'base', title: '教育事业基础表', period: '2020-2021' }])
  expect(carried.filled).toEqual([
    { cell: 'GF01.01.1', fact: '42', from: 'base:JC01.19.计' },
    { cell: 'GF01.01.2', fact: '3', from: 'base:JC01.19.寄宿' },
  ])
  expect(facts()).toEqual({ 'GF01.01.1': '42', 'GF01.01.2': '3' })
})

test('what was entered stays, refused text stays, and a second time there is nothing to do', () => {
  enter({ 'GF01.01.1': '41', 'GF01.01.2': '约三人' })
  expect(carryOver(session, school.code).filled).toEqual([])
  expect(facts()).toEqual({ 'GF01.01.1': '41' })
  expect(viewFiling(session, school.code).refused).toEqual({ 'GF01.01.2': '约三人' })
})

test('every cell is in the audit trail with where it came from', () => {
  carryOver(session, school.code)
  const lines = read(session.workspace.db, auditLines).filter((line) => line.action === 'carry-over')
  expect(
    lines
      .map(({ by, cell, before, after, detail }) => ({ by, cell, before, after, detail }))
      .sort((a, b) => String(a.cell).localeCompare(String(b.cell))),
  ).toEqual([
    { by: '青石中心小学', cell: 'GF01.01.1', before: null, after: '42', detail: { from: 'base:JC01.19.计', period: '2020-2021' } },
    { by: '青石中心小学', cell: 'GF01.01.2', before: null, after: '3', detail: { from: 'base:JC01.19.寄宿', period: '2020-2021' } },
  ])
})

test('a year before there were base tables has nothing to take, and is told which scheme is missing', () => {
  session = addTask(session.workspace, findScheme('funding', schemes), '2019')
  expect(carryOver(session, school.code)).toMatchObject({ filled: [], from: [], missing: ['base'] })
})
