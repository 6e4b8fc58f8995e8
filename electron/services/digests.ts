import { canonicalFacts, type Facts } from '../../shared/filing/facts.ts'
import { sha256 } from '../machine/digest.ts'

/** How many characters of the facts digest are printed on the form and repeated in the receipt. */
export const SHORT_DIGEST = 8

/** The digest over a filing's canonical facts (WORKBOOK.md `_xt`). */
export function factsDigest(facts: Facts): string {
  return sha256(canonicalFacts(facts))
}
