import type { ReadableDb, WritableDb } from './db.ts'
import { all, run, sql } from './sql.ts'

/**
 * A query's explanation 核实说明. `value`: the fingerprint of the checked cells at the time of writing. The query is open again when
 * the fingerprint changes (docs/design/checks.md: Explanations).
 */
export type Explanation = { value: string; text: string; at: string }

/** A filing's explanations by `CHECK@CELL`. */
export function readExplanations(db: ReadableDb, filing: number): Map<string, Explanation> {
  const held = all<Explanation & { key: string }>(
    db,
    sql`SELECT check_key AS key, value, text, at FROM explanation WHERE filing = ${filing} ORDER BY check_key`,
  )
  return new Map(held.map(({ key, ...explanation }) => [key, explanation]))
}

/** The texts of a filing's explanations by `CHECK@CELL`. */
export function readExplanationTexts(db: ReadableDb, filing: number): Map<string, string> {
  return new Map([...readExplanations(db, filing)].map(([key, { text }]) => [key, text]))
}

/** Writes or replaces an explanation; null deletes it. */
export function writeExplanation(db: WritableDb, filing: number, key: string, explanation: Explanation | null): void {
  if (explanation === null) {
    run(db, sql`DELETE FROM explanation WHERE filing = ${filing} AND check_key = ${key}`)
    return
  }
  const { value, text, at } = explanation
  run(
    db,
    sql`INSERT INTO explanation (filing, check_key, value, text, at) VALUES (${filing}, ${key}, ${value}, ${text}, ${at})
    ON CONFLICT (filing, check_key) DO UPDATE SET value = excluded.value, text = excluded.text, at = excluded.at`,
  )
}

/** Replaces all explanations of a filing. */
export function replaceExplanations(db: WritableDb, filing: number, explanations: ReadonlyMap<string, Explanation>): void {
  run(db, sql`DELETE FROM explanation WHERE filing = ${filing}`)
  for (const [key, explanation] of explanations) writeExplanation(db, filing, key, explanation)
}
