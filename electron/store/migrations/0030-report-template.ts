import type { Migration } from './migration.ts'

/** A county's own Word template of a scheme's report. */
export const reportTemplate: Migration = {
  version: 30,
  sql: `
CREATE TABLE report_template (
  scheme TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  bytes BLOB NOT NULL,
  by TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
`,
}
