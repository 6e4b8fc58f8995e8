import { quotedName, refuse } from '../kit/binder.ts'
import { nearest } from '../syntax/nearest.ts'
import type { FormulaFunction } from './function.ts'

/** A parameter of the scheme, in force in the period; without one in force there is no value. */
export const PARAM: FormulaFunction = {
  name: 'PARAM',
  takes: '"name"',
  gives: 'number',
  example: { formula: '[a] * PARAM("班额上限")', result: '2250' },
  least: 1,
  most: 1,
  bind(binder, { args, name: called }) {
    const name = quotedName(binder, args[0]!, called)
    if (name === null) return null
    const { at } = args[0]!
    if (!binder.scope.parameter(name))
      return refuse(binder, { code: 'unknown-parameter', name, nearest: nearest(name, binder.scope.parameterNames()), at })
    binder.parameters.add(name)
    return { kind: 'parameter', name, type: 'number', at }
  },
}
