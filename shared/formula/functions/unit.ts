import { gathered, quotedName, refuse } from '../kit/binder.ts'
import { nearest } from '../syntax/nearest.ts'
import type { FormulaFunction } from './function.ts'

/** An attribute of the filing unit; a condition on units writes its bare name. */
export const UNIT: FormulaFunction = {
  name: 'UNIT',
  takes: '"attribute"',
  gives: 'as given',
  example: { formula: 'UNIT("kind") = "小学"', result: true },
  least: 1,
  most: 1,
  bind(binder, { args, name: called }) {
    const name = quotedName(binder, args[0]!, called)
    if (name === null) return null
    const { at } = args[0]!
    const type = binder.scope.attribute(name)
    if (type === undefined)
      return refuse(binder, { code: 'unknown-attribute', name, nearest: nearest(name, binder.scope.attributeNames()), at })
    gathered(binder).attributes.add(name)
    return { kind: 'unit', attribute: name, type, at }
  },
}
