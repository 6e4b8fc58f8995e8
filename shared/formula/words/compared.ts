import { abs, fromInteger, isNegative, isZero, multiply, subtract, type Decimal } from '../../decimal/decimal.ts'
import { round } from '../../decimal/rounding.ts'
import { isFunctionNode, type BoundNode } from '../bound/bound.ts'
import { COMPARED_PLACES, OPPOSITE } from '../bound/compare.ts'
import { calledBy } from '../functions/list.ts'
import { askedOf, PHRASE_RANK, type Mood, type Teller } from '../kit/teller.ts'
import type { CompareOperator } from '../syntax/tree.ts'

type Comparison = BoundNode & { kind: 'comparison' }

const HUNDRED = fromInteger(100)

/** A comparison in words; as it must be, with values, also the amount by which it is missed. */
export function compared(teller: Teller, node: Comparison, holds: boolean, mood: Mood): string {
  const { words } = teller
  const operator = holds ? node.operator : OPPOSITE[node.operator]
  if (node.left.type === 'boolean' && teller.cells !== null) return agreement(teller, node, operator, mood)
  const asked = againstNothing(node)
  if (asked !== null && operator === '=') return `${askedOf(teller, asked)} ${mood === 'is' ? words.isBlank : words.mustBeBlank}`
  if (asked !== null && operator === '<>') return `${askedOf(teller, asked)} ${mood === 'is' ? words.isFilled : words.mustBeFilled}`
  const verbs = mood === 'is' ? words.is : node.left.type === 'date' ? words.mustDate : words.must
  const plainly = `${side(teller, node.left, node)} ${verbs[operator]} ${side(teller, node.right, node)}`
  return teller.cells === null ? plainly : [plainly, ...notes(teller, node, operator, mood)].join(words.comma)
}

/** The comparison of two conditions, each told as it is. */
function agreement(teller: Teller, { left, right }: Comparison, operator: CompareOperator, mood: Mood): string {
  const { words } = teller
  const [first, second] = [left, right].map((part) => teller.clause(part, teller.value(part) === true, 'is'))
  if (mood === 'is') return `${first}${words.and}${second}`
  return operator === '=' ? words.bothOrNone(first!, second!) : words.oneOnly(first!, second!)
}

function notes(teller: Teller, node: Comparison, operator: CompareOperator, mood: Mood): string[] {
  if (mood === 'is') return blankNote(teller, node, { equal: false })
  const gap = node.left.type === 'number' ? gapOfSides(teller, node) : null
  const blank = blankNote(teller, node, { equal: gap !== null && isZero(gap) })
  return gap === null ? blank : [...blank, ...gapText(teller, node, operator, gap, blank.length > 0)]
}

/** The left side less the right side, a blank taken for 0. */
function gapOfSides(teller: Teller, node: Comparison): Decimal {
  const [left, right] = [node.left, node.right].map((one) => round((teller.value(one) ?? 0) as Decimal, COMPARED_PLACES))
  return subtract(left!, right!)
}

/** The gap in words: 相差 2, 多 22, 少 3. Equal sides are not mentioned when a blank was taken for 0. */
function gapText({ words, shown }: Teller, node: Comparison, operator: CompareOperator, gap: Decimal, blank: boolean): string[] {
  const size = abs(isShareCompared(node) ? multiply(gap, HUNDRED) : gap)
  const amount = isShareCompared(node) ? words.points(shown(size)) : shown(size)
  if (operator === '<>') return []
  if (operator === '=') return [words.difference(amount)]
  if (isZero(gap)) return blank ? [] : [words.equal]
  return [isNegative(gap) ? words.short(amount) : words.over(amount)]
}

/**
 * The note on the value of a blank side (blank rule 2, docs/design/formula.md: Blanks), so that no sentence says that a blank equals 0.
 *
 * | sides are | a side is blank                     | note            |
 * |-----------|-------------------------------------|-----------------|
 * | figures   | yes                                 | counts as 0     |
 * | figures   | in part, and the gap is 0 (`equal`) | counts as 0     |
 * | dates     | yes                                 | before any date |
 * | texts     | yes or no                           | none            |
 */
function blankNote(teller: Teller, node: Comparison, { equal }: { equal: boolean }): string[] {
  const sides = [node.left, node.right]
  if (node.left.type === 'text' || !sides.some((one) => (equal ? holdsBlank(teller, one) : teller.value(one) === null))) return []
  return [node.left.type === 'date' ? teller.words.blankIsEarliest : teller.words.blankIsZero]
}

/** True when a figure is blank or was calculated with a blank. */
function holdsBlank(teller: Teller, node: BoundNode): boolean {
  if (teller.value(node) === null) return true
  if (node.kind === 'arithmetic') return holdsBlank(teller, node.left) || holdsBlank(teller, node.right)
  if (node.kind === 'minus' || node.kind === 'percent') return holdsBlank(teller, node.operand)
  return false
}

/** The side compared with the empty text, which is a blank test; null for any other comparison. */
function againstNothing({ left, right }: Comparison): BoundNode | null {
  const isNothing = (node: BoundNode): boolean => node.kind === 'constant' && node.value === ''
  return isNothing(right) ? left : isNothing(left) ? right : null
}

/** A side of a comparison; with values, a side with `*`, `/` or `^` also shows its result. */
function side(teller: Teller, node: BoundNode, comparison: Comparison): string {
  const text = teller.say(node, PHRASE_RANK.sign)
  if (teller.cells === null) return text
  const value = teller.value(node)
  const percent = isShareCompared(comparison) ? 'percent' : undefined
  const bare = ` (${teller.shown(value)})`
  if (percent && node.kind === 'call' && text.endsWith(bare)) return `${text.slice(0, -bare.length)} (${teller.shown(value, percent)})`
  return showsResult(node) ? `${text} (= ${teller.shown(value, percent)})` : text
}

function showsResult(node: BoundNode): boolean {
  if (node.kind !== 'arithmetic') return false
  if (node.operator === '+' || node.operator === '-') return showsResult(node.left) || showsResult(node.right)
  return true
}

/** True when a side is a share, so that the gap is in percentage points. */
function isShareCompared({ left, right }: Comparison): boolean {
  return isPercentage(left) || isPercentage(right)
}

function isPercentage(node: BoundNode): boolean {
  if (node.kind === 'percent') return true
  return isFunctionNode(node) ? (calledBy(node).words.isPercentage?.(node, isPercentage) ?? false) : false
}
