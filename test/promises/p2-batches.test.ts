import { createHash } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import type { BatchView } from '../../shared/api/batch.ts'
import type { FilingView } from '../../shared/api/filing.ts'
import { digestOfFilings, emptyCounty, tamper } from '../builders/county.ts'
import { startProgram } from '../builders/program.ts'
import { arrive, demoInputsByUnit, demoReturn, demoUnits, receive } from '../builders/returns.ts'
import { cli, temporaryFolder } from '../builders/run-cli.ts'

/**
 * Promise 2 (docs/design/promises.md): receiving is all or nothing per batch, shows first what it will change, and can be undone.
 * Seen to fail with: a transaction for each file; a preview that wrote its files; an undo that forgot the explanations;
 * an undo that left the filing's revision; an undo without a look at later entries; a commit without a look at the validity
 * of the preview.
 */
const { folder, remove } = temporaryFolder()
afterAll(remove)
const explained = demoUnits('教学点')
  .filter((unit) => (demoInputsByUnit().get(unit)?.explanations.size ?? 0) > 0)
  .slice(0, 2)
const schools = [...explained, ...demoUnits('小学').slice(0, 6)]

/** The digest of the output of `consolidate --json`. */
async function digestOfTotals(county: string): Promise<string> {
  const { stdout, code } = await cli('consolidate', county, '--json', '--by', 'unit')
  expect(code).toBe(0)
  return createHash('sha256').update(stdout).digest('hex')
}

function corrected(units: readonly string[]): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }[]> {
  return Promise.all(
    units.map((unit, index) =>
      demoReturn(unit, { revision: 2, cells: { 'MS00.03.6': (index + 3) * 10_000, 'MS06.05.1': '更换屋面' }, explanations: new Map() }),
    ),
  )
}

test('a batch shows what it will change, changes all of it or nothing, and can be taken back to the last digit', async () => {
  expect(explained).toHaveLength(2)
  const county = await emptyCounty(folder, schools)
  const first = await Promise.all(schools.map((unit) => demoReturn(unit)))
  let program = await startProgram(folder, county)
  await receive(program, first)
  program.close()
  const [before, totals] = [digestOfFilings(county), await digestOfTotals(county)]

  // The preview names every cell that would change, and changes nothing.
  program = await startProgram(folder, county)
  const preview = await arrive(program, await corrected(schools))
  expect(preview.files.map((file) => file.verdict)).toEqual(schools.map(() => 'newer'))
  expect(preview.files[0]?.differences).toContainEqual({ cell: 'MS00.03.6', held: null, incoming: '3' })
  expect(digestOfFilings(county)).toBe(before)

  // The disk fails while the fifth of eight filings is being written.
  const fifth = schools[4] ?? ''
  tamper(county, `CREATE TRIGGER fault BEFORE UPDATE ON filing WHEN NEW.unit = '${fifth}' BEGIN SELECT RAISE(ABORT, 'disk I/O error'); END`)
  const failed = await program.raw('POST', `/api/batches/${preview.batch}/commit`, {})
  expect(failed.status).toBeGreaterThanOrEqual(500)
  tamper(county, 'DROP TRIGGER fault')
  expect(digestOfFilings(county)).toBe(before)

  // The same batch can still be committed, and all of it is there at once.
  const committed = await program.ask<BatchView>('POST', `/api/batches/${preview.batch}/commit`, {})
  expect(committed).toMatchObject({ state: 'committed', committed: schools.length, parked: 0 })
  program.close()
  expect(digestOfFilings(county)).not.toBe(before)
  expect(await digestOfTotals(county)).not.toBe(totals)

  // After the undo every filing is as before: facts, explanations, revision, file.
  const undone = await cli('undo', county, String(preview.batch), '--json')
  expect(JSON.parse(undone.stdout)).toEqual({ task: 'minsheng.2021', batch: preview.batch, restored: schools.length })
  expect(digestOfFilings(county)).toBe(before)
  expect(await digestOfTotals(county)).toBe(totals)
}, 180_000)

test('a first batch that is taken back leaves no filing at all', async () => {
  const county = await emptyCounty(folder, schools, 'first')
  const empty = digestOfFilings(county)
  const program = await startProgram(folder, county)
  const { batch } = await receive(program, [await demoReturn(schools[0] ?? ''), await demoReturn(schools[1] ?? '')])
  expect(digestOfFilings(county)).not.toBe(empty)
  await program.ask('POST', `/api/batches/${batch}/undo`)
  expect(digestOfFilings(county)).toBe(empty)
  program.close()
}, 60_000)

test('a preview that is dropped, or that a crash leaves behind, changes nothing', async () => {
  const county = await emptyCounty(folder, schools, 'dropped')
  const empty = digestOfFilings(county)
  let program = await startProgram(folder, county)
  const { batch } = await arrive(program, [await demoReturn(schools[0] ?? '')])
  await program.ask('POST', `/api/batches/${batch}/discard`)
  await arrive(program, [await demoReturn(schools[1] ?? '')])
  program.close()
  program = await startProgram(folder, county)
  expect((await program.ask<BatchView[]>('GET', '/api/batches')).map((one) => one.state)).toEqual(['discarded', 'discarded'])
  program.close()
  expect(digestOfFilings(county)).toBe(empty)
}, 60_000)

