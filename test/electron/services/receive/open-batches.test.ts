import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { enterFacts } from '../../../../electron/services/filing/enter-facts.ts'
import { commitBatch, discardBatch, openFiles, startBatch, undoBatch, viewBatch } from '../../../../electron/services/receive/batches.ts'
import type { OpenBatches } from '../../../../electron/services/receive/open-batches.ts'
import { receiveFiles } from '../../../../electron/services/receive/receive-files.ts'
import { loadScheme } from '../../../../electron/services/scheme/schemes.ts'
import { lastSession } from '../../../../electron/services/workspace/session.ts'
import { addTask } from '../../../../electron/services/workspace/workspaces.ts'
import { openWorkspace } from '../../../../electron/store/open.ts'
import { startReturnReader } from '../../../../electron/workbook/return-reader.ts'
import type { BatchFile, BatchView } from '../../../../shared/api/batch.ts'
import type { FilingView } from '../../../../shared/api/filing.ts'
import { toWire } from '../../../../shared/filing/facts.ts'
import { emptyCounty } from '../../../builders/county.ts'
import { startProgram, type Program } from '../../../builders/program.ts'
import { arrive, demoInputsByUnit, demoReturn, demoUnits, receive } from '../../../builders/returns.ts'
import { temporaryFolder } from '../../../builders/run-cli.ts'

/** An open batch, while the world around it goes on (docs/design/receiving.md: Batches). */
const { folder, remove } = temporaryFolder()
afterAll(remove)
const [school = '', other = ''] = demoUnits('小学')

const start = async (name: string): Promise<Program> => startProgram(folder, await emptyCounty(folder, [school, other], name))
const filingOf = (program: Program, unit = school): Promise<FilingView> => program.ask('GET', `/api/filings/${unit}`)
const batchOf = (program: Program, batch: number): Promise<BatchView> => program.ask('GET', `/api/batches/${batch}`)
/** The status and the code of a refusal; the state of a batch else. */
async function outcome(answer: Promise<Response>): Promise<unknown[]> {
  const response = await answer
  const { code, state } = (await response.json()) as { code?: string; state?: string }
  return [response.status, code ?? state]
}
const commit = (program: Program, batch: number): Promise<unknown[]> => outcome(program.raw('POST', `/api/batches/${batch}/commit`, {}))

/** Minsheng's next version, with a column before the others. */
function nextVersion(): string {
  const text = readFileSync('shared/schemes/minsheng.yaml', 'utf8')
    .replace('version: 2021.1', 'version: 2021.2')
    .replace("- { code: '1', title: 学校（所）", "- { code: '9', title: 教室（间）, quantity: 间 }\n      - { code: '1', title: 学校（所）")
  const file = join(folder, 'minsheng.yaml')
  writeFileSync(file, text)
  return file
}

test('files read by an earlier version of the scheme are not taken, and say so', async () => {
  const program = await start('version')
  const { batch } = await arrive(program, [await demoReturn(school)])
  await program.ask('POST', '/api/tasks', { scheme: nextVersion(), period: '2021' })
  expect(await commit(program, batch)).toEqual([409, 'batch-scheme-changed'])
  expect((await filingOf(program)).facts).toEqual({})
  expect((await batchOf(program, batch)).files[0]?.problems[0]?.problem.code).toBe('batch-scheme-changed')
  const late = await demoReturn(other)
  await expect(program.send(`/api/batches/${batch}/files?name=b.xlsx`, late.bytes)).rejects.toThrow('batch-scheme-changed')

  // The way that the sentence names.
  await program.ask('POST', `/api/batches/${batch}/discard`)
  // Written by the earlier version, it has no column for the rooms.
  expect((await receive(program, [await demoReturn(school)], [1])).committed).toBe(1)
  const sent = demoInputsByUnit().get(school)!.facts
  expect((await filingOf(program)).facts).toEqual(Object.fromEntries([...sent].map(([ref, fact]) => [ref, toWire(fact)])))
  program.close()
})

test('a text that does not fit, or an explanation, entered after the preview is not replaced unseen', async () => {
  const program = await start('words')
  await receive(program, [await demoReturn(school, { cells: { 'MS00.03.2': 10_0000 }, explanations: new Map() })])
  const first = await arrive(program, [await demoReturn(school, { revision: 2 })])
  await program.ask('PUT', `/api/filings/${school}/cells`, { changes: [{ cell: 'MS00.04.3', text: '约三十' }] })
  expect(await commit(program, first.batch)).toEqual([409, 'batch-outdated'])
  expect((await filingOf(program)).refused).toEqual({ 'MS00.04.3': '约三十' })
  await program.ask('PUT', `/api/filings/${school}/cells`, { changes: [{ cell: 'MS00.04.3', text: '' }] })

  const second = await arrive(program, [await demoReturn(school, { revision: 2 })])
  const checks = await program.ask<{ key: string; level: string }[]>('GET', `/api/filings/${school}/checks`)
  const key = checks.find(({ level }) => level === 'query')?.key ?? ''
  await program.ask('PUT', `/api/filings/${school}/explanations`, { key, text: '本学期有一栋宿舍楼停用检修' })
  expect(await commit(program, second.batch)).toEqual([409, 'batch-outdated'])
  expect(Object.keys((await filingOf(program)).explanations)).toEqual([key])
  expect(await commit(program, second.batch)).toEqual([200, 'committed'])
  program.close()
})

