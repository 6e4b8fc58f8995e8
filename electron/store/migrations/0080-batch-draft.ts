import type { Migration } from './migration.ts'

/** Whether the file of a batch was written from a filing that nobody had signed off; what was received before does not say. */
export const batchDraft: Migration = {
  version: 80,
  sql: `
ALTER TABLE batch_file ADD COLUMN draft INTEGER NOT NULL DEFAULT 0 CHECK (draft IN (0, 1));
`,
}
