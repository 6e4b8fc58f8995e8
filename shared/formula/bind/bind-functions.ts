import { fromInteger } from '../../decimal/decimal.ts'
import { acrossNames } from './bind-across.ts'
import { bindReference, bindTyped, bindValue, countArguments, gathered, isVector, refuse, whole, type Binder } from '../kit/binder.ts'
import type { AggregateFunction, BoundNode, Operand, PlainFunction, Vector } from '../bound/bound.ts'
import { readCriterion } from '../bound/criterion.ts'
import { isDate } from '../bound/dates.ts'
import { nearest } from '../syntax/nearest.ts'
import type { ValueType } from '../syntax/problem.ts'
import type { Node } from '../syntax/tree.ts'

type Call = Node & { kind: 'call' }
type Family = { least: number; most: number | null; bind(binder: Binder, call: Call): Operand | null }

/** The functions of FORMULA, each with how many arguments it takes and how they are bound. */
const FUNCTIONS: Readonly<Record<string, Family>> = {
  SUM: { least: 1, most: null, bind: (binder, call) => bindAggregate(binder, call, 'SUM') },
  AVERAGE: { least: 1, most: null, bind: (binder, call) => bindAggregate(binder, call, 'AVERAGE') },
  MIN: { least: 1, most: null, bind: (binder, call) => bindAggregate(binder, call, 'MIN') },
  MAX: { least: 1, most: null, bind: (binder, call) => bindAggregate(binder, call, 'MAX') },
  COUNT: { least: 1, most: null, bind: (binder, call) => bindAggregate(binder, call, 'COUNT') },
  ROUND: plain('ROUND', 2, 2, 'number'),
  ROUNDUP: plain('ROUNDUP', 2, 2, 'number'),
  ROUNDDOWN: plain('ROUNDDOWN', 2, 2, 'number'),
  INT: plain('INT', 1, 1, 'number'),
  ABS: plain('ABS', 1, 1, 'number'),
  MOD: plain('MOD', 2, 2, 'number'),
  DATE: plain('DATE', 3, 3, 'number', 'date'),
  YEAR: plain('YEAR', 1, 1, 'date', 'number'),
  LEN: plain('LEN', 1, 1, 'text', 'number'),
  CONTAINS: plain('CONTAINS', 2, 2, 'text', 'boolean'),
  AND: plain('AND', 1, null, 'boolean'),
  OR: plain('OR', 1, null, 'boolean'),
  NOT: plain('NOT', 1, 1, 'boolean'),
  IF: { least: 3, most: 3, bind: (binder, call) => bindChoice(binder, call, 'IF') },
  IFS: { least: 2, most: null, bind: (binder, call) => bindChoice(binder, call, 'IFS') },
  NZ: { least: 1, most: 2, bind: bindNz },
  ISBLANK: { least: 1, most: 1, bind: bindIsBlank },
  SUMIF: { least: 3, most: 3, bind: (binder, call) => bindSumIf(binder, call, true) },
  COUNTIF: { least: 2, most: 2, bind: (binder, call) => bindSumIf(binder, call, false) },
  PRIOR: { least: 1, most: 1, bind: bindPrior },
  GROWTH: { least: 1, most: 1, bind: bindGrowth },
  PARAM: { least: 1, most: 1, bind: bindParameter },
  UNIT: { least: 1, most: 1, bind: bindUnit },
}

export function bindCall(binder: Binder, call: Call): Operand | null {
  const { name, args, at } = call
  const family = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined
  if (family === undefined) {
    return refuse(binder, { code: 'unknown-function', name, nearest: nearest(name, [...Object.keys(FUNCTIONS), ...acrossNames()]), at })
  }
  return countArguments(binder, name, args, at, family.least, family.most) ? family.bind(binder, call) : null
}

function plain(name: PlainFunction, least: number, most: number | null, takes: ValueType, gives: ValueType = takes): Family {
  return {
    least,
    most,
    bind(binder, { args, at }) {
      const bound = whole(args.map((arg) => (takes === 'date' ? bindDate(binder, arg) : bindTyped(binder, arg, takes))))
      return bound && { kind: 'call', name, args: bound, type: gives, at }
    },
  }
}

/** A date may be written as text: YEAR("2021-09-01"). */
function bindDate(binder: Binder, node: Node): BoundNode | null {
  if (node.kind !== 'text') return bindTyped(binder, node, 'date')
  if (!isDate(node.value)) return refuse(binder, { code: 'bad-date', text: node.value, at: node.at })
  return { kind: 'constant', value: node.value, type: 'date', at: node.at }
}

/** COUNT counts whatever is not blank, of any type; the others take figures. */
function bindAggregate(binder: Binder, { args, at }: Call, name: AggregateFunction): BoundNode | null {
  const bound = whole(
    args.map((arg) => {
      const operand = binder.operand(binder, arg)
      if (operand === null || operand.type === 'number' || name === 'COUNT') return operand
      return refuse(binder, { code: 'type-expected', expected: 'number', found: operand.type, at: arg.at })
    }),
  )
  return bound && { kind: 'aggregate', name, args: bound, type: 'number', at }
}

