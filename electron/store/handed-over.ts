import type { Facts } from '../../shared/filing/facts.ts'
import type { ReadableDb, WritableDb } from './db.ts'
import { factsFromJson, factsToJson, type FactsJson } from './facts-json.ts'
import { run, sql, value } from './sql.ts'

/** What a filing held when it was handed over last; null while nothing has been changed since, or it never was. */
export function readHandedOver(db: ReadableDb, filing: number): Facts | null {
  const text = value<string>(db, sql`SELECT facts FROM handed_over WHERE filing = ${filing}`)
  return text === null ? null : factsFromJson(JSON.parse(text) as FactsJson)
}

/** Whether it is kept what a filing held when it was handed over last. */
export function hasHandedOver(db: ReadableDb, filing: number): boolean {
  return value<number>(db, sql`SELECT 1 FROM handed_over WHERE filing = ${filing}`) !== null
}

/** Keeps what a filing held when it was handed over last; null when what it holds now is what was handed over. */
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
