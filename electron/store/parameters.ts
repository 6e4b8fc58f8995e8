import type { TenThousandths } from '../../shared/decimal/decimal.ts'
import type { ReadableDb, WritableDb } from './db.ts'
import { all, run, sql } from './sql.ts'

/** A local value of a parameter 参数, in force from a period on. */
export type LocalValue = { name: string; from: string; value: TenThousandths; source: string; by: string; at: string }

/** A scheme's local values, by name and period. */
export function readLocalValues(db: ReadableDb, scheme: string): LocalValue[] {
  return all<LocalValue>(
    db,
    sql`SELECT name, start AS "from", value, source, by, at FROM parameter WHERE scheme = ${scheme} ORDER BY name, start`,
  )
}

/** Writes a local value, or replaces the one from the same period. */
export function putLocalValue(db: WritableDb, scheme: string, { name, from, value, source, by, at }: LocalValue): void {
  run(
    db,
    sql`INSERT INTO parameter (scheme, name, start, value, source, by, at) VALUES (${scheme}, ${name}, ${from}, ${value}, ${source}, ${by}, ${at})
    ON CONFLICT (scheme, name, start) DO UPDATE SET value = excluded.value, source = excluded.source, by = excluded.by, at = excluded.at`,
  )
}

/** Deletes a local value. Returns false when there was none. */
export function removeLocalValue(db: WritableDb, scheme: string, name: string, from: string): boolean {
  return run(db, sql`DELETE FROM parameter WHERE scheme = ${scheme} AND name = ${name} AND start = ${from}`).changes > 0
}
