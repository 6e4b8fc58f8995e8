import type { Facts } from '../../shared/filing/facts.ts'
import type { ReadableDb, WritableDb } from './db.ts'
import { factsFromJson, factsToJson, type FactsJson } from './facts-json.ts'
import { run, sql, value } from './sql.ts'

/** A filing's facts as handed over last; null when none are kept (keepHandedOver in services/filing/handed-over.ts). */
export function readHandedOver(db: ReadableDb, filing: number): Facts | null {
  const text = value<string>(db, sql`SELECT facts FROM handed_over WHERE filing = ${filing}`)
  return text === null ? null : factsFromJson(JSON.parse(text) as FactsJson)
}

/** True when a filing's facts as handed over last are kept. */
export function hasHandedOver(db: ReadableDb, filing: number): boolean {
  return value<number>(db, sql`SELECT 1 FROM handed_over WHERE filing = ${filing}`) !== null
}

/** Keeps a filing's facts as handed over last; null deletes them. */
export function writeHandedOver(db: WritableDb, filing: number, facts: Facts | null): void {
  if (facts === null) {
    run(db, sql`DELETE FROM handed_over WHERE filing = ${filing}`)
    return
  }
  run(
    db,
    sql`INSERT INTO handed_over (filing, facts) VALUES (${filing}, ${JSON.stringify(factsToJson(facts))})
    ON CONFLICT (filing) DO UPDATE SET facts = excluded.facts`,
  )
}
