import { sameFact, type Fact, type Facts } from '../../shared/filing/facts.ts'
import type { Scheme, Table } from '../../shared/scheme/scheme.ts'
import { parseCellRef, tableOf, type CellRef } from '../../shared/words.ts'

/** The cells that differ from the last handover, with the values handed over (null: blank); empty before the first handover. */
export function changedCells({ facts, handedOver }: { facts: Facts; handedOver: Facts | null }): ReadonlyMap<CellRef, Fact | null> {
  const changed = new Map<CellRef, Fact | null>()
  if (handedOver === null) return changed
  for (const [ref, fact] of handedOver) if (!sameFact(fact, facts.get(ref))) changed.set(ref, fact)
  for (const ref of facts.keys()) if (!handedOver.has(ref)) changed.set(ref, null)
  return changed
}

/** The first changed cell in the order of the tables; null when no cell has changed. */
export function firstChanged(scheme: Scheme, changed: ReadonlyMap<CellRef, unknown>): CellRef | null {
  for (const table of scheme.tables) {
    const here = [...changed.keys()].filter((ref) => tableOf(ref) === table.code)
    if (here.length > 0) return here.reduce((a, b) => (placeIn(table, b) < placeIn(table, a) ? b : a))
  }
  return null
}

/** The position of a cell in its table, by row and then by column, as one number. */
function placeIn(table: Table, ref: CellRef): number {
  const { row = '', column = '' } = parseCellRef(ref) ?? {}
  const down = table.kind === 'list' ? Number(row) : table.leafRows.findIndex((leaf) => leaf.code === row)
  return down * table.leafColumns.length + table.leafColumns.findIndex((leaf) => leaf.code === column)
}
