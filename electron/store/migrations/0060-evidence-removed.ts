import type { Migration } from './migration.ts'

/** Removed evidence stays until the workspace is opened again, so that the removal can be undone. */
export const evidenceRemoved: Migration = {
  version: 60,
  sql: `
ALTER TABLE evidence ADD COLUMN removed_at TEXT;
`,
}
