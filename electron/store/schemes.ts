import type { ReadableDb, WritableDb } from './db.ts'
import { all, one, run, sql } from './sql.ts'

/** A scheme's YAML text, kept in the workspace so that filings stay readable with later versions of the program. */
export type KeptScheme = { id: string; version: string; digest: string; text: string }

/** A scheme by id and version; null when the workspace does not keep it. */
export function readScheme(db: ReadableDb, id: string, version: string): KeptScheme | null {
  return one<KeptScheme>(db, sql`SELECT id, version, digest, text FROM scheme WHERE id = ${id} AND version = ${version}`)
}

/** Every kept scheme by id and version. */
export function listSchemes(db: ReadableDb): KeptScheme[] {
  return all<KeptScheme>(db, sql`SELECT id, version, digest, text FROM scheme ORDER BY id, version`)
}

/** Writes or replaces the text of a scheme version. */
export function putScheme(db: WritableDb, { id, version, digest, text }: KeptScheme): void {
  run(
    db,
    sql`INSERT INTO scheme (id, version, digest, text) VALUES (${id}, ${version}, ${digest}, ${text})
    ON CONFLICT (id, version) DO UPDATE SET digest = excluded.digest, text = excluded.text`,
  )
}
