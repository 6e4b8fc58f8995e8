import { bindTyped, countArguments, refuse, type Binder } from '../kit/binder.ts'
import type { AcrossFunction, BoundNode } from '../bound/bound.ts'
import type { Node } from '../syntax/tree.ts'

const ACROSS: readonly string[] = ['UNITS', 'MEETS', 'SHARE', 'MEDIAN', 'MINU', 'MAXU', 'CV'] satisfies AcrossFunction[]

export function isAcross(name: string): name is AcrossFunction {
  return ACROSS.includes(name)
}

export function acrossNames(): readonly string[] {
  return ACROSS
}

/**
 * A statistic across the units of the level (FORMULA, "Functions"). Its arguments are about each unit: there bare
 * attribute names are allowed, and cells are those of the unit.
 */
export function bindAcross(binder: Binder, node: Node & { kind: 'call' }, name: AcrossFunction): BoundNode | null {
  const { args, at } = node
  if (!binder.scope.acrossUnits) return refuse(binder, { code: 'across-units-not-allowed', name, at })
  if (binder.inside) return refuse(binder, { code: 'across-units-nested', name, at })
  const least = name === 'UNITS' ? 0 : 1
  if (!countArguments(binder, name, args, at, least, least + 1)) return null
  binder.acrossUnits = true
  // A copy: ISBLANK and NZ about a unit's cells say nothing about the blanks of the formula outside.
  const within: Binder = { ...binder, inside: true, bareNames: true }
  const parts = bindParts(within, name, args)
  return parts && { kind: 'across', name, ...parts, type: 'number', at }
}

type Parts = { value: BoundNode | null; weight: BoundNode | null; where: BoundNode | null }

function bindParts(within: Binder, name: AcrossFunction, args: readonly Node[]): Parts | null {
  const [first, condition] = name === 'UNITS' ? [undefined, args[0]] : args
  const where = condition === undefined ? null : bindTyped(within, condition, 'boolean')
  if (condition !== undefined && where === null) return null
  if (first === undefined) return { value: null, weight: null, where }
  if (name === 'MEETS' || name === 'SHARE') {
    const value = bindTyped(within, first, 'boolean')
    return value && { value, weight: null, where }
  }
  if (name !== 'CV') {
    const value = bindTyped(within, first, 'number')
    return value && { value, weight: null, where }
  }
  if (first.kind !== 'binary' || first.operator !== '/') return refuse(within, { code: 'division-needed', name, at: first.at })
  const value = bindTyped(within, first.left, 'number')
  const weight = bindTyped(within, first.right, 'number')
  return value && weight && { value, weight, where }
}
