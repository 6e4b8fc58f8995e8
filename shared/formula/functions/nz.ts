import { fromInteger } from '../../decimal/decimal.ts'
import type { BoundNode } from '../bound/bound.ts'
import { NoValue } from '../bound/no-value.ts'
import { bindValue, refuse, type Binder } from '../kit/binder.ts'
import { bare, excelCall, whole, type Excel, type Piece } from '../kit/excel-text.ts'
import type { Compiler, Run } from '../kit/run.ts'
import { PHRASE_RANK, said, type Phrase, type Teller } from '../kit/teller.ts'
import type { FormulaFunction, ParsedCall } from './function.ts'
import type { CallNode } from './plain.ts'

/** The value, or the else when the value is blank or does not exist; a missing else is 0, an empty text or FALSE by type. */
export const NZ: FormulaFunction<CallNode> = {
  name: 'NZ',
  takes: 'value, else',
  gives: 'as given',
  example: { formula: 'NZ([y], 7)', result: '7' },
  least: 1,
  most: 2,
  asksAboutBlanks: true,
  bind: bindNz,
  called: {
    compile: compileNz,
    atFault: ({ args }, wanted, value) => [{ part: value(args[0]!) === null ? args[1]! : args[0]!, wanted }],
    excel: {
      write: (node, excel) => writeElse(node, excel, (part) => bare(excel.filled(part))),
      writeValue: (node, excel) => writeElse(node, excel, (part) => bare(excel.value(part))),
      blank: writeBlank,
      canFail: ({ args }, canFail) => canFail(args[1]!),
    },
    words: {
      say,
      clause: ({ args }, holds, mood, teller) =>
        mood === 'must' ? teller.clause(teller.value(args[0]!) === null ? args[1]! : args[0]!, holds, mood) : null,
    },
  },
}

function bindNz(binder: Binder, { args, at }: ParsedCall): BoundNode | null {
  const [first, second] = args
  const value = bindValue(binder, first!)
  if (second !== undefined) {
    const otherwise = bindValue(binder, second)
    if (value === null || otherwise === null) return null
    if (value.type !== otherwise.type) return refuse(binder, { code: 'different-types', left: value.type, right: otherwise.type, at })
    return { kind: 'call', name: 'NZ', args: [value, otherwise], type: value.type, at }
  }
  if (value === null) return null
  if (value.type === 'date') return refuse(binder, { code: 'argument-count', name: 'NZ', least: 2, most: 2, found: 1, at })
  const otherwise = { number: fromInteger(0), text: '', boolean: false }[value.type]
  return { kind: 'call', name: 'NZ', args: [value, { kind: 'constant', value: otherwise, type: value.type, at }], type: value.type, at }
}

function compileNz({ args }: CallNode, compiler: Compiler): Run {
  const [value, otherwise] = args.map((arg) => compiler.value(arg))
  return (source) => {
    try {
      return value!(source) ?? otherwise!(source)
    } catch (error) {
      if (error instanceof NoValue) return otherwise!(source)
      throw error
    }
  }
}

function writeElse({ args }: CallNode, excel: Excel, result: (part: BoundNode) => string): Piece {
  const [value, otherwise] = args as [BoundNode, BoundNode]
  const blank = excel.isBlank(value)
  const present = excel.filled(value)
  const filled = blank === null ? present : whole(excelCall('IF', blank, result(otherwise), bare(present)))
  return excel.canFail(value) ? whole(excelCall('IFERROR', bare(filled), result(otherwise))) : filled
}

function writeBlank({ args }: CallNode, excel: Excel): string | null {
  const [first, second] = args as [BoundNode, BoundNode]
  const otherwise = excel.isBlank(second)
  if (otherwise === null) return null
  const value = excel.isBlank(first)
  const missing = excel.canFail(first) ? excelCall('IFERROR', value ?? `ISERROR(${bare(excel.filled(first))})`, 'TRUE') : value
  return missing === null ? null : excelCall('AND', missing, otherwise)
}

function say({ args }: CallNode, teller: Teller): Phrase {
  const [value, otherwise] = args as [BoundNode, BoundNode]
  const inner = teller.say(value, PHRASE_RANK.whole)
  if (teller.cells === null) {
    const instead = teller.say(otherwise, PHRASE_RANK.whole)
    return said(teller.lang === 'zh' ? `${inner}（没有的按 ${instead}）` : `${inner} (${instead} if blank)`)
  }
  if (teller.value(value) !== null) return said(inner)
  const [blank, instead] = [teller.say(value), teller.say(otherwise)]
  return said(teller.lang === 'zh' ? `(${blank}，按 ${instead} 计)` : `(${blank}, taken as ${instead})`)
}
