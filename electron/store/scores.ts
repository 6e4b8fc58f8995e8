import type { TenThousandths } from '../../shared/decimal/decimal.ts'
import type { ReadableDb, WritableDb } from './db.ts'
import { all, run, sql } from './sql.ts'

/** A person's score for an item of the evaluation 评价; `points` is null when only a reason is noted. */
export type Score = { points: TenThousandths | null; reason: string; by: string; at: string }

/** A task's scores by item code. */
export function readScores(db: ReadableDb, task: number): Map<string, Score> {
  const held = all<Score & { item: string }>(db, sql`SELECT item, points, reason, by, at FROM score WHERE task = ${task} ORDER BY item`)
  return new Map(held.map(({ item, ...score }) => [item, score]))
}

/** Writes or replaces an item's score; null deletes it. */
export function writeScore(db: WritableDb, task: number, item: string, score: Score | null): void {
  if (score === null) {
    run(db, sql`DELETE FROM score WHERE task = ${task} AND item = ${item}`)
    return
  }
  const { points, reason, by, at } = score
  run(
    db,
    sql`INSERT INTO score (task, item, points, reason, by, at) VALUES (${task}, ${item}, ${points}, ${reason}, ${by}, ${at})
    ON CONFLICT (task, item) DO UPDATE SET points = excluded.points, reason = excluded.reason, by = excluded.by, at = excluded.at`,
  )
}
