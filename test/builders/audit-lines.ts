import type { AuditEntry } from '../../electron/store/audit.ts'
import type { ReadableDb } from '../../electron/store/db.ts'
import { all, sql } from '../../electron/store/sql.ts'

/** Every line of the trail, the latest first. */
export function auditLines(db: ReadableDb): AuditEntry[] {
  const rows = all<Omit<AuditEntry, 'detail'> & { detail: string | null }>(
    db,
    sql`SELECT id, at, by, action, task, unit, cell, before, after, detail FROM audit ORDER BY id DESC`,
  )
  return rows.map(({ detail, ...rest }) => ({ ...rest, detail: detail === null ? null : (JSON.parse(detail) as unknown) }))
}
