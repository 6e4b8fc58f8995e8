import type { ReadableDb, WritableDb } from './db.ts'
import { one, run, sql } from './sql.ts'

/** A county's own .docx template of a scheme's report. */
export type OwnTemplate = { name: string; bytes: Uint8Array; by: string; at: string }

/** The county's own template of a scheme; null when there is none. */
export function readOwnTemplate(db: ReadableDb, scheme: string): OwnTemplate | null {
  return one<OwnTemplate>(db, sql`SELECT name, bytes, by, at FROM report_template WHERE scheme = ${scheme}`)
}

/** Writes or replaces the county's template; null deletes it. */
export function putOwnTemplate(db: WritableDb, scheme: string, template: OwnTemplate | null): void {
  run(db, sql`DELETE FROM report_template WHERE scheme = ${scheme}`)
  if (template === null) return
  const { name, bytes, by, at } = template
  run(db, sql`INSERT INTO report_template (scheme, name, bytes, by, at) VALUES (${scheme}, ${name}, ${bytes}, ${by}, ${at})`)
}
