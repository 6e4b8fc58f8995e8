import type { Bound } from '../bound/bound.ts'
import type { CellSource } from '../bound/cell-source.ts'
import type { Weighed } from '../bound/variation.ts'
import { compileWeighed, CV } from '../functions/cv.ts'
import { compiler } from './compile.ts'

/**
 * Returns a function, compiled once, that gives a unit's figure and weight in the formula CV(x / w, where), or null for a
 * unit left out. Returns null for any other formula.
 */
export function weighedUnits(bound: Bound): ((unit: CellSource) => Weighed | null) | null {
  const { root } = bound
  if (root.kind !== 'across' || root.name !== CV.name) return null
  const where = root.where === null ? () => true : compiler.ofUnit(root.where)
  const one = compileWeighed(root, compiler)
  return (unit) => (where(unit) === true ? one(unit) : null)
}
