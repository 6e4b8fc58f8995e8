import type { Bound } from '../bound/bound.ts'
import type { CellSource } from '../bound/cell-source.ts'
import type { Weighed } from '../bound/variation.ts'
import { compileWeighed, CV } from '../functions/cv.ts'
import { compiler } from './compile.ts'

/**
 * What a formula that is one CV(x / w, where) reads of each unit; null for a unit that it leaves out. Answers a function,
 * compiled once; null when the formula is anything else.
 */
export function weighedUnits(bound: Bound): ((unit: CellSource) => Weighed | null) | null {
  const { root } = bound
  if (root.kind !== 'across' || root.name !== CV.name) return null
  const where = root.where === null ? () => true : compiler.ofUnit(root.where)
  const one = compileWeighed(root, compiler)
  return (unit) => (where(unit) === true ? one(unit) : null)
}
