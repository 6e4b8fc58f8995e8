import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import { afterAll, expect, test } from 'vitest'
import type { FilingView } from '../../shared/api/filing.ts'
import { toWire } from '../../shared/filing/facts.ts'
import { unpackFacts } from '../../shared/filing/packed.ts'
import { findScheme } from '../../electron/services/scheme/schemes.ts'
import { schemeFolder } from '../../electron/machine/product.ts'
import { startReturnReader } from '../../electron/workbook/return-reader.ts'
import { emptyCounty } from '../builders/county.ts'
import { startProgram } from '../builders/program.ts'
import { demoReturn, demoUnits, receive } from '../builders/returns.ts'
import { temporaryFolder } from '../builders/run-cli.ts'

/**
 * Promise 3 (docs/design/promises.md): the original of every received filing is kept with its digest; every change of a fact is in the
 * audit trail. The proof builds the facts again from the trail and the originals alone.
 * Seen to fail with: an entry without a line in the trail, a removed line of a list without one, a trail without the
 * `changes` of a received file, and originals kept without their last byte.
 */
const { folder, remove } = temporaryFolder()
afterAll(remove)

type Line = {
  at: string
  by: string
  action: string
  unit: string | null
  cell: string | null
  before: string | null
  after: string | null
  detail: string | null
}
type Received = { batch: number; sha256: string; changes: [string, string | null, string | null][] }
type Told = Map<string, string>

const { scheme } = findScheme('minsheng', schemeFolder())
const reader = startReturnReader({ scheme })
afterAll(() => reader.close())

/** The facts of a kept file by cell, spelled as in the trail. */
async function readOriginal(bytes: Uint8Array): Promise<Told> {
  const reading = await reader.read('', new Uint8Array(bytes))
  if (reading.outcome === 'refused') throw new Error(JSON.stringify(reading.problem))
  return new Map([...unpackFacts(scheme, reading.content.facts)].map(([cell, fact]) => [cell, spelled(toWire(fact))]))
}

function spelled(wire: ReturnType<typeof toWire>): string {
  return typeof wire === 'string' ? wire : '/'
}

/** Builds every unit's facts from the trail and the originals; each line must fit the facts before it. */
async function tellAgain(lines: readonly Line[], originals: ReadonlyMap<string, Uint8Array>): Promise<Map<string, Told>> {
  const told = new Map<string, Told>()
  const before = new Map<string, Told>()
  for (const { action, unit, cell, before: was, after, detail } of lines) {
    if (unit === null) continue
    const facts = told.get(unit) ?? new Map<string, string>()
    if (cell !== null && ['enter', 'insert-line', 'remove-line'].includes(action)) {
      expect(facts.get(cell) ?? null, `${action} ${cell}`).toBe(was)
      if (after === null) facts.delete(cell)
      else facts.set(cell, after)
      told.set(unit, facts)
    } else if (action === 'receive') {
      const { batch, sha256, changes } = JSON.parse(detail ?? '') as Received
      before.set(`${batch} ${unit}`, new Map(facts))
      const content = await readOriginal(originals.get(sha256) ?? new Uint8Array())
      if (told.has(unit)) {
        const differing = [...new Set([...facts.keys(), ...content.keys()])].filter((ref) => facts.get(ref) !== content.get(ref))
        expect(new Map(changes.map(([ref, one, other]) => [ref, [one, other]]))).toEqual(
          new Map(differing.map((ref) => [ref, [facts.get(ref) ?? null, content.get(ref) ?? null]])),
        )
      }
      told.set(unit, content)
    } else if (action === 'undo-receive') {
      const { batch } = JSON.parse(detail ?? '') as Received
      told.set(unit, new Map(before.get(`${batch} ${unit}`)))
    }
  }
  return told
}

test('what every unit filed can be told again from the audit trail and the original files alone', async () => {
  const [first = '', second = ''] = demoUnits('小学')
  const [office = ''] = demoUnits('教育局')
  const county = await emptyCounty(folder, [first, second])
  const program = await startProgram(folder, county)
  const enter = (unit: string, ...changes: [cell: string, text: string][]): Promise<unknown> =>
    program.ask('PUT', `/api/filings/${unit}/cells`, { changes: changes.map(([cell, text]) => ({ cell, text })) })

  await receive(program, [await demoReturn(first), await demoReturn(second), await demoReturn(office)])
  const correction = await receive(program, [
    await demoReturn(first, { revision: 2, cells: { 'MS00.03.6': 90_000, 'MS00.03.4': null } }),
    await demoReturn(second, { revision: 3, cells: { 'MS06.05.1': '换门窗' } }),
  ])
  await program.ask('POST', `/api/batches/${correction.batch}/undo`)
  await receive(program, [await demoReturn(second, { revision: 2, cells: { 'MS06.05.1': '=1+1' } })])
  await enter(first, ['MS00.03.6', '17'], ['MS00.03.5', '/'], ['MS00.03.7', ''], ['MS00.03.3', '约三百'])
  await enter(office, ['MS04.1.人次', '99'])
  await program.ask('POST', `/api/filings/${office}/lines`, { table: 'MS04', row: 2, act: 'remove' })
  await program.ask('POST', `/api/filings/${office}/lines`, { table: 'MS04', row: 1, act: 'insert' })
  const decided = await receive(program, [await demoReturn(first, { revision: 5 })], [1])
  expect(decided.files[0]).toMatchObject({ verdict: 'conflict', taken: true })
  await enter(first, ['MS00.03.6', '18'])

  const held = new Map<string, Told>()
  for (const unit of [first, second, office]) {
    const { facts } = await program.ask<FilingView>('GET', `/api/filings/${unit}`)
    held.set(unit, new Map(Object.entries(facts).map(([cell, wire]) => [cell, spelled(wire)])))
  }
  program.close()

  const db = new Database(county, { readonly: true })
  const lines = db.prepare('SELECT * FROM audit ORDER BY id').all() as Line[]
  const kept = db.prepare('SELECT sha256, bytes FROM original').all() as { sha256: string; bytes: Uint8Array }[]
  const filings = db.prepare('SELECT unit, original FROM filing WHERE original IS NOT NULL').all() as { unit: string; original: string }[]
  const files = db.prepare('SELECT DISTINCT sha256 FROM batch_file').pluck().all() as string[]
  db.close()

  for (const { sha256, bytes } of kept) expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
  const originals = new Map(kept.map(({ sha256, bytes }) => [sha256, bytes]))
  expect(
    files.filter((sha256) => !originals.has(sha256)),
    'every file that ever came is kept',
  ).toEqual([])
  expect(filings.map(({ unit }) => unit).sort()).toEqual([first, second, office].sort())
  expect(lines.filter(({ at, by }) => !/^\d{4}-\d\d-\d\dT.*Z$/.test(at) || by === '')).toEqual([])
  expect(lines.map(({ at }) => at)).toEqual(lines.map(({ at }) => at).sort())
  expect(await tellAgain(lines, originals)).toEqual(held)
}, 120_000)

test('neither a line of the trail nor an original can be changed afterwards', async () => {
  const [school = ''] = demoUnits('小学')
  const county = await emptyCounty(folder, [school], 'steady')
  const program = await startProgram(folder, county)
  await receive(program, [await demoReturn(school)])
  program.close()
  const db = new Database(county)
  expect(() => db.exec("UPDATE audit SET after = '1'")).toThrow('only added to')
  expect(() => db.exec('DELETE FROM audit')).toThrow('only added to')
  expect(() => db.exec("UPDATE original SET bytes = x'00'")).toThrow('kept as it came')
  db.close()
}, 60_000)
