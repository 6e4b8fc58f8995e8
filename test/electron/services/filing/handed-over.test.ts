import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { enterFacts } from '../../../../electron/services/filing/enter-facts.ts'
import { viewFiling } from '../../../../electron/services/filing/view-filing.ts'
import { loadScheme } from '../../../../electron/services/scheme/schemes.ts'
import type { Session } from '../../../../electron/services/workspace/session.ts'
import { reopenFiling, signFiling } from '../../../../electron/services/filing/sign-filing.ts'
import { makeWorkspace, resumeWorkspace } from '../../../../electron/services/workspace/workspaces.ts'
import { write } from '../../../../electron/store/db.ts'
import { changeFiling, findFiling } from '../../../../electron/store/filings.ts'
import type { WireFact } from '../../../../shared/filing/facts.ts'
import { emptyCounty } from '../../../builders/county.ts'
import { startProgram } from '../../../builders/program.ts'
import { demoReturn, demoUnits, receive } from '../../../builders/returns.ts'
import { temporaryFolder } from '../../../builders/run-cli.ts'

/** The cells changed since the last handover, with their earlier facts (docs/design/pages.md: Cell states). */
const { folder, remove } = temporaryFolder()
afterAll(remove)

const scheme = loadScheme(
  `
scheme: small
version: '1'
title: 小方案
period: year
units: { all: 'kind <> ""' }
tables:
  - { code: A, title: 学生, filed-by: all, columns: [{ code: '1', title: 男 }, { code: '2', title: 女 }], rows: [{ code: '01', title: 一年级 }, { code: '02', title: 二年级 }] }
`,
  'small.yaml',
)
const unit = { code: 'S1', name: '一小', kind: '小学', township: '', class: '', parent: '' }
const clock = (): Date => new Date('2021-12-09T00:00:00Z')
const signOff = { head: '王校长', statistician: '', filler: '李老师', phone: '', reportedOn: null }
let count = 0

async function school(): Promise<Session> {
  return makeWorkspace({ path: join(folder, `${(count += 1)}.xiaotong`), role: 'school', scheme, period: '2021', unit }, clock)
}
const enter = (session: Session, texts: Record<string, string>): void =>
  void enterFacts(
    session,
    'S1',
    Object.entries(texts).map(([cell, text]) => ({ cell, text })),
  )
const changed = (session: Session): Record<string, WireFact> | null => viewFiling(session, 'S1').changed

test('before the first sign-off nothing was handed over; after it every change shows what was signed, also when the program was closed', async () => {
  let session = await school()
  enter(session, { 'A.01.1': '20', 'A.01.2': '/', 'A.02.1': '5' })
  expect(changed(session)).toBeNull()
  signFiling(session, 'S1', signOff, '李')
  expect(changed(session)).toEqual({})

  reopenFiling(session, 'S1')
  enter(session, { 'A.01.1': '21', 'A.01.2': '3' })
  enter(session, { 'A.02.1': '', 'A.02.2': '7' })
  const differences = { 'A.01.1': '20', 'A.01.2': { na: true }, 'A.02.1': '5', 'A.02.2': null }
  expect(changed(session)).toEqual(differences)
  const { path } = session.workspace
  session.workspace.close()
  session = await resumeWorkspace(path, clock)
  expect(changed(session)).toEqual(differences)

  enter(session, { 'A.01.1': '20', 'A.01.2': '/', 'A.02.1': '5', 'A.02.2': '' })
  expect(changed(session), 'put back, nothing differs').toEqual({})
  enter(session, { 'A.01.1': '22' })
  signFiling(session, 'S1', signOff, '李')
  expect(changed(session), 'what is signed now is what was handed over').toEqual({})
  enter(session, { 'A.01.1': '23' })
  expect(changed(session)).toEqual({ 'A.01.1': '22' })
  session.workspace.close()
})

test('a filing whose signed figures are not known any more, from before they were kept, marks nothing rather than something wrong', async () => {
  const session = await school()
  enter(session, { 'A.01.1': '20' })
  signFiling(session, 'S1', signOff, '李')
  write(session.workspace.db, (db) => changeFiling(db, findFiling(db, session.task.id, 'S1')?.id ?? 0, { digest: 'f'.repeat(64) }))
  enter(session, { 'A.01.1': '21' })
  expect(changed(session)).toBeNull()
  session.workspace.close()
})

test('at the county a return corrected by hand is marked, the next one takes the marks away, and undoing it brings them back', async () => {
  const [code = ''] = demoUnits('小学')
  const program = await startProgram(folder, await emptyCounty(folder, [code]))
  const differences = async (): Promise<unknown> => (await program.ask<{ changed: unknown }>('GET', `/api/filings/${code}`)).changed
  await receive(program, [await demoReturn(code, { cells: { 'MS00.03.6': 70_000 } })])
  expect(await differences()).toEqual({})
  await program.ask('POST', `/api/filings/${code}/reopen`)
  await program.ask('PUT', `/api/filings/${code}/cells`, { changes: [{ cell: 'MS00.03.6', text: '8' }] })
  expect(await differences()).toEqual({ 'MS00.03.6': '7' })
  const { batch } = await receive(program, [await demoReturn(code, { revision: 5, cells: { 'MS00.03.6': 90_000 } })], [1])
  expect(await differences()).toEqual({})
  await program.ask('POST', `/api/batches/${batch}/undo`)
  expect(await differences()).toEqual({ 'MS00.03.6': '7' })
  program.close()
}, 60_000)
