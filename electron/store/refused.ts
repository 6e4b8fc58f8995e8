import type { CellRef, UnitCode } from '../../shared/words.ts'
import { cellDictionary, cellId, cellRefOf } from './cells.ts'
import type { ReadableDb, WritableDb } from './db.ts'
import { rows, run, sql } from './sql.ts'

/** A filing's refused texts by cell: typed texts that do not fit, kept until corrected (docs/design/pages.md: Cell states). */
export function readRefused(db: ReadableDb, filing: number): Map<CellRef, string> {
  const dictionary = cellDictionary(db)
  const held = rows<[number, string]>(db, sql`SELECT cell, text FROM refused WHERE filing = ${filing} ORDER BY cell`)
  return new Map(held.map(([cell, text]) => [cellRefOf(dictionary, cell), text]))
}

/** The refused texts of all filings of a task. */
export function listRefused(db: ReadableDb, task: number): { unit: UnitCode; cell: CellRef; text: string }[] {
  const dictionary = cellDictionary(db)
  return rows<[UnitCode, number, string]>(
    db,
    sql`SELECT filing.unit, refused.cell, refused.text FROM refused JOIN filing ON filing.id = refused.filing
    WHERE filing.task = ${task} ORDER BY filing.unit, refused.cell`,
  ).map(([unit, cell, text]) => ({ unit, cell: cellRefOf(dictionary, cell), text }))
}

/** Writes or replaces a cell's refused text; null deletes it. */
export function writeRefused(db: WritableDb, filing: number, ref: CellRef, text: string | null): void {
  if (text === null) {
    const cell = cellDictionary(db).idOf.get(ref)
    if (cell !== undefined) run(db, sql`DELETE FROM refused WHERE filing = ${filing} AND cell = ${cell}`)
    return
  }
  run(
    db,
    sql`INSERT INTO refused (filing, cell, text) VALUES (${filing}, ${cellId(db, ref)}, ${text})
    ON CONFLICT (filing, cell) DO UPDATE SET text = excluded.text`,
  )
}

/** Replaces all refused texts of a filing. */
export function replaceRefused(db: WritableDb, filing: number, refused: ReadonlyMap<CellRef, string>): void {
  run(db, sql`DELETE FROM refused WHERE filing = ${filing}`)
  for (const [ref, text] of refused) writeRefused(db, filing, ref, text)
}
