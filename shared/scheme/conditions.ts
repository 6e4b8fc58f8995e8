import type { CellSource } from '../formula/bound/cell-source.ts'
import { evaluate } from '../formula/run/evaluate.ts'
import { unitAttribute, type Unit } from '../unit/unit.ts'
import type { Scheme, Table, UnitCondition } from './scheme.ts'

type AttributeOf = (attribute: string) => string | null

/** True when a condition on unit attributes holds; a blank result (an unknown attribute) is false. */
export function conditionHolds(condition: UnitCondition, attribute: AttributeOf): boolean {
  const source: CellSource = { cell: () => null, listColumn: () => [], parameter: () => null, unit: attribute }
  return evaluate(condition.bound, source) === true
}

/** Returns the tables that a unit files, in the scheme's order. */
export function tablesOf(scheme: Scheme, unit: Unit): Table[] {
  return scheme.tables.filter((table) => conditionHolds(table.filedBy, (attribute) => unitAttribute(unit, attribute)))
}