test('while a batch is committed nothing else happens to it', async () => {
  const workspace = await openWorkspace(await emptyCounty(folder, [school, other], 'race'), { clock: () => new Date() })
  const session = lastSession(workspace)
  const reader = startReturnReader({ scheme: session.scheme })
  const openBatches: OpenBatches = new Map()
  const all = { also: [], without: [] }
  const file = await demoReturn(school)
  const begin = async (): Promise<number> => {
    const { batch } = startBatch(session, openBatches)
    await receiveFiles(session, reader, openFiles(session, openBatches, batch), [file], async () => {}, 1)
    return batch
  }
  const meanwhile: Record<string, (batch: number) => unknown> = {
    discard: async (batch) => discardBatch(session, openBatches, batch),
    commit: (batch) => commitBatch(session, openBatches, batch, all),
    add: async (batch) => openFiles(session, openBatches, batch),
  }
  for (const [what, act] of Object.entries(meanwhile)) {
    enterFacts(session, other, [{ cell: 'MS00.03.3', text: String(what.length) }])
    const batch = await begin()
    const committing = commitBatch(session, openBatches, batch, all)
    await expect(act(batch), what).rejects.toMatchObject({ problem: { code: 'batch-closed' } })
    expect(viewBatch(session, openBatches, batch), what).toMatchObject({ state: 'open', files: [{ verdict: 'new' }] })
    expect(await committing, what).toMatchObject({ state: 'committed', committed: 1 })
    undoBatch(session, batch)
  }

  // A version of the scheme taken during the backup is noticed too.
  enterFacts(session, other, [{ cell: 'MS00.03.3', text: '9' }])
  const batch = await begin()
  const committing = commitBatch(session, openBatches, batch, all)
  addTask(workspace, loadScheme(readFileSync(nextVersion(), 'utf8'), 'minsheng.yaml'), '2021')
  await expect(committing).rejects.toMatchObject({ problem: { code: 'batch-scheme-changed' } })
  discardBatch(lastSession(workspace), openBatches, batch)
  await reader.close()
  workspace.close()
})

test('a batch of nothing but parked files is committed once', async () => {
  const program = await start('parked')
  const { batch } = await arrive(program, [{ name: 'x.xlsx', bytes: new Uint8Array([1, 2, 3]) }])
  expect(await Promise.all([commit(program, batch), commit(program, batch)])).toEqual([
    [200, 'committed'],
    [409, 'batch-closed'],
  ])
  expect((await batchOf(program, batch)).files).toHaveLength(1)
  program.close()
})

test('a file that is read while its batch is closed is refused, never lost without a word', async () => {
  const program = await start('late')
  const { bytes } = await demoReturn(other)
  for (const act of ['commit', 'discard']) {
    const { batch } = await arrive(program, [await demoReturn(school)])
    const late = program.send<BatchFile[]>(`/api/batches/${batch}/files?name=late.xlsx`, bytes).then(
      () => 'added',
      (failure: Error) => failure.message,
    )
    const [said] = await Promise.all([late, program.raw('POST', `/api/batches/${batch}/${act}`, {})])
    expect(said, act).toContain('batch-closed')
    expect((await filingOf(program, other)).status).toBe('open')
  }
  program.close()
})

test('a file whose unit left the roster says so, and is taken when the unit is back', async () => {
  const program = await start('roster')
  const { batch, files } = await arrive(program, [await demoReturn(school)])
  expect(files[0]?.verdict).toBe('new')
  await program.ask('DELETE', `/api/units/${school}`)
  expect(await commit(program, batch)).toEqual([409, 'batch-outdated'])
  expect((await batchOf(program, batch)).files[0]).toMatchObject({
    verdict: 'not-on-roster',
    problems: [{ problem: { code: 'unit-not-found' } }],
  })
  await program.ask('PUT', `/api/units/${school}`, demoInputsByUnit().get(school)!.unit)
  expect((await batchOf(program, batch)).files[0]).toMatchObject({ verdict: 'new', taken: true, problems: [] })
  expect(await commit(program, batch)).toEqual([200, 'committed'])
  program.close()
})

test('a unit that files other tables by now has its return judged again', async () => {
  const program = await start('kind')
  const { batch } = await arrive(program, [await demoReturn(school)])
  await program.ask('PUT', `/api/units/${school}`, { ...demoInputsByUnit().get(school)!.unit, kind: '教育局' })
  expect(await commit(program, batch)).toEqual([409, 'batch-outdated'])
  const [file] = (await batchOf(program, batch)).files
  expect([file?.verdict, file?.problems[0]?.problem.code]).toEqual(['changed-structure', 'table-not-filed'])
  expect((await filingOf(program)).facts).toEqual({})
  program.close()
})
