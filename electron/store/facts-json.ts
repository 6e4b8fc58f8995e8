import { isNotApplicable, NOT_APPLICABLE, type Fact, type Facts } from '../../shared/filing/facts.ts'
import type { CellRef } from '../../shared/words.ts'

/** Facts in a JSON column by cell: a number is ten-thousandths, null is 不适用; a blank cell has no entry. */
export type FactsJson = Record<CellRef, number | string | null>

/** Converts facts for a JSON column. */
export function factsToJson(facts: Facts): FactsJson {
  return Object.fromEntries([...facts].map(([ref, fact]) => [ref, isNotApplicable(fact) ? null : fact]))
}

/** Converts the value of a JSON column to facts. */
export function factsFromJson(json: FactsJson): Map<CellRef, Fact> {
  return new Map(Object.entries(json).map(([ref, fact]): [CellRef, Fact] => [ref, fact ?? NOT_APPLICABLE]))
}
