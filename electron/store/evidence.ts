import type { ReadableDb, WritableDb } from './db.ts'
import { all, one, run, sql } from './sql.ts'

/** A file that proves an evaluation item 佐证材料; its bytes are an original. `removedAt`: the time of its removal, else null. */
export type Evidence = {
  id: number
  item: string
  name: string
  sha256: string
  bytes: number
  by: string
  at: string
  removedAt: string | null
}

/** A task's evidence by item, in the order of adding, including removed evidence that is not yet deleted. */
export function listEvidence(db: ReadableDb, task: number): Evidence[] {
  return all<Evidence>(
    db,
    sql`SELECT evidence.id, evidence.item, evidence.name, evidence.original AS sha256, original.size AS bytes, evidence.by, evidence.at, evidence.removed_at AS removedAt
    FROM evidence JOIN original ON original.sha256 = evidence.original WHERE evidence.task = ${task} ORDER BY evidence.item, evidence.id`,
  )
}

/** Adds a kept original as evidence for an item. Returns the evidence's id. */
export function addEvidence(
  db: WritableDb,
  task: number,
  { item, name, sha256, by, at }: Omit<Evidence, 'id' | 'bytes' | 'removedAt'>,
): number {
  return run(db, sql`INSERT INTO evidence (task, item, name, original, by, at) VALUES (${task}, ${item}, ${name}, ${sha256}, ${by}, ${at})`)
    .id
}

/** Marks evidence as removed, or with `removedAt` null as not removed. Returns it; null when there is none that the change fits. */
export function markEvidence(db: WritableDb, task: number, id: number, removedAt: string | null): { item: string; name: string } | null {
  const held = one<{ item: string; name: string }>(
    db,
    sql`SELECT item, name FROM evidence WHERE id = ${id} AND task = ${task} AND (removed_at IS NULL) = ${removedAt === null ? 0 : 1}`,
  )
  if (held !== null) run(db, sql`UPDATE evidence SET removed_at = ${removedAt} WHERE id = ${id}`)
  return held
}

/** Deletes all evidence that is marked as removed. */
export function forgetRemovedEvidence(db: WritableDb): void {
  run(db, sql`DELETE FROM evidence WHERE removed_at IS NOT NULL`)
}
