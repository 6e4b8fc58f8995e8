import type { UnitCode } from '../../shared/words.ts'
import type { ReadableDb, WritableDb } from './db.ts'
import { all, one, rows, run, sql, type SqlQuery } from './sql.ts'

export type BatchState = 'open' | 'committed' | 'undone' | 'discarded'
/**
 * A batch 接收批次: one act of receiving for one task (null: received before batches said so). `label` is what a person calls it, may
 * be empty.
 */
export type Batch = { id: number; task: number | null; at: string; by: string; state: BatchState; label: string }
/** A batch with how many of its files were, or would be, taken and how many lie apart. */
export type BatchCount = Batch & { taken: number; parked: number }

const columns = sql`batch.id, batch.task, batch.at, batch.by, batch.state, batch.label`

/** Starts a batch: open, without files. */
export function createBatch(db: WritableDb, { task, at, by, label = '' }: { task: number; at: string; by: string; label?: string }): Batch {
  const { id } = run(db, sql`INSERT INTO batch (task, at, by, state, label) VALUES (${task}, ${at}, ${by}, 'open', ${label})`)
  return { id, task, at, by, state: 'open', label }
}

/** A task's batch by its number; null when there is none. */
export function readBatch(db: ReadableDb, task: number, id: number): Batch | null {
  return one<Batch>(db, sql`SELECT ${columns} FROM batch WHERE id = ${id} AND (task = ${task} OR task IS NULL)`)
}

/** A task's batches with their counts, the latest first. */
export function listBatches(db: ReadableDb, task: number): BatchCount[] {
  const counted: SqlQuery = sql`COALESCE(SUM(batch_file.taken), 0) AS taken, COUNT(batch_file.position) - COALESCE(SUM(batch_file.taken), 0) AS parked`
  return all<BatchCount>(
    db,
    sql`SELECT ${columns}, ${counted} FROM batch LEFT JOIN batch_file ON batch_file.batch = batch.id
    WHERE batch.task = ${task} OR batch.task IS NULL GROUP BY batch.id ORDER BY batch.id DESC`,
  )
}

/** Discards every batch that is open, whatever its task. */
export function discardOpenBatches(db: WritableDb): void {
  run(db, sql`UPDATE batch SET state = 'discarded' WHERE state = 'open'`)
}

/** Moves a batch to another state. */
export function changeBatchState(db: WritableDb, id: number, state: BatchState): void {
  run(db, sql`UPDATE batch SET state = ${state} WHERE id = ${id}`)
}

/**
 * The units whose filing is no longer as this batch left it, because a later one was received or it was taken away:
 * undoing the batch would lose that (`batch-superseded`).
 */
export function supersededUnits(db: ReadableDb, id: number): UnitCode[] {
  return rows<[UnitCode]>(
    db,
    sql`SELECT batch_file.unit FROM batch_file LEFT JOIN filing ON filing.id = batch_file.filing
    WHERE batch_file.batch = ${id} AND batch_file.taken = 1 AND filing.batch IS NOT ${id} ORDER BY batch_file.position`,
  ).map(([unit]) => unit)
}
