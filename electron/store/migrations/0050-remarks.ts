import type { Migration } from './migration.ts'

/** The collecting unit's remarks from a return file, by cell. */
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
