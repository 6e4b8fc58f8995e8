import { fromInteger, isNegative, isZero, multiply, subtract, type Decimal } from '../decimal/decimal.ts'
import { round } from '../decimal/rounding.ts'
import { isVector } from './binder.ts'
import type { Bound, BoundNode, Operand } from './bound.ts'
import type { CellSource } from './cell-source.ts'
import { COMPARED_PLACES } from './compare.ts'
import { chosenBranch, describe, gapOf, shownValue, valueOf, vectorName, type Names, type Teller } from './describe.ts'
import { evaluate } from './evaluate.ts'
import { wordsOf } from './explain-words.ts'
import type { CompareOperator } from './tree.ts'

const OPPOSITE: Readonly<Record<CompareOperator, CompareOperator>> = { '=': '<>', '<>': '=', '<': '>=', '>=': '<', '>': '<=', '<=': '>' }
const HUNDRED = fromInteger(100)

/**
 * What a formula says of these cells (FORMULA, "Three readers"). A condition that does not hold is explained by the part
 * that fails: 「一年级 合计 (50) 应等于 一年级 男 (20) + 一年级 女 (28)，相差 2」; one that holds is stated; a figure is
 * shown with what it comes from.
 */
export function explain(bound: Bound, cells: CellSource, names: Names, lang: 'zh' | 'en'): string {
  const teller: Teller = { cells, names, words: wordsOf(lang) }
  const value = evaluate(bound, cells)
  if (value === null && bound.type === 'boolean') return teller.words.notApplicable
  if (bound.type !== 'boolean') return `${describe(teller, bound.root)} = ${shownValue(teller, value)}`
  const text = value === true ? state(teller, bound.root, true) : should(teller, bound.root, true)
  return lang === 'en' ? text.charAt(0).toUpperCase() + text.slice(1) : text
}

/** Why a condition is not as wanted, said as what should be. */
function should(teller: Teller, node: BoundNode, wanted: boolean): string {
  const { words } = teller
  switch (node.kind) {
    case 'comparison':
      return shouldCompare(teller, node, wanted)
    case 'in': {
      const list = words.oneOf(node.members.map((member) => shownValue(teller, member)))
      return `${describe(teller, node.operand)} ${wanted ? words.mustBeOneOf : words.mustNotBeOneOf}${list}`
    }
    case 'is-blank':
      return wanted ? `${askedOf(teller, node.operand)} ${words.mustBeBlank}` : `${askedOf(teller, node.operand)} ${words.mustBeFilled}`
    case 'call':
      return shouldCall(teller, node, wanted)
    default:
      return words.never
  }
}

function shouldCall(teller: Teller, { name, args }: BoundNode & { kind: 'call' }, wanted: boolean): string {
  const { words } = teller
  const held = args.map((arg) => valueOf(teller, arg) === true)
  switch (name) {
    case 'NOT':
      return should(teller, args[0]!, !wanted)
    case 'AND':
    case 'OR': {
      // AND wanted, OR unwanted: every part that is not so is at fault. Otherwise it is that none, or all, are so.
      if ((name === 'AND') === wanted) {
        return args
          .filter((_, i) => held[i] !== wanted)
          .map((arg) => should(teller, arg, wanted))
          .join(words.semicolon)
      }
      if (args.length === 1) return should(teller, args[0]!, wanted)
      return wanted ? words.anyOf(args.map((arg) => should(teller, arg, true))) : words.notAllOf(args.map((arg) => state(teller, arg, true)))
    }
    case 'IF':
    case 'IFS': {
      const branch = chosenBranch(teller, args)
      if (branch === null) return words.never
      return words.when(reasonFor(teller, args, branch), should(teller, branch, wanted))
    }
    case 'CONTAINS': {
      const [text, part] = args.map((arg) => describe(teller, arg))
      return wanted ? words.mustContain(text!, part!) : words.mustNotContain(text!, part!)
    }
    case 'NZ': {
      const part = valueOf(teller, args[0]!) === null ? args[1]! : args[0]!
      return should(teller, part, wanted)
    }
    default:
      return words.never
  }
}

/** The conditions that led to a branch of IF or IFS: those before it did not hold, its own did. */
function reasonFor(teller: Teller, args: readonly BoundNode[], branch: BoundNode): string {
  const index = args.indexOf(branch)
  const own = args[index - 1]
  if (index % 2 === 1 && own !== undefined) return state(teller, own, true)
  return args
    .filter((_, i) => i % 2 === 0 && i < index)
    .map((condition) => state(teller, condition, false))
    .join(teller.words.and)
}