test('a batch that later ones build on is not taken back from under them', async () => {
  const county = await emptyCounty(folder, schools, 'order')
  const [school = ''] = schools
  const program = await startProgram(folder, county)
  const { batch } = await receive(program, [await demoReturn(school)])
  const later = await receive(program, await corrected([school]))
  const held = digestOfFilings(county)
  const refused = await program.raw('POST', `/api/batches/${batch}/undo`)
  expect(await refused.json()).toMatchObject({ code: 'batch-superseded' })
  expect(digestOfFilings(county)).toBe(held)
  await program.ask('POST', `/api/batches/${later.batch}/undo`)
  await program.ask('POST', `/api/batches/${batch}/undo`)
  program.close()
}, 60_000)

test('a batch is not taken back from under what the county has corrected by hand since', async () => {
  const county = await emptyCounty(folder, schools, 'by-hand')
  const [school = ''] = schools
  const program = await startProgram(folder, county)
  const { batch } = await receive(program, [await demoReturn(school)])
  const received = (await program.ask<FilingView>('GET', `/api/filings/${school}`)).facts['MS00.04.3']
  const enter = (text: unknown): Promise<unknown> =>
    program.ask('PUT', `/api/filings/${school}/cells`, { changes: [{ cell: 'MS00.04.3', text }] })
  await enter('7')
  const refused = await program.raw('POST', `/api/batches/${batch}/undo`)
  expect(await refused.json()).toMatchObject({ code: 'batch-superseded', details: { unit: school } })
  expect((await program.ask<FilingView>('GET', `/api/filings/${school}`)).facts['MS00.04.3']).toBe('7')
  await enter(received)
  await program.ask('POST', `/api/batches/${batch}/undo`)
  program.close()
}, 60_000)

test('nor from under what was noted or signed off since', async () => {
  const county = await emptyCounty(folder, schools, 'signed')
  const [school = ''] = demoUnits('小学')
  const program = await startProgram(folder, county)
  const { batch } = await receive(program, [await demoReturn(school)])
  const undo = async (): Promise<unknown> => (await program.raw('POST', `/api/batches/${batch}/undo`)).json()
  const enter = (cell: string, text: string): Promise<unknown> =>
    program.ask('PUT', `/api/filings/${school}/cells`, { changes: [{ cell, text }] })
  await enter('MS00.03.6', '约三百')
  expect(await undo()).toMatchObject({ code: 'batch-superseded', details: { unit: school } })
  await enter('MS00.03.6', '')

  await program.ask('POST', `/api/filings/${school}/reopen`, {})
  await enter('MS06.05.1', '更换屋面')
  await program.ask('POST', `/api/filings/${school}/sign`, { head: '王', statistician: '', filler: '李', phone: '', reportedOn: null })
  const held = digestOfFilings(county)
  expect(await undo()).toMatchObject({ code: 'batch-superseded', details: { unit: school } })
  expect(digestOfFilings(county)).toBe(held)
  program.close()
}, 60_000)

test('a preview that no longer says what would be replaced is not committed, but shown anew', async () => {
  const county = await emptyCounty(folder, schools, 'outdated')
  const [school = '', other = ''] = schools
  const program = await startProgram(folder, county)
  const first = await arrive(program, [await demoReturn(school)])
  const second = await arrive(program, [await demoReturn(school, { cells: { 'MS06.05.1': '更换屋面' } }), await demoReturn(other)])
  expect([...first.files, ...second.files].map((file) => file.verdict)).toEqual(['new', 'new', 'new'])
  await program.ask('POST', `/api/batches/${first.batch}/commit`, {})
  const held = digestOfFilings(county)

  const refused = await program.raw('POST', `/api/batches/${second.batch}/commit`, {})
  expect([refused.status, await refused.json()]).toMatchObject([409, { code: 'batch-outdated', details: { unit: school } }])
  expect(digestOfFilings(county)).toBe(held)
  const again = await program.ask<BatchView>('GET', `/api/batches/${second.batch}`)
  expect(again.files.map((file) => file.verdict)).toEqual(['conflict', 'new'])
  expect(again.files[0]?.differences).toContainEqual({ cell: 'MS06.05.1', held: null, incoming: '更换屋面' })

  // A value typed between preview and commit is not lost either.
  const third = await arrive(program, [await demoReturn(schools[2] ?? '')])
  await program.ask('PUT', `/api/filings/${schools[2]}/cells`, { changes: [{ cell: 'MS00.04.3', text: '7' }] })
  expect(await (await program.raw('POST', `/api/batches/${third.batch}/commit`, {})).json()).toMatchObject({ code: 'batch-outdated' })
  expect((await program.ask<FilingView>('GET', `/api/filings/${schools[2]}`)).facts['MS00.04.3']).toBe('7')
  expect(await program.ask<BatchView>('POST', `/api/batches/${second.batch}/commit`, {})).toMatchObject({ committed: 1, parked: 1 })
  program.close()
}, 60_000)