/** IF(c, a, b) and IFS(c, a, …): conditions are booleans, results of one type; `""` is a blank of that type. */
function bindChoice(binder: Binder, { args, at }: Call, name: 'IF' | 'IFS'): BoundNode | null {
  if (name === 'IFS' && args.length % 2 === 1) return refuse(binder, { code: 'pairs-needed', name, at })
  const isCondition = (index: number) => (name === 'IF' ? index === 0 : index % 2 === 0)
  const bound = whole(args.map((arg, index) => (isCondition(index) ? bindTyped(binder, arg, 'boolean') : bindValue(binder, arg))))
  if (bound === null) return null
  const results = bound.filter((_, index) => !isCondition(index))
  const type = (results.find((result) => !isEmptyText(result)) ?? results[0]!).type
  const odd = results.find((result) => result.type !== type && !isEmptyText(result))
  if (odd !== undefined) return refuse(binder, { code: 'different-types', left: type, right: odd.type, at: odd.at })
  const settled = bound.map((arg, index) => (isCondition(index) || arg.type === type ? arg : blank(arg, type)))
  return { kind: 'call', name, args: settled, type, at }
}

function isEmptyText(node: BoundNode): boolean {
  return node.kind === 'constant' && node.value === ''
}

function blank(node: BoundNode, type: ValueType): BoundNode {
  return { kind: 'constant', value: null, type, at: node.at }
}

/** NZ(x, else): without an else, 0 for a figure and an empty text for a text. */
function bindNz(binder: Binder, { args, at }: Call): BoundNode | null {
  binder.usesBlanks = true
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

function bindIsBlank(binder: Binder, { args, at }: Call): BoundNode | null {
  binder.usesBlanks = true
  const operand = binder.operand(binder, args[0]!)
  return operand && { kind: 'is-blank', operand, type: 'boolean', at }
}

function bindVector(binder: Binder, node: Node, name: string): Vector | null {
  const operand = binder.operand(binder, node)
  if (operand === null || isVector(operand)) return operand
  return refuse(binder, { code: 'vector-needed', name, at: node.at })
}

function bindSumIf(binder: Binder, { args, at, name }: Call, summing: boolean): BoundNode | null {
  const vector = bindVector(binder, args[0]!, name)
  const test = bindValue(binder, args[1]!)
  const sum = summing ? bindVector(binder, args[2]!, name) : null
  if (vector === null || test === null || (summing && sum === null)) return null
  if (sum !== null && sum.type !== 'number')
    return refuse(binder, { code: 'type-expected', expected: 'number', found: sum.type, at: sum.at })
  if (sum !== null && !alike(vector, sum)) {
    return refuse(binder, { code: 'vectors-differ', name, test: lengthOf(vector), sum: lengthOf(sum), at })
  }
  if (test.type !== vector.type && test.type !== 'text') {
    return refuse(binder, { code: 'type-expected', expected: vector.type, found: test.type, at: test.at })
  }
  if (test.type !== 'text' || test.kind !== 'constant') return { kind: 'sum-if', vector, criterion: null, test, sum, type: 'number', at }
  const criterion = readCriterion(String(test.value), vector.type)
  if (criterion === null) return refuse(binder, { code: 'bad-criterion', text: String(test.value), at: test.at })
  return { kind: 'sum-if', vector, criterion, test, sum, type: 'number', at }
}

function alike(a: Vector, b: Vector): boolean {
  if (a.kind === 'list-column' || b.kind === 'list-column') return a.kind === b.kind && 'table' in a && 'table' in b && a.table === b.table
  return a.keys.length === b.keys.length
}

function lengthOf(vector: Vector): number | null {
  return vector.kind === 'list-column' ? null : vector.keys.length
}

function bindPrior(binder: Binder, { args, name }: Call): Operand | null {
  const [argument] = args
  if (argument?.kind !== 'reference') return refuse(binder, { code: 'reference-needed', name, at: argument!.at })
  return bindReference(binder, argument.reference, true)
}

/** GROWTH reads the cell of both periods. */
function bindGrowth(binder: Binder, { args, name, at }: Call): BoundNode | null {
  const [argument] = args
  if (argument?.kind !== 'reference') return refuse(binder, { code: 'reference-needed', name, at: argument!.at })
  const found = bindReference(binder, argument.reference)
  if (found === null) return null
  if (found.kind !== 'cell') return refuse(binder, { code: 'single-reference-needed', name, at: argument.at })
  if (found.type !== 'number') return refuse(binder, { code: 'type-expected', expected: 'number', found: found.type, at: argument.at })
  gathered(binder).priorCells.add(found.key)
  return { kind: 'growth', key: found.key, type: 'number', at }
}

function bindParameter(binder: Binder, { args, name: called }: Call): BoundNode | null {
  const name = quotedName(binder, args[0]!, called)
  if (name === null) return null
  const { at } = args[0]!
  if (!binder.scope.parameter(name))
    return refuse(binder, { code: 'unknown-parameter', name, nearest: nearest(name, binder.scope.parameterNames()), at })
  binder.parameters.add(name)
  return { kind: 'parameter', name, type: 'number', at }
}

function bindUnit(binder: Binder, { args, name: called }: Call): BoundNode | null {
  const name = quotedName(binder, args[0]!, called)
  if (name === null) return null
  const { at } = args[0]!
  const type = binder.scope.attribute(name)
  if (type === undefined)
    return refuse(binder, { code: 'unknown-attribute', name, nearest: nearest(name, binder.scope.attributeNames()), at })
  gathered(binder).attributes.add(name)
  return { kind: 'unit', attribute: name, type, at }
}

/** PARAM and UNIT take a name in quotes, not a computed text: every name is checked when the scheme is loaded. */
function quotedName(binder: Binder, node: Node, called: string): string | null {
  return node.kind === 'text' ? node.value : refuse(binder, { code: 'name-in-quotes-needed', name: called, at: node.at })
}
