import type { Migration } from './migration.ts'

/**
 * Adds `result`, the digest over a filing's content after a batch took its file; undoing compares it, so that later entries are
 * not lost. Drops `incoming`, which was never filled, because the content of an open batch stays in memory.
 */
export const batchResult: Migration = {
  version: 70,
  sql: `
ALTER TABLE batch_file ADD COLUMN result TEXT;
ALTER TABLE batch_file DROP COLUMN incoming;
`,
}
