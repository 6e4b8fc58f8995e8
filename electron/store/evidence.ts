import type { ReadableDb, WritableDb } from './db.ts'
import { all, one, run, sql } from './sql.ts'

/** A file that proves an evaluation item 佐证材料; its bytes are an original. */
export type Evidence = { id: number; item: string; name: string; sha256: string; bytes: number; by: string; at: string }

/** A task's evidence, by item in the order it came. */
export function listEvidence(db: ReadableDb, task: number): Evidence[] {
  return all<Evidence>(db, sql`SELECT evidence.id, evidence.item, evidence.name, evidence.original AS sha256, original.size AS bytes, evidence.by, evidence.at
    FROM evidence JOIN original ON original.sha256 = evidence.original WHERE evidence.task = ${task} ORDER BY evidence.item, evidence.id`)
}

/** Notes a kept file as evidence for an item. */
export function addEvidence(db: WritableDb, task: number, { item, name, sha256, by, at }: Omit<Evidence, 'id' | 'bytes'>): number {
  return run(db, sql`INSERT INTO evidence (task, item, name, original, by, at) VALUES (${task}, ${item}, ${name}, ${sha256}, ${by}, ${at})`).id
}

/** Takes a piece of evidence away and answers what it was; null when there was none. */
export function removeEvidence(db: WritableDb, task: number, id: number): { item: string; name: string } | null {
  const held = one<{ item: string; name: string }>(db, sql`SELECT item, name FROM evidence WHERE id = ${id} AND task = ${task}`)
  if (held !== null) run(db, sql`DELETE FROM evidence WHERE id = ${id}`)
  return held
}
