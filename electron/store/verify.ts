import { sha256 } from '../machine/digest.ts'
import { canonicalFacts } from '../../shared/filing/facts.ts'
import { cellDictionary } from './cells.ts'
import { handleOf, read, type Db, type ReadableDb } from './db.ts'
import { readFacts } from './facts.ts'
import { APPLICATION_ID } from './migrate.ts'
import { readOriginal } from './originals.ts'
import { readPack, factsOfPack } from './packs.ts'
import { rows, sql } from './sql.ts'

/** The numbers of checked filings and originals, and the faults found; `ok` means no fault. */
export type Verification = { ok: boolean; filings: number; originals: number; found: readonly VerificationFinding[] }
type VerificationFinding =
  | { kind: 'integrity' | 'foreign-key'; what: string }
  | { kind: 'not-a-workspace' }
  | { kind: 'facts-differ'; filing: number }
  | { kind: 'original-differs'; sha256: string }

/**
 * Verifies an open workspace: the file, its references, that packed facts equal the fact rows, and that every original still has
 * its digest (docs/design/promises.md: Promise 3). Changes nothing.
 */
export function verifyWorkspace(db: Db): Verification {
  return read(db, (view) => {
    const filings = rows<[number]>(view, sql`SELECT id FROM filing ORDER BY id`)
    const originals = rows<[string]>(view, sql`SELECT sha256 FROM original ORDER BY sha256`)
    const found: VerificationFinding[] = [
      ...fileFindings(view),
      ...filings.filter(([id]) => !packAgrees(view, id)).map(([filing]) => ({ kind: 'facts-differ' as const, filing })),
      ...originals
        .filter(([digest]) => !originalAgrees(view, digest))
        .map(([digest]) => ({ kind: 'original-differs' as const, sha256: digest })),
    ]
    return { ok: found.length === 0, filings: filings.length, originals: originals.length, found }
  })
}

function fileFindings(db: ReadableDb): VerificationFinding[] {
  const handle = handleOf(db)
  const found: VerificationFinding[] = []
  if (handle.pragma('application_id', { simple: true }) !== APPLICATION_ID) found.push({ kind: 'not-a-workspace' })
  for (const row of handle.pragma('integrity_check(20)') as { integrity_check: string }[]) {
    if (row.integrity_check !== 'ok') found.push({ kind: 'integrity', what: row.integrity_check })
  }
  for (const row of handle.pragma('foreign_key_check') as { table: string; rowid: number | null; parent: string }[]) {
    found.push({ kind: 'foreign-key', what: `${row.table} ${row.rowid ?? ''} → ${row.parent}` })
  }
  return found
}

function packAgrees(db: ReadableDb, filing: number): boolean {
  const pack = readPack(db, filing)
  const repeated = pack === null ? new Map() : factsOfPack(pack, cellDictionary(db))
  return canonicalFacts(repeated) === canonicalFacts(readFacts(db, filing))
}

function originalAgrees(db: ReadableDb, digest: string): boolean {
  const original = readOriginal(db, digest)
  return original !== null && original.size === original.bytes.byteLength && sha256(original.bytes) === digest
}
