import { fromInteger, isNegative, isZero, multiply, subtract, type Decimal } from '../../decimal/decimal.ts'
import { round } from '../../decimal/rounding.ts'
import { isVector } from '../kit/binder.ts'
import type { Bound, BoundNode, Operand } from '../bound/bound.ts'
import type { CellSource } from '../bound/cell-source.ts'
import { COMPARED_PLACES, OPPOSITE } from '../bound/compare.ts'
import { chosenBranch, describe, gapOf, shownValue, valueOf, vectorName, type Names, type Teller } from './describe.ts'
import { evaluate } from '../run/evaluate.ts'
import { wordsOf } from './explain-words.ts'
import type { CompareOperator } from '../syntax/tree.ts'

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
      return wanted
        ? words.anyOf(args.map((arg) => should(teller, arg, true)))
        : words.notAllOf(args.map((arg) => state(teller, arg, true)))
    }
    case 'IF':
    case 'IFS': {
      const branch = chosenBranch(teller, args)
      if (branch === null) return words.never
      const then = should(teller, branch, wanted)
      const reason = reasonFor(teller, args, branch, then)
      return reason === '' ? then : words.when(reason, then)
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

/**
 * The conditions that led to a branch of IF or IFS: those before it did not hold, its own did. That cells are filled in goes
 * without saying where the branch shows what they hold.
 */
function reasonFor(teller: Teller, args: readonly BoundNode[], branch: BoundNode, then: string): string {
  const index = args.indexOf(branch)
  const own = args[index - 1]
  if (index % 2 === 1 && own !== undefined) return state(teller, own, true)
  return args
    .filter((condition, i) => i % 2 === 0 && i < index && !asksForShown(teller, condition, then))
    .map((condition) => state(teller, condition, false))
    .join(teller.words.and)
}

/** Whether a condition only keeps blanks away from cells that a sentence shows anyway. */
function asksForShown(teller: Teller, condition: BoundNode, then: string): boolean {
  if (condition.kind === 'is-blank') return then.includes(`${nameOf(teller, condition.operand)} (`)
  return condition.kind === 'call' && condition.name === 'OR' && condition.args.every((arg) => asksForShown(teller, arg, then))
}

/** A condition as it is: 「一年级 男 (20) 大于 0」, or its opposite where it does not hold. */
function state(teller: Teller, node: BoundNode, holds: boolean): string {
  const { words } = teller
  switch (node.kind) {
    case 'comparison': {
      const operator = holds ? node.operator : OPPOSITE[node.operator]
      if (node.left.type === 'boolean')
        return [node.left, node.right].map((side) => state(teller, side, valueOf(teller, side) === true)).join(words.and)
      const asked = againstNothing(node)
      if (asked !== null && isEquality(operator)) return `${askedOf(teller, asked)} ${operator === '=' ? words.isBlank : words.isFilled}`
      return [
        `${side(teller, node.left, node)} ${words.is[operator]} ${side(teller, node.right, node)}`,
        ...blankNote(teller, node, false),
      ].join(words.comma)
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

type Comparison = BoundNode & { kind: 'comparison' }

function shouldCompare(teller: Teller, node: Comparison, wanted: boolean): string {
  const { words } = teller
  const operator = wanted ? node.operator : OPPOSITE[node.operator]
  if (node.left.type === 'boolean') {
    const [left, right] = [node.left, node.right].map((part) => state(teller, part, valueOf(teller, part) === true))
    return operator === '=' ? words.bothOrNone(left!, right!) : words.oneOnly(left!, right!)
  }
  const asked = againstNothing(node)
  if (asked !== null && isEquality(operator))
    return `${askedOf(teller, asked)} ${operator === '=' ? words.mustBeBlank : words.mustBeFilled}`
  const must = node.left.type === 'date' ? words.mustDate : words.must
  const gap = node.left.type === 'number' ? gapOfSides(teller, node) : null
  const notes = blankNote(teller, node, gap !== null && isZero(gap))
  return [
    `${side(teller, node.left, node)} ${must[operator]} ${side(teller, node.right, node)}`,
    ...notes,
    ...(gap === null ? [] : gapText(teller, node, operator, gap, notes.length > 0)),
  ].join(words.comma)
}

/** Left less right, a blank taken for 0. */
function gapOfSides(teller: Teller, node: Comparison): Decimal {
  const [left, right] = [node.left, node.right].map((one) => round((valueOf(teller, one) ?? 0) as Decimal, COMPARED_PLACES))
  return subtract(left!, right!)
}

/** 相差 2, 多 22, 少 3: by how much. That the two are equal goes without saying where a blank was taken for 0. */
function gapText({ words }: Teller, node: Comparison, operator: CompareOperator, gap: Decimal, blank: boolean): string[] {
  const percent = isPercentage(node.left) || isPercentage(node.right)
  const amount = percent ? words.points(gapOf(multiply(gap, HUNDRED))) : gapOf(gap)
  if (operator === '<>') return []
  if (operator === '=') return [words.difference(amount)]
  if (isZero(gap)) return blank ? [] : [words.equal]
  return [isNegative(gap) ? words.short(amount) : words.over(amount)]
}

/**
 * What a blank side counts as (FORMULA, "Values and blanks" 2), so that no sentence says that a blank equals 0.
 *
 * | sides are | a side is blank            | said                   |
 * |-----------|----------------------------|------------------------|
 * | figures   | yes                        | counts as 0            |
 * | figures   | in part, and nothing parts them (`equal`) | counts as 0 |
 * | dates     | yes                        | before any date        |
 * | texts     | yes or no                  | nothing                |
 */
function blankNote(teller: Teller, node: Comparison, equal: boolean): string[] {
  const sides = [node.left, node.right]
  if (node.left.type === 'text' || !sides.some((one) => (equal ? holdsBlank(teller, one) : valueOf(teller, one) === null))) return []
  return [node.left.type === 'date' ? teller.words.blankIsEarliest : teller.words.blankIsZero]
}

/** Whether a figure is blank, or was calculated with a blank. */
function holdsBlank(teller: Teller, node: BoundNode): boolean {
  if (valueOf(teller, node) === null) return true
  if (node.kind === 'arithmetic') return holdsBlank(teller, node.left) || holdsBlank(teller, node.right)
  if (node.kind === 'minus' || node.kind === 'percent') return holdsBlank(teller, node.operand)
  return false
}

/** The side that is compared with the empty text, which asks whether it is filled in; null for any other comparison. */
function againstNothing({ left, right }: Comparison): BoundNode | null {
  const isNothing = (node: BoundNode): boolean => node.kind === 'constant' && node.value === ''
  return isNothing(right) ? left : isNothing(left) ? right : null
}

function isEquality(operator: CompareOperator): boolean {
  return operator === '=' || operator === '<>'
}

/** One side of a comparison; what multiplies or divides also shows what it comes to. */
function side(teller: Teller, node: BoundNode, comparison: Comparison): string {
  const text = describe(teller, node)
  const percent = isPercentage(comparison.left) || isPercentage(comparison.right)
  const bare = ` (${shownValue(teller, valueOf(teller, node))})`
  if (percent && node.kind === 'call' && text.endsWith(bare))
    return `${text.slice(0, -bare.length)} (${shownValue(teller, valueOf(teller, node), true)})`
  if (!showsResult(node)) return text
  return `${text} (= ${shownValue(teller, valueOf(teller, node), percent)})`
}

function showsResult(node: BoundNode): boolean {
  if (node.kind !== 'arithmetic') return false
  if (node.operator === '+' || node.operator === '-') return showsResult(node.left) || showsResult(node.right)
  return true
}

/** Whether a side is a share, so that a gap to it is one of percentage points; of IF and IFS, every value it can take. */
function isPercentage(node: BoundNode): boolean {
  if (node.kind === 'percent' || node.kind === 'growth') return true
  if (node.kind === 'across') return node.name === 'SHARE'
  if (node.kind !== 'call') return false
  const { name, args } = node
  if (name === 'IF' || name === 'IFS') return args.every((arg, i) => (i % 2 === 0 && i + 1 < args.length) || isPercentage(arg))
  return (name === 'ABS' || name === 'ROUND') && isPercentage(args[0]!)
}

/** What ISBLANK asks about; of a blank cell only the name, since the sentence says the rest. */
function askedOf(teller: Teller, operand: Operand): string {
  if (isVector(operand)) return vectorName(teller, operand)
  return valueOf(teller, operand) !== null ? describe(teller, operand) : nameOf(teller, operand)
}

/** A cell without what it holds; what is asked of the period before stands beside this period's figure. */
function nameOf(teller: Teller, operand: Operand): string {
  const { names } = teller
  if (isVector(operand)) return vectorName(teller, operand)
  if (operand.kind === 'prior') return teller.words.prior(names.cell(operand.key))
  return operand.kind === 'cell'
    ? names.cell(operand.key)
    : operand.kind === 'list-cell'
      ? names.listColumn(operand.table, operand.column)
      : describe(teller, operand)
}
