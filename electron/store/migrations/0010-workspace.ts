import type { Migration } from './migration.ts'

/**
 * The first workspace. A fact is an INTEGER count of ten-thousandths, a TEXT, or NULL for 不适用; a blank cell has no
 * row. `pack` repeats each filing's facts in one row, for sums over many filings (docs/decisions/facts-table.md).
 */
export const workspace: Migration = {
  version: 10,
  sql: `
CREATE TABLE setting (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE scheme (
  id TEXT NOT NULL,
  version TEXT NOT NULL,
  digest TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (id, version)
) STRICT;

CREATE TABLE task (
  id INTEGER NOT NULL PRIMARY KEY,
  scheme TEXT NOT NULL,
  version TEXT NOT NULL,
  period TEXT NOT NULL,
  UNIQUE (scheme, period),
  FOREIGN KEY (scheme, version) REFERENCES scheme (id, version)
) STRICT;

CREATE TABLE unit (
  code TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  township TEXT NOT NULL,
  class TEXT NOT NULL,
  parent TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE original (
  sha256 TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  size INTEGER NOT NULL,
  kept_at TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE batch (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'committed', 'undone', 'discarded')),
  label TEXT NOT NULL
) STRICT;

CREATE TABLE filing (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  task INTEGER NOT NULL REFERENCES task,
  unit TEXT NOT NULL REFERENCES unit,
  status TEXT NOT NULL CHECK (status IN ('open', 'signed', 'received', 'returned')),
  revision INTEGER NOT NULL,
  head TEXT NOT NULL,
  statistician TEXT NOT NULL,
  filler TEXT NOT NULL,
  phone TEXT NOT NULL,
  reported_on TEXT,
  signed_at TEXT,
  changed_at TEXT,
  digest TEXT,
  original TEXT REFERENCES original,
  batch INTEGER REFERENCES batch,
  UNIQUE (task, unit)
) STRICT;
CREATE INDEX filing_by_unit ON filing (unit);
CREATE INDEX filing_by_original ON filing (original) WHERE original IS NOT NULL;
CREATE INDEX filing_by_batch ON filing (batch) WHERE batch IS NOT NULL;

CREATE TABLE cell (
  id INTEGER NOT NULL PRIMARY KEY,
  ref TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE fact (
  filing INTEGER NOT NULL REFERENCES filing ON DELETE CASCADE,
  cell INTEGER NOT NULL,
  value ANY CHECK (typeof(value) <> 'real'),
  PRIMARY KEY (filing, cell)
) STRICT, WITHOUT ROWID;

CREATE TABLE pack (
  filing INTEGER NOT NULL PRIMARY KEY REFERENCES filing ON DELETE CASCADE,
  cells BLOB NOT NULL,
  numbers BLOB NOT NULL,
  texts TEXT
) STRICT;

CREATE TABLE refused (
  filing INTEGER NOT NULL REFERENCES filing ON DELETE CASCADE,
  cell INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (filing, cell)
) STRICT, WITHOUT ROWID;

CREATE TABLE explanation (
  filing INTEGER NOT NULL REFERENCES filing ON DELETE CASCADE,
  check_key TEXT NOT NULL,
  value TEXT NOT NULL,
  text TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (filing, check_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE batch_file (
  batch INTEGER NOT NULL REFERENCES batch,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  verdict TEXT NOT NULL,
  unit TEXT,
  revision INTEGER,
  filing INTEGER REFERENCES filing ON DELETE SET NULL,
  taken INTEGER NOT NULL CHECK (taken IN (0, 1)),
  parked TEXT,
  facts INTEGER NOT NULL,
  errors INTEGER NOT NULL,
  queries INTEGER NOT NULL,
  problems TEXT NOT NULL,
  differences TEXT NOT NULL,
  incoming TEXT,
  before TEXT,
  PRIMARY KEY (batch, position)
) STRICT;
CREATE INDEX batch_file_by_filing ON batch_file (filing) WHERE filing IS NOT NULL;
CREATE INDEX batch_file_by_unit ON batch_file (unit) WHERE unit IS NOT NULL;

CREATE TABLE score (
  task INTEGER NOT NULL REFERENCES task,
  item TEXT NOT NULL,
  points INTEGER,
  reason TEXT NOT NULL,
  by TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (task, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  action TEXT NOT NULL,
  task INTEGER,
  unit TEXT,
  cell TEXT,
  before TEXT,
  after TEXT,
  detail TEXT
) STRICT;
CREATE INDEX audit_by_unit ON audit (task, unit, cell, id);

CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit trail is only added to'); END;
CREATE TRIGGER audit_is_not_shortened BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit trail is only added to'); END;
CREATE TRIGGER original_is_not_changed BEFORE UPDATE ON original
BEGIN SELECT RAISE(ABORT, 'an original is kept as it came'); END;
`,
}
