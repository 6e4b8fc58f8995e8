import type { Migration } from './migration.ts'

/** Evidence that was removed stays until the workspace is opened again, so that removing it can be undone. */
export const evidenceRemoved: Migration = {
  version: 60,
  sql: `
ALTER TABLE evidence ADD COLUMN removed_at TEXT;
`,
}
