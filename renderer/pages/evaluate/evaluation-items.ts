import type { ItemScore } from '../../../shared/api/consolidation.ts'
import { compare, fromText } from '../../../shared/decimal/decimal.ts'
import { figureText } from '../../ui/figure.tsx'

/** An item with its depth in the tree. */
export type FlatItem = { item: ItemScore; depth: number }

/** The tree as lines, top to bottom, without the items below folded ones. */
export function flatItems(items: readonly ItemScore[], folded: ReadonlySet<string>, depth = 0): FlatItem[] {
  return items.flatMap((item) => [{ item, depth }, ...(folded.has(item.code) ? [] : flatItems(item.items, folded, depth + 1))])
}

/** The items that still need a person's score. */
export function unscoredItems(items: readonly ItemScore[]): ItemScore[] {
  return items.flatMap((item) => [...(item.how === 'manual' && item.score === null ? [item] : []), ...unscoredItems(item.items)])
}

/** The items scored by formula that have no figures to compute from yet. */
export function uncomputedItems(items: readonly ItemScore[]): ItemScore[] {
  return leafItems(items).filter((item) => item.how === 'formula' && item.score === null)
}

/** The items without items below; only these are scored. */
export function leafItems(items: readonly ItemScore[]): ItemScore[] {
  return items.flatMap((item) => (item.items.length === 0 ? [item] : leafItems(item.items)))
}

/** Points as text, with at most four decimals and no zeros at the end. */
export function pointsText(points: string | null): string {
  return figureText(points, '0.####')
}

export type ScoreFault = 'missing' | 'not-a-number' | 'too-high' | 'reason-missing'

/**
 * The fault of a typed score; null when the score can be kept. A score has at most four decimals.
 *
 * | score                  | reason | fault          |
 * |------------------------|--------|----------------|
 * | empty                  | any    | missing        |
 * | no number, or below 0  | any    | not-a-number   |
 * | above the points       | any    | too-high       |
 * | below the points       | empty  | reason-missing |
 * | below the points       | given  | –              |
 * | the points             | any    | –              |
 */
export function scoreFault(typed: string, reason: string, points: string): ScoreFault | null {
  const text = typed.trim()
  if (text === '') return 'missing'
  const score = /^\d+(\.\d{1,4})?$/.test(text) ? fromText(text) : null
  const full = fromText(points)
  if (score === null || full === null) return 'not-a-number'
  const order = compare(score, full)
  if (order > 0) return 'too-high'
  return order < 0 && reason.trim() === '' ? 'reason-missing' : null
}
