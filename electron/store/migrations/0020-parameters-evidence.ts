import type { Migration } from './migration.ts'

/** A county's own values of parameters, with their source, and the evidence for evaluation items. */
export const parametersEvidence: Migration = {
  version: 20,
  sql: `
CREATE TABLE parameter (
  scheme TEXT NOT NULL,
  name TEXT NOT NULL,
  start TEXT NOT NULL,
  value INTEGER NOT NULL,
  source TEXT NOT NULL,
  by TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (scheme, name, start)
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  task INTEGER NOT NULL REFERENCES task,
  item TEXT NOT NULL,
  name TEXT NOT NULL,
  original TEXT NOT NULL REFERENCES original,
  by TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX evidence_by_item ON evidence (task, item);
CREATE INDEX evidence_by_original ON evidence (original);
`,
}
