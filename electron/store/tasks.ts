import type { ReadableDb, WritableDb } from './db.ts'
import { all, one, run, sql } from './sql.ts'

/** A reporting task 报送任务: one scheme for one period. */
export type Task = { id: number; scheme: string; version: string; period: string }

/** Every task, the latest period first. */
export function listTasks(db: ReadableDb): Task[] {
  return all<Task>(db, sql`SELECT id, scheme, version, period FROM task ORDER BY period DESC, scheme`)
}

/** A task by its id; null when there is none. */
export function readTask(db: ReadableDb, id: number): Task | null {
  return one<Task>(db, sql`SELECT id, scheme, version, period FROM task WHERE id = ${id}`)
}

/** A scheme's task for a period, whatever the scheme's version; null when there is none. */
export function findTask(db: ReadableDb, scheme: string, period: string): Task | null {
  return one<Task>(db, sql`SELECT id, scheme, version, period FROM task WHERE scheme = ${scheme} AND period = ${period}`)
}

/** Creates a task. The workspace must already keep this version of the scheme (schemes.ts). */
export function createTask(db: WritableDb, task: Omit<Task, 'id'>): Task {
  const { id } = run(db, sql`INSERT INTO task (scheme, version, period) VALUES (${task.scheme}, ${task.version}, ${task.period})`)
  return { id, ...task }
}

/** Changes a task to another version of its scheme, which the workspace must already keep. */
export function changeTaskVersion(db: WritableDb, id: number, version: string): void {
  run(db, sql`UPDATE task SET version = ${version} WHERE id = ${id}`)
}

/** The number of filings of a task. */
export function countFilings(db: ReadableDb, task: number): number {
  return one<{ count: number }>(db, sql`SELECT COUNT(*) AS count FROM filing WHERE task = ${task}`)?.count ?? 0
}
