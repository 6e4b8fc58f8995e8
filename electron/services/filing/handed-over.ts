import { sameFact, toWire, type Facts, type WireFact } from '../../../shared/filing/facts.ts'
import type { CellRef } from '../../../shared/words.ts'
import type { ReadableDb, WritableDb } from '../../store/db.ts'
import { readFacts } from '../../store/facts.ts'
import type { Filing } from '../../store/filings.ts'
import { hasHandedOver, readHandedOver, writeHandedOver } from '../../store/handed-over.ts'
import { factsDigest } from './digests.ts'

/**
 * Before a filing's facts are changed: keeps those that were signed off or received, as long as they are still the ones,
 * which their digest proves. Later changes leave what is kept alone; the next sign-off or receipt takes it away.
 */
export function keepHandedOver(db: WritableDb, filing: Filing): void {
  if (filing.digest === null || hasHandedOver(db, filing.id)) return
  const facts = readFacts(db, filing.id)
  if (factsDigest(facts) === filing.digest) writeHandedOver(db, filing.id, facts)
}

/**
 * The cells in which a filing differs from what was handed over last, with what they held then; null when it was never
 * handed over, or when it is not known what it was.
 */
export function changedSince(db: ReadableDb, filing: Filing, facts: Facts, digest: string): Record<CellRef, WireFact> | null {
  if (filing.digest === null) return null
  const before = readHandedOver(db, filing.id)
  if (before === null) return filing.digest === digest ? {} : null
  const cells = new Set([...before.keys(), ...facts.keys()])
  return Object.fromEntries(
    [...cells].filter((ref) => !sameFact(before.get(ref), facts.get(ref))).map((ref) => [ref, toWire(before.get(ref))]),
  )
}
