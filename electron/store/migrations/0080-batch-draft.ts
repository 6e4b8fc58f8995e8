import type { Migration } from './migration.ts'

/** Adds `draft`: 1 when a batch's file was written from a filing without sign-off; 0 in all older rows. */
export const batchDraft: Migration = {
  version: 80,
  sql: `
ALTER TABLE batch_file ADD COLUMN draft INTEGER NOT NULL DEFAULT 0 CHECK (draft IN (0, 1));
`,
}
