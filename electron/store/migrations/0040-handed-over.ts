import type { Migration } from './migration.ts'

/**
 * The facts of a filing at its last sign-off or receipt, kept from the first change after it; no row without a change since.
 * One text for each filing, because the facts are only read together.
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
