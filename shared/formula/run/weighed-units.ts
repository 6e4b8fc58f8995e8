import type { Decimal } from '../../decimal/decimal.ts'
import type { Bound } from '../bound/bound.ts'
import type { CellSource } from '../bound/cell-source.ts'
import { ofUnit } from './compile-across.ts'
import { compileValue } from './compile.ts'
import { weighed, type Weighed } from '../bound/variation.ts'

/**
 * What a formula that is one CV(x / w, where) reads of each unit; null for a unit that it leaves out. Answers a function,
 * compiled once; null when the formula is anything else.
 */
export function weighedUnits(bound: Bound): ((unit: CellSource) => Weighed | null) | null {
  const { root } = bound
  if (root.kind !== 'across' || root.name !== 'CV' || root.value === null || root.weight === null) return null
  const where = root.where === null ? () => true : ofUnit(root.where, compileValue)
  const value = ofUnit(root.value, compileValue)
  const weight = ofUnit(root.weight, compileValue)
  return (unit) => (where(unit) === true ? weighed(value(unit) as Decimal | null, weight(unit) as Decimal | null) : null)
}
