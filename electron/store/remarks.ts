import type { CellRef } from '../../shared/words.ts'
import { cellDictionary, cellId, cellRefOf } from './cells.ts'
import type { ReadableDb, WritableDb } from './db.ts'
import { rows, run, sql } from './sql.ts'

/** The collecting unit's remarks on a filing by cell, kept until the next sign-off. */
export function readRemarks(db: ReadableDb, filing: number): Map<CellRef, string> {
  const dictionary = cellDictionary(db)
  const held = rows<[number, string]>(db, sql`SELECT cell, text FROM remark WHERE filing = ${filing} ORDER BY cell`)
  return new Map(held.map(([cell, text]) => [cellRefOf(dictionary, cell), text]))
}

/** Replaces all remarks on a filing. */
export function replaceRemarks(db: WritableDb, filing: number, remarks: ReadonlyMap<CellRef, string>): void {
  run(db, sql`DELETE FROM remark WHERE filing = ${filing}`)
  for (const [ref, text] of remarks) run(db, sql`INSERT INTO remark (filing, cell, text) VALUES (${filing}, ${cellId(db, ref)}, ${text})`)
}
