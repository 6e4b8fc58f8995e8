import type { Migration } from './migration.ts'

/**
 * A digest over what a filing held once a batch had taken its file: undoing compares it, so that nothing entered since is
 * lost. What is read from a file before it is taken stays in memory; its column was never filled.
 */
export const batchResult: Migration = {
  version: 70,
  sql: `
ALTER TABLE batch_file ADD COLUMN result TEXT;
ALTER TABLE batch_file DROP COLUMN incoming;
`,
}
