import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, afterEach, expect, test } from 'vitest'
import { enterFacts } from '../../../../electron/services/filing/enter-facts.ts'
import { returnFiling } from '../../../../electron/services/filing/return-filing.ts'
import { takeBackWorkbook } from '../../../../electron/services/filing/take-back-workbook.ts'
import { viewFiling } from '../../../../electron/services/filing/view-filing.ts'
import { commitBatch, discardBatch, openFiles, startBatch } from '../../../../electron/services/receive/batches.ts'
import type { OpenBatches } from '../../../../electron/services/receive/open-batches.ts'
import { receiveFiles } from '../../../../electron/services/receive/receive-files.ts'
import { lastSession, type Session } from '../../../../electron/services/workspace/session.ts'
import { openWorkspace } from '../../../../electron/store/open.ts'
import { startReturnReader } from '../../../../electron/workbook/return-reader.ts'
import type { ReturnReader } from '../../../../electron/workbook/return.ts'
import { emptyCounty } from '../../../builders/county.ts'
import { demoReturn, demoUnits } from '../../../builders/returns.ts'
import { temporaryFolder } from '../../../builders/run-cli.ts'

/** A filing that changes while its return file is written, or while a file of the county is taken back. */
const { folder, remove } = temporaryFolder()
const [school = '', other = ''] = demoUnits('小学')
const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})
afterAll(remove)

async function start(name: string): Promise<{ session: Session; reader: ReturnReader }> {
  const workspace = await openWorkspace(await emptyCounty(folder, [school, other], name), { clock: () => new Date() })
  const session = lastSession(workspace)
  const reader = startReturnReader({ scheme: session.scheme })
  ends.push(() => reader.close(), workspace.close)
  return { session, reader }
}

/** A reader after whose reading something else happens, before what was read is taken. */
const andThen = (reader: ReturnReader, act: () => unknown): ReturnReader => ({
  ...reader,
  read: async (name, bytes) => {
    const reading = await reader.read(name, bytes)
    setImmediate(act)
    return reading
  },
})

async function previewed({ session, reader }: Awaited<ReturnType<typeof start>>, unit: string): Promise<[OpenBatches, number]> {
  const openBatches: OpenBatches = new Map()
  const { batch } = startBatch(session, openBatches)
  const file = await demoReturn(unit, { cells: { 'MS00.03.6': 90_000_000 } })
  await receiveFiles(session, reader, openFiles(session, openBatches, batch), [file], async () => {}, null)
  return [openBatches, batch]
}

function rowsOf(name: string, statement: string): unknown[] {
  const db = new Database(join(folder, `${name}.xiaotong`), { readonly: true })
  const rows = db.prepare(statement).all()
  db.close()
  return rows
}

test('a filing changed while its return file is written is not marked as returned', async () => {
  const county = await start('sent')
  const { session } = county
  await commitBatch(session, ...(await previewed(county, school)), { also: [], without: [] })
  const sending = returnFiling(session, school, '0.1.0')
  enterFacts(session, school, [{ cell: 'MS00.04.3', text: '7' }])
  await expect(sending).rejects.toMatchObject({ problem: { code: 'return-outdated' } })
  expect(viewFiling(session, school).status).toBe('received')
  await returnFiling(session, school, '0.1.0')
  expect(viewFiling(session, school).status).toBe('returned')
})

test('a value typed while a file is taken back stays, and no batch is left behind', async () => {
  const { session, reader } = await start('typed')
  const typing = andThen(reader, () => enterFacts(session, school, [{ cell: 'MS00.03.3', text: '5' }]))
  await expect(takeBackWorkbook(session, typing, school, await demoReturn(school))).rejects.toMatchObject({
    problem: { code: 'take-back-outdated' },
  })
  expect(viewFiling(session, school)).toMatchObject({ status: 'open', facts: { 'MS00.03.3': '5' } })
  expect(rowsOf('typed', 'SELECT state FROM batch')).toEqual([])
  expect(await takeBackWorkbook(session, reader, school, await demoReturn(school))).toMatchObject({ taken: false })
})

test('a batch discarded while a file is taken back does not take the file away with it', async () => {
  const county = await start('discarded')
  const { session, reader } = county
  const [openBatches, batch] = await previewed(county, other)
  const discarding = andThen(reader, () => discardBatch(session, openBatches, batch))
  expect(await takeBackWorkbook(session, discarding, school, await demoReturn(school))).toMatchObject({ taken: true })
  expect(rowsOf('discarded', 'SELECT state FROM batch ORDER BY id')).toEqual([{ state: 'discarded' }, { state: 'committed' }])
  expect(rowsOf('discarded', 'SELECT 1 AS kept FROM original JOIN filing ON filing.original = sha256')).toEqual([{ kept: 1 }])
})
