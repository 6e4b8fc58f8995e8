import type { UnitCode } from '../../shared/words.ts'
import type { ReadableDb, WritableDb } from './db.ts'
import { all, one, rows, run, sql, type SqlQuery } from './sql.ts'

export type BatchState = 'open' | 'committed' | 'undone' | 'discarded'
/** A batch 接收批次: one act of receiving for one task; null in batches from before migration 90. */
export type Batch = { id: number; task: number | null; at: string; by: string; state: BatchState }
/** A batch with the numbers of its taken and parked files; both are 0 until the commit. */
export type BatchCount = Batch & { taken: number; parked: number }

const columns = sql`batch.id, batch.task, batch.at, batch.by, batch.state`

/** Creates an open batch without files. The column `label` is a name that no batch has. */
export function createBatch(db: WritableDb, { task, at, by }: { task: number; at: string; by: string }): Batch {
  const { id } = run(db, sql`INSERT INTO batch (task, at, by, state, label) VALUES (${task}, ${at}, ${by}, 'open', '')`)
  return { id, task, at, by, state: 'open' }
}

/** A batch by its number; null when there is none, or when it belongs to another task. */
export function readBatch(db: ReadableDb, task: number, id: number): Batch | null {
  return one<Batch>(db, sql`SELECT ${columns} FROM batch WHERE id = ${id} AND (task = ${task} OR task IS NULL)`)
}

/** The task of a batch; null when there is no such batch, or when it is from before migration 90. */
export function taskOfBatch(db: ReadableDb, id: number): number | null {
  return one<{ task: number | null }>(db, sql`SELECT task FROM batch WHERE id = ${id}`)?.task ?? null
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

/** Discards every open batch of every task. */
export function discardOpenBatches(db: WritableDb): void {
  run(db, sql`UPDATE batch SET state = 'discarded' WHERE state = 'open'`)
}

/** Changes the state of a batch. */
export function changeBatchState(db: WritableDb, id: number, state: BatchState): void {
  run(db, sql`UPDATE batch SET state = ${state} WHERE id = ${id}`)
}

/**
 * The units whose filing was received again after this batch, or deleted, so that the batch cannot be undone
 * (`batch-superseded`).
 */
export function supersededUnits(db: ReadableDb, id: number): UnitCode[] {
  return rows<[UnitCode]>(
    db,
    sql`SELECT batch_file.unit FROM batch_file LEFT JOIN filing ON filing.id = batch_file.filing
    WHERE batch_file.batch = ${id} AND batch_file.taken = 1 AND filing.batch IS NOT ${id} ORDER BY batch_file.position`,
  ).map(([unit]) => unit)
}
