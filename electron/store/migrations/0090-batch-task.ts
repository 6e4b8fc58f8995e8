import type { Migration } from './migration.ts'

/**
 * Which task a batch was received for: several may be worked on at a time. Batches of before are told by the filings they
 * touched; one that touched none says nothing, and is shown in every task.
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
