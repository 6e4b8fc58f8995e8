import type { Migration } from './migration.ts'

/**
 * Adds the task of a batch, because a workspace has several tasks. An older batch gets the task of one of its filings; without
 * filings its task is null, and every task shows it.
 */
export const batchTask: Migration = {
  version: 90,
  sql: `
ALTER TABLE batch ADD COLUMN task INTEGER REFERENCES task;
UPDATE batch SET task = (
  SELECT filing.task FROM batch_file JOIN filing ON filing.id = batch_file.filing WHERE batch_file.batch = batch.id LIMIT 1
);
`,
}
