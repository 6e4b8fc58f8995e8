import { NOT_APPLICABLE, type Fact } from '../../shared/filing/facts.ts'
import type { CellRef } from '../../shared/words.ts'
import { cellDictionary, cellRefOf, type CellDictionary } from './cells.ts'
import { beforeCommit, mirror, type ReadableDb, type WritableDb } from './db.ts'
import { one, rows, run, sql } from './sql.ts'

/**
 * A filing's facts once more, in one row: what fact rows say, for reading many filings at once. Each writer in facts.ts
 * renews it in the same transaction; verify.ts compares (docs/decisions/facts-table.md says what it gains).
 *
 * `cells[i]` holds the number `numbers[i]` (ten-thousandths; NaN is 不适用); `texts` holds the rest by cell id.
 * Both arrays are little-endian, as every machine we ship to.
 */
export type Pack = { cells: Int32Array; numbers: Float64Array; texts: Readonly<Record<string, string>> | null }
type PackRow = { cells: Uint8Array; numbers: Uint8Array; texts: string | null }

const STALE = Symbol('stale packs')

/** Packs facts by cell id, in ascending order of the ids whatever order they come in. */
export function keepPack(ids: readonly number[], facts: readonly Fact[]): Pack {
  const order = ascending(ids)
  let numeric = 0
  for (const fact of facts) if (typeof fact !== 'string') numeric += 1
  const cells = new Int32Array(numeric)
  const numbers = new Float64Array(numeric)
  const texts: Record<string, string> | null = numeric === facts.length ? null : {}
  let next = 0
  for (let index = 0; index < ids.length; index += 1) {
    const from = order === null ? index : (order[index] as number)
    const fact = facts[from] as Fact
    if (typeof fact === 'string') {
      if (texts !== null) texts[ids[from] as number] = fact
      continue
    }
    cells[next] = ids[from] as number
    numbers[next] = typeof fact === 'number' ? fact : NaN
    next += 1
  }
  return { cells, numbers, texts }
}

/** The order to take ids in, so that they ascend; null when they do already, as the schools of one scheme mostly come. */
function ascending(ids: readonly number[]): number[] | null {
  let last = -1
  for (const id of ids) {
    if (id < last) return ids.map((_, index) => index).sort((left, right) => (ids[left] as number) - (ids[right] as number))
    last = id
  }
  return null
}

/** The facts in a pack, by spelled cell. */
export function factsOfPack({ cells, numbers, texts }: Pack, dictionary: CellDictionary): Map<CellRef, Fact> {
  const facts = new Map<CellRef, Fact>()
  for (let index = 0; index < cells.length; index += 1) {
    const number = numbers[index] as number
    facts.set(cellRefOf(dictionary, cells[index] as number), Number.isNaN(number) ? NOT_APPLICABLE : number)
  }
  if (texts !== null) for (const id in texts) facts.set(cellRefOf(dictionary, Number(id)), texts[id] as string)
  return facts
}

/** The row as arrays. SQLite's bytes may lie anywhere in memory; eight-byte numbers must not. */
function rowToPack(row: PackRow): Pack {
  return {
    cells: new Int32Array(copied(row.cells)),
    numbers: new Float64Array(copied(row.numbers)),
    texts: row.texts === null ? null : (JSON.parse(row.texts) as Record<string, string>),
  }
}

function copied(bytes: Uint8Array): ArrayBuffer {
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
}

/** Filings whose facts have changed in the running transaction and whose pack is yet to be renewed. */
function stale(db: ReadableDb): Set<number> {
  return mirror(db, STALE, () => new Set<number>())
}

/** A filing's pack; null when it has no facts at all. */
export function readPack(db: ReadableDb, filing: number): Pack | null {
  if (stale(db).has(filing)) return packOfRows(db, filing)
  const row = one<PackRow>(db, sql`SELECT cells, numbers, texts FROM pack WHERE filing = ${filing}`)
  return row === null ? null : rowToPack(row)
}

function packOfRows(db: ReadableDb, filing: number): Pack | null {
  const held = rows<[number, number | string | null]>(db, sql`SELECT cell, value FROM fact WHERE filing = ${filing} ORDER BY cell`)
  if (held.length === 0) return null
  return keepPack(
    held.map(([cell]) => cell),
    held.map(([, stored]) => stored ?? NOT_APPLICABLE),
  )
}

/** One filing's facts, read once: packed as they lie in the row (null when there are none), and unpacked when asked for. */
export type HeldFacts = { pack: Pack | null; facts: () => Map<CellRef, Fact> }

/** Reads a filing's facts for adding up and looking at in one reading; unpacking, done at most once, costs several times the reading. */
export function readPacked(db: ReadableDb, filing: number): HeldFacts {
  const pack = readPack(db, filing)
  let facts: Map<CellRef, Fact> | null = null
  return { pack, facts: () => (facts ??= pack === null ? new Map() : factsOfPack(pack, cellDictionary(db))) }
}

/** Has a filing's pack renewed from its rows, once, when the transaction commits. Only facts.ts calls it. */
export function renewPackLater(db: WritableDb, filing: number): void {
  const waiting = stale(db)
  waiting.add(filing)
  beforeCommit(db, STALE, () => {
    for (const id of waiting) writePack(db, id, packOfRows(db, id))
  })
}

/** Puts a filing's pack in place of the one it has; null when it has no facts any more. Only facts.ts calls it. */
export function writePack(db: WritableDb, filing: number, pack: Pack | null): void {
  stale(db).delete(filing)
  if (pack === null || (pack.cells.length === 0 && pack.texts === null)) {
    run(db, sql`DELETE FROM pack WHERE filing = ${filing}`)
    return
  }
  const texts = pack.texts === null ? null : JSON.stringify(pack.texts)
  const cells = new Uint8Array(pack.cells.buffer)
  const numbers = new Uint8Array(pack.numbers.buffer)
  run(
    db,
    sql`INSERT INTO pack (filing, cells, numbers, texts) VALUES (${filing}, ${cells}, ${numbers}, ${texts})
    ON CONFLICT (filing) DO UPDATE SET cells = excluded.cells, numbers = excluded.numbers, texts = excluded.texts`,
  )
}