/** A condition as it is: 「一年级 男 (20) 大于 0」, or its opposite where it does not hold. */
function state(teller: Teller, node: BoundNode, holds: boolean): string {
  const { words } = teller
  switch (node.kind) {
    case 'comparison': {
      const operator = holds ? node.operator : OPPOSITE[node.operator]
      if (node.left.type === 'boolean') return [node.left, node.right].map((side) => state(teller, side, valueOf(teller, side) === true)).join(words.and)
      return `${side(teller, node.left, node)} ${words.is[operator]} ${side(teller, node.right, node)}`
    }
    case 'in':
      return `${describe(teller, node.operand)} ${holds ? words.isOneOf : words.isNotOneOf}${words.oneOf(node.members.map((member) => shownValue(teller, member)))}`
    case 'is-blank':
      return `${askedOf(teller, node.operand)} ${holds ? words.isBlank : words.isFilled}`
    case 'call': {
      if (node.name === 'NOT') return state(teller, node.args[0]!, !holds)
      if (node.name === 'CONTAINS') {
        const [text, part] = node.args.map((arg) => describe(teller, arg))
        return holds ? words.contains(text!, part!) : words.containsNot(text!, part!)
      }
      if (node.name !== 'AND' && node.name !== 'OR') break
      const telling = (node.name === 'AND') === holds ? node.args : node.args.filter((arg) => (valueOf(teller, arg) === true) === holds)
      return telling.map((arg) => state(teller, arg, holds)).join(words.and)
    }
  }
  return shownValue(teller, valueOf(teller, node))
}

function shouldCompare(teller: Teller, node: BoundNode & { kind: 'comparison' }, wanted: boolean): string {
  const { words } = teller
  const operator = wanted ? node.operator : OPPOSITE[node.operator]
  if (node.left.type === 'boolean') {
    const [left, right] = [node.left, node.right].map((part) => state(teller, part, valueOf(teller, part) === true))
    return operator === '=' ? words.bothOrNone(left!, right!) : words.oneOnly(left!, right!)
  }
  const must = node.left.type === 'date' ? words.mustDate : words.must
  const sentence = `${side(teller, node.left, node)} ${must[operator]} ${side(teller, node.right, node)}`
  const gap = node.left.type === 'number' ? gapText(teller, node, operator) : ''
  return gap === '' ? sentence : `${sentence}${words.comma}${gap}`
}

/** 相差 2, 多 22, 少 3: by how much. */
function gapText(teller: Teller, node: BoundNode & { kind: 'comparison' }, operator: CompareOperator): string {
  const { words } = teller
  const left = (valueOf(teller, node.left) ?? 0) as Decimal
  const right = (valueOf(teller, node.right) ?? 0) as Decimal
  const percent = isPercentage(node.left) || isPercentage(node.right)
  const distance = subtract(round(left, COMPARED_PLACES), round(right, COMPARED_PLACES))
  const amount = percent ? words.points(gapOf(multiply(distance, HUNDRED))) : gapOf(distance)
  if (operator === '<>') return ''
  if (operator === '=') return words.difference(amount)
  if (isZero(distance)) return words.equal
  return isNegative(distance) ? words.short(amount) : words.over(amount)
}

/** One side of a comparison; what multiplies or divides also shows what it comes to. */
function side(teller: Teller, node: BoundNode, comparison: BoundNode & { kind: 'comparison' }): string {
  const text = describe(teller, node)
  if (!showsResult(node)) return text
  const percent = isPercentage(comparison.left) || isPercentage(comparison.right)
  return `${text} (= ${shownValue(teller, valueOf(teller, node), percent)})`
}

function showsResult(node: BoundNode): boolean {
  if (node.kind !== 'arithmetic') return false
  if (node.operator === '+' || node.operator === '-') return showsResult(node.left) || showsResult(node.right)
  return true
}

function isPercentage(node: BoundNode): boolean {
  if (node.kind === 'percent' || node.kind === 'growth') return true
  if (node.kind === 'across') return node.name === 'SHARE'
  return node.kind === 'call' && node.name === 'ABS' && isPercentage(node.args[0]!)
}

/** What ISBLANK asks about; of a blank cell only the name, since the sentence says the rest. */
function askedOf(teller: Teller, operand: Operand): string {
  if (isVector(operand)) return vectorName(teller, operand)
  return operand.kind === 'cell' && valueOf(teller, operand) === null ? teller.names.cell(operand.key) : describe(teller, operand)
}
