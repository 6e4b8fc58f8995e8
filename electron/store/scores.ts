import type { TenThousandths } from '../../shared/decimal/decimal.ts'
import type { ReadableDb, WritableDb } from './db.ts'
import { all, run, sql } from './sql.ts'

/** What a person gave for an item of the evaluation 评价; `points` null: not yet scored, only a reason noted. */
export type Score = { item: string; points: TenThousandths | null; reason: string; by: string; at: string }

/** A task's scores by item code. */
export function listScores(db: ReadableDb, task: number): Score[] {
  return all<Score>(db, sql`SELECT item, points, reason, by, at FROM score WHERE task = ${task} ORDER BY item`)
}

/** Writes an item's score in place of the one it had. */
export function writeScore(db: WritableDb, task: number, { item, points, reason, by, at }: Score): void {
  run(db, sql`INSERT INTO score (task, item, points, reason, by, at) VALUES (${task}, ${item}, ${points}, ${reason}, ${by}, ${at})
    ON CONFLICT (task, item) DO UPDATE SET points = excluded.points, reason = excluded.reason, by = excluded.by, at = excluded.at`)
}

/** Takes an item's score away: the scheme's own proposal stands again. */
export function deleteScore(db: WritableDb, task: number, item: string): void {
  run(db, sql`DELETE FROM score WHERE task = ${task} AND item = ${item}`)
}
