import { afterAll, expect, test } from 'vitest'
import type { BatchView } from '../../shared/api/batch.ts'
import type { FilingView } from '../../shared/api/filing.ts'
import { digestOfFilings, emptyCounty } from '../builders/county.ts'
import { startProgram, type Program } from '../builders/program.ts'
import { arrive, demoReturn, demoUnits, receive } from '../builders/returns.ts'
import { cliJson, temporaryFolder } from '../builders/run-cli.ts'

/**
 * Promise 5 (docs/design/promises.md): two conflicting returns of one unit are never merged or overwritten silently.
 * Seen to fail with: the last of several returns in a batch winning; a return of the same revision taken as newer; a
 * draft of the county overwritten by a file.
 */
const { folder, remove } = temporaryFolder()
afterAll(remove)
const [school = '', other = ''] = demoUnits('小学')
const ours = { 'MS00.03.6': 50_000 }
const theirs = { 'MS00.03.6': 70_000, 'MS06.05.1': '更换屋面' }

async function started(name: string): Promise<{ program: Program; county: string }> {
  const county = await emptyCounty(folder, [school, other], name)
  return { county, program: await startProgram(folder, county) }
}

test('two returns of one school in one batch that disagree are both set apart, the other school is received', async () => {
  const { program, county } = await started('one-batch')
  const batch = await receive(program, [
    await demoReturn(school, { cells: ours }),
    await demoReturn(other),
    await demoReturn(school, { cells: theirs }),
  ])
  expect(batch.files.map(({ verdict, taken }) => [verdict, taken])).toEqual([
    ['conflict', false],
    ['new', true],
    ['conflict', false],
  ])
  expect((await program.ask<FilingView>('GET', `/api/filings/${school}`)).facts).toEqual({})
  program.close()
  expect(await cliJson(['status', county])).toMatchObject({ filed: 1 })
})

test('copies of one return in one batch are one return', async () => {
  const { program } = await started('copies')
  const file = await demoReturn(school)
  const batch = await receive(program, [file, { ...file, name: '副本.xlsx' }])
  expect(batch.files.map(({ verdict }) => verdict)).toEqual(['new', 'identical'])
  program.close()
})

test('a return that disagrees with what was received before waits for a person, who sees both values', async () => {
  const { program, county } = await started('two-batches')
  await receive(program, [await demoReturn(school, { cells: ours })])
  const held = digestOfFilings(county)
  const { batch, files } = await arrive(program, [await demoReturn(school, { cells: theirs })])
  expect(files[0]).toMatchObject({ verdict: 'conflict', taken: false })
  expect(files[0]?.differences).toContainEqual({ cell: 'MS00.03.6', held: '5', incoming: '7' })
  await program.ask<BatchView>('POST', `/api/batches/${batch}/commit`, {})
  expect(digestOfFilings(county)).toBe(held)

  // By a person's decision the new return replaces the held one as a whole, and the decision can be undone.
  const decided = await receive(program, [await demoReturn(school, { cells: theirs })], [1])
  expect(decided.files[0]).toMatchObject({ verdict: 'conflict', taken: true })
  const { facts } = await program.ask<FilingView>('GET', `/api/filings/${school}`)
  expect(facts).toMatchObject({ 'MS00.03.6': '7', 'MS06.05.1': '更换屋面' })
  await program.ask('POST', `/api/batches/${decided.batch}/undo`)
  expect(digestOfFilings(county)).toBe(held)
  program.close()
}, 60_000)

test('an older return does not take the place of a newer one', async () => {
  const { program, county } = await started('older')
  await receive(program, [await demoReturn(school, { revision: 2, cells: ours })])
  const held = digestOfFilings(county)
  const batch = await receive(program, [await demoReturn(school, { revision: 1, cells: theirs })])
  expect(batch.files[0]).toMatchObject({ verdict: 'older', taken: false })
  expect(digestOfFilings(county)).toBe(held)
  program.close()
})

test('of two corrections in one batch neither is taken when they share a revision and disagree', async () => {
  const { program, county } = await started('corrections')
  await receive(program, [await demoReturn(school)])
  const held = digestOfFilings(county)
  const batch = await receive(program, [
    await demoReturn(school, { revision: 2, cells: ours }),
    await demoReturn(school, { revision: 2, cells: theirs }),
  ])
  expect(batch.files.map(({ verdict, taken }) => [verdict, taken])).toEqual([
    ['conflict', false],
    ['conflict', false],
  ])
  expect(digestOfFilings(county)).toBe(held)
  program.close()
})

test('what is being entered at the county is not overwritten by a file', async () => {
  const { program } = await started('draft')
  await program.ask('PUT', `/api/filings/${school}/cells`, { changes: [{ cell: 'MS00.03.6', text: '41' }] })
  const batch = await receive(program, [await demoReturn(school, { revision: 9 })])
  expect(batch.files[0]).toMatchObject({ verdict: 'conflict', taken: false })
  expect((await program.ask<FilingView>('GET', `/api/filings/${school}`)).facts).toEqual({ 'MS00.03.6': '41' })
  program.close()
})

test('what the county corrected by hand in a received return is not overwritten by the next file', async () => {
  const { program } = await started('by-hand')
  await receive(program, [await demoReturn(school)])
  await program.ask('PUT', `/api/filings/${school}/cells`, { changes: [{ cell: 'MS00.03.6', text: '41' }] })
  const batch = await receive(program, [await demoReturn(school, { revision: 2, cells: theirs })])
  expect(batch.files[0]).toMatchObject({ verdict: 'conflict', taken: false })
  expect((await program.ask<FilingView>('GET', `/api/filings/${school}`)).facts).toMatchObject({ 'MS00.03.6': '41' })
  program.close()
})
