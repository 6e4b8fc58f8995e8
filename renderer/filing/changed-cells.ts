import { sameFact, type Fact, type Facts } from '../../shared/filing/facts.ts'
import type { CellRef } from '../../shared/words.ts'

/** The cells that differ from what was handed over last, with what they held then (null: nothing); none while nothing was handed over. */
export function changedCells({ facts, handedOver }: { facts: Facts; handedOver: Facts | null }): ReadonlyMap<CellRef, Fact | null> {
  const changed = new Map<CellRef, Fact | null>()
  if (handedOver === null) return changed
  for (const [ref, fact] of handedOver) if (!sameFact(fact, facts.get(ref))) changed.set(ref, fact)
  for (const ref of facts.keys()) if (!handedOver.has(ref)) changed.set(ref, null)
  return changed
}
