import type { ReadableDb } from '../../electron/store/db.ts'
import { all, type SqlQuery } from '../../electron/store/sql.ts'

/** SQLite's plan of a query, one line for each step, to check that a query uses its index. */
export function queryPlan(db: ReadableDb, query: SqlQuery): string[] {
  return all<{ detail: string }>(db, { ...query, text: `EXPLAIN QUERY PLAN ${query.text}` }).map((step) => step.detail)
}
