import { isVector, type BoundNode } from '../bound/bound.ts'
import { RANK } from '../kit/excel-text.ts'
import { compileVector } from '../kit/run.ts'
import { askedOf } from '../kit/teller.ts'
import type { FormulaFunction } from './function.ts'

/** True when a value is blank; for a range or a list's column, when every member is. */
export const ISBLANK: FormulaFunction<BoundNode & { kind: 'is-blank' }> = {
  name: 'ISBLANK',
  takes: 'value or range',
  gives: 'boolean',
  example: { formula: 'ISBLANK([y])', result: true },
  least: 1,
  most: 1,
  asksAboutBlanks: true,
  bind(binder, { args, at, name }) {
    const operand = binder.operand(binder, args[0]!)
    return operand && { kind: 'is-blank', name, operand, type: 'boolean', at }
  },
  called: {
    compile({ operand }, compiler) {
      if (isVector(operand)) {
        const vector = compileVector(operand)
        return (source) => vector(source).every((content) => content === null)
      }
      const run = compiler.value(operand)
      return (source) => run(source) === null
    },
    excel: { write: ({ operand }, excel) => ({ text: excel.isBlank(operand) ?? 'FALSE', rank: RANK.comparison }) },
    words: {
      clause: ({ operand }, holds, mood, teller) => {
        const { isBlank, isFilled, mustBeBlank, mustBeFilled } = teller.words
        return `${askedOf(teller, operand)} ${mood === 'is' ? (holds ? isBlank : isFilled) : holds ? mustBeBlank : mustBeFilled}`
      },
    },
  },
}
