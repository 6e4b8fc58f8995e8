import { NOT_APPLICABLE, type Fact } from '../../shared/filing/facts.ts'
import type { CellRef } from '../../shared/words.ts'
import { cellDictionary, cellRefOf, type CellDictionary } from './cells.ts'
import { beforeCommit, mirror, type ReadableDb, type WritableDb } from './db.ts'
import { one, rows, run, sql } from './sql.ts'

/**
 * A second copy of a filing's facts in one row, for fast reading of many filings (docs/decisions/facts-table.md). Each writer in
 * facts.ts renews it in the same transaction; verify.ts compares both copies.
 *
 * Cell `cells[i]` has the number `numbers[i]` (ten-thousandths; NaN is 不适用); `texts` has the text facts by cell id.
 * Both arrays are little-endian, like every supported machine.
 */
export type Pack = { cells: Int32Array; numbers: Float64Array; texts: Readonly<Record<string, string>> | null }
type PackRow = { cells: Uint8Array; numbers: Uint8Array; texts: string | null }

const STALE = Symbol('stale packs')

/** Packs facts by cell id, sorted by id. */
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

/** The indexes of the ids in ascending order; null when the ids are already sorted, the usual case. */
function ascending(ids: readonly number[]): number[] | null {
  let last = -1
  for (const id of ids) {
    if (id < last) return ids.map((_, index) => index).sort((left, right) => (ids[left] as number) - (ids[right] as number))
    last = id
  }
  return null
}

/** The facts of a pack by cell. */
export function factsOfPack({ cells, numbers, texts }: Pack, dictionary: CellDictionary): Map<CellRef, Fact> {
  const facts = new Map<CellRef, Fact>()
  for (let index = 0; index < cells.length; index += 1) {
    const number = numbers[index] as number
    facts.set(cellRefOf(dictionary, cells[index] as number), Number.isNaN(number) ? NOT_APPLICABLE : number)
  }
  if (texts !== null) for (const id in texts) facts.set(cellRefOf(dictionary, Number(id)), texts[id] as string)
  return facts
}

/** Converts a row to arrays. The bytes are copied, because a Float64Array needs an aligned buffer. */
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

/** The filings whose facts changed in this transaction and whose pack is not yet renewed. */
function stale(db: ReadableDb): Set<number> {
  return mirror(db, STALE, () => new Set<number>())
}

/** A filing's pack; null when the filing has no facts. */
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

/** A filing's facts, read once: the pack (null without facts), and a function that unpacks it. */
export type HeldFacts = { pack: Pack | null; facts: () => Map<CellRef, Fact> }

/** Reads a filing's pack. Facts are unpacked at the first call only, because unpacking costs several times more than reading. */
export function readPacked(db: ReadableDb, filing: number): HeldFacts {
  const pack = readPack(db, filing)
  let facts: Map<CellRef, Fact> | null = null
  return { pack, facts: () => (facts ??= pack === null ? new Map() : factsOfPack(pack, cellDictionary(db))) }
}

/** Renews a filing's pack from its rows, once, when the transaction commits. Only facts.ts calls this function. */
export function renewPackLater(db: WritableDb, filing: number): void {
  const waiting = stale(db)
  waiting.add(filing)
  beforeCommit(db, STALE, () => {
    for (const id of waiting) writePack(db, id, packOfRows(db, id))
  })
}

/** Writes or replaces a filing's pack; null or an empty pack deletes the row. Outside this file only facts.ts calls this function. */
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
