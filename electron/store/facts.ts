import { NOT_APPLICABLE, sameFact, type Fact, type Facts } from '../../shared/filing/facts.ts'
import type { CellRef } from '../../shared/words.ts'
import { cellDictionary, cellId, cellRefOf } from './cells.ts'
import type { ReadableDb, WritableDb } from './db.ts'
import { keepPack, renewPackLater, writePack, type Pack } from './packs.ts'
import { prepared, rows, run, sql } from './sql.ts'

/** A fact in its row: INTEGER count of ten-thousandths, TEXT, or NULL for 不适用. A blank cell has no row. */
type StoredFact = number | string | null

/**
 * Statements that insert many numbers at once, the largest first; more than a hundred rows are not faster. The statement casts the
 * numbers to INTEGER, because binding each as a bigint costs more.
 */
const insertNumbers = [100, 10, 1].map((count): [count: number, text: string] => [
  count,
  `INSERT INTO fact (filing, cell, value) VALUES ${Array(count).fill('(@filing,?,CAST(? AS INTEGER))').join(',')}`,
])

function storedToFact(stored: StoredFact): Fact {
  return stored === null ? NOT_APPLICABLE : stored
}

function factToStored(fact: Fact): StoredFact {
  if (typeof fact === 'object') return null
  if (typeof fact === 'number' && !Number.isSafeInteger(fact)) throw new Error(`a fact is a whole count of ten-thousandths, not ${fact}`)
  return fact
}

/** A filing's facts in the order of cell ids. */
export function readFacts(db: ReadableDb, filing: number): Map<CellRef, Fact> {
  const dictionary = cellDictionary(db)
  const facts = new Map<CellRef, Fact>()
  for (const [cell, stored] of rows<[number, StoredFact]>(db, sql`SELECT cell, value FROM fact WHERE filing = ${filing} ORDER BY cell`)) {
    facts.set(cellRefOf(dictionary, cell), storedToFact(stored))
  }
  return facts
}

/** Writes or replaces one cell's fact; null makes the cell blank. */
export function writeFact(db: WritableDb, filing: number, ref: CellRef, fact: Fact | null): void {
  if (fact === null) {
    const cell = cellDictionary(db).idOf.get(ref)
    if (cell !== undefined) run(db, sql`DELETE FROM fact WHERE filing = ${filing} AND cell = ${cell}`)
  } else {
    run(
      db,
      sql`INSERT INTO fact (filing, cell, value) VALUES (${filing}, ${cellId(db, ref)}, ${factToStored(fact)})
      ON CONFLICT (filing, cell) DO UPDATE SET value = excluded.value`,
    )
  }
  renewPackLater(db, filing)
}

/**
 * Replaces all facts of a filing. Only different rows are written, so that a correction of three cells writes three rows and not
 * the whole form.
 */
export function replaceFacts(db: WritableDb, filing: number, facts: Facts): void {
  const held = readFacts(db, filing)
  if (held.size > 0) {
    for (const ref of held.keys()) if (!facts.has(ref)) writeFact(db, filing, ref, null)
    for (const [ref, fact] of facts) if (!sameFact(held.get(ref), fact)) writeFact(db, filing, ref, fact)
    return
  }
  const { idOf } = cellDictionary(db)
  const ids: number[] = []
  const contents: Fact[] = []
  for (const [ref, fact] of facts) {
    factToStored(fact)
    ids.push(idOf.get(ref) ?? cellId(db, ref))
    contents.push(fact)
  }
  const pack = keepPack(ids, contents)
  insertPacked(db, filing, pack)
  writePack(db, filing, pack)
}

/** Inserts numbers in the order of the key, so that rows are appended and no page is split; then texts. */
function insertPacked(db: WritableDb, filing: number, { cells, numbers, texts }: Pack): void {
  let from = 0
  for (const [count, text] of insertNumbers) {
    for (; cells.length - from >= count; from += count) {
      const values: StoredFact[] = []
      for (let index = from; index < from + count; index += 1) {
        const number = numbers[index] as number
        values.push(cells[index] as number, Number.isNaN(number) ? null : number)
      }
      prepared(db, text).run(values, { filing })
    }
  }
  for (const [id, text] of Object.entries(texts ?? {})) {
    run(db, sql`INSERT INTO fact (filing, cell, value) VALUES (${filing}, ${Number(id)}, ${text})`)
  }
}
