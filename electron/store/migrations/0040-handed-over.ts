import type { Migration } from './migration.ts'

/**
 * What a filing held when it was signed off or received last, kept from the first change after it; no row where nothing
 * has been changed since. One text a filing, since it is only ever read whole.
 */
export const handedOver: Migration = {
  version: 40,
  sql: `
CREATE TABLE handed_over (
  filing INTEGER NOT NULL PRIMARY KEY REFERENCES filing ON DELETE CASCADE,
  facts TEXT NOT NULL
) STRICT;
`,
}
