import { sameFact, toWire, type Facts, type WireFact } from '../../../shared/filing/facts.ts'
import type { CellRef } from '../../../shared/words.ts'
import type { ReadableDb, WritableDb } from '../../store/db.ts'
import { readFacts } from '../../store/facts.ts'
import type { Filing } from '../../store/filings.ts'
import { hasHandedOver, readHandedOver, writeHandedOver } from '../../store/handed-over.ts'
import { factsDigest } from './digests.ts'

/**
 * Keeps the facts that were handed over last; called before a filing's facts change. Does nothing when they are already kept, or
 * when the present facts no longer have their digest. The next sign-off or receipt deletes them.
 */
export function keepHandedOver(db: WritableDb, filing: Filing): void {
  if (filing.digest === null || hasHandedOver(db, filing.id)) return
  const facts = readFacts(db, filing.id)
  if (factsDigest(facts) === filing.digest) writeHandedOver(db, filing.id, facts)
}

/**
 * The cells changed since the filing was handed over last, each with its earlier fact; null when the filing was never handed over
 * or its earlier facts are not kept.
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
