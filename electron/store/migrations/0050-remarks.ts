import type { Migration } from './migration.ts'

/** What a collecting unit asks to be corrected or explained, cell by cell, as its return file said. */
export const remarks: Migration = {
  version: 50,
  sql: `
CREATE TABLE remark (
  filing INTEGER NOT NULL REFERENCES filing ON DELETE CASCADE,
  cell INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (filing, cell)
) STRICT, WITHOUT ROWID;
`,
}
