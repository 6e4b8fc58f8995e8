import type { SignOff } from '../../../shared/api/common.ts'
import { canonicalFacts, type Facts } from '../../../shared/filing/facts.ts'
import type { CellRef } from '../../../shared/words.ts'
import { sha256 } from '../../machine/digest.ts'

/** The number of characters of the facts digest on the printed form and in the receipt. */
export const SHORT_DIGEST = 8

/** The digest over a filing's canonical facts (docs/workbook-format.md: The manifest _xt). */
export function factsDigest(facts: Facts): string {
  return sha256(canonicalFacts(facts))
}

/** The entered content of a filing: the digest of its facts, its refused texts and its explanations. */
type Entered = { facts: string; refused: ReadonlyMap<CellRef, string>; explanations: ReadonlyMap<string, string> }

/** The digest over the entered content of a filing. */
export function enteredDigest({ facts, refused, explanations }: Entered): string {
  const sorted = (texts: ReadonlyMap<string, string>): [string, string][] => [...texts].sort(([a], [b]) => (a < b ? -1 : 1))
  return sha256(JSON.stringify([facts, sorted(refused), sorted(explanations)]))
}

/** The digest over everything that a return or a filing says: its entered content and its sign-off. */
export function contentDigest(entered: Entered, { head, statistician, filler, phone, reportedOn }: SignOff): string {
  return sha256(JSON.stringify([enteredDigest(entered), head, statistician, filler, phone, reportedOn]))
}
