import { canonicalFacts, type Facts } from '../../../shared/filing/facts.ts'
import type { CellRef } from '../../../shared/words.ts'
import { sha256 } from '../../machine/digest.ts'

/** How many characters of the facts digest are printed on the form and repeated in the receipt. */
export const SHORT_DIGEST = 8

/** The digest over a filing's canonical facts (docs/workbook-format.md: The manifest _xt). */
export function factsDigest(facts: Facts): string {
  return sha256(canonicalFacts(facts))
}

/** What people enter into a filing: its facts, by their digest, and what does not fit its cell or was written to explain. */
type Entered = { facts: string; refused: ReadonlyMap<CellRef, string>; explanations: ReadonlyMap<string, string> }

/** The digest over everything that people enter into a filing. */
export function enteredDigest({ facts, refused, explanations }: Entered): string {
  const sorted = (texts: ReadonlyMap<string, string>): [string, string][] => [...texts].sort(([a], [b]) => (a < b ? -1 : 1))
  return sha256(JSON.stringify([facts, sorted(refused), sorted(explanations)]))
}
