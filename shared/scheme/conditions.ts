import type { CellSource } from '../formula/bound/cell-source.ts'
import { evaluate } from '../formula/run/evaluate.ts'
import { unitAttribute, type Unit } from '../unit/unit.ts'
import type { Scheme, Table, UnitCondition } from './scheme.ts'

type AttributeOf = (attribute: string) => string | null

/** Whether a condition on unit attributes holds; blank (an attribute that is not known) is no. */
export function conditionHolds(condition: UnitCondition, attribute: AttributeOf): boolean {
  const source: CellSource = { cell: () => null, listColumn: () => [], parameter: () => null, unit: attribute }
  return evaluate(condition.bound, source) === true
}

/** The tables a unit files, in the scheme's order. */
export function tablesOf(scheme: Scheme, unit: Unit): Table[] {
  return scheme.tables.filter((table) => conditionHolds(table.filedBy, (attribute) => unitAttribute(unit, attribute)))
}
