import { abs, add, compare, equals, fromText, isZero, negate, subtract, type Decimal } from './decimal.ts'
import { round } from './rounding.ts'

/** One part that was moved by one unit of the last place so that the parts add up; `index` is its place among the parts. */
export type Adjustment = { index: number; rounded: Decimal; adjusted: Decimal }

export type Balanced = {
  /** The parts as printed, in the order given. */
  parts: readonly Decimal[]
  /** The total as printed: always plainly rounded, never adjusted. */
  total: Decimal
  /** What was moved, in the order of the parts; empty when plain rounding adds up. */
  adjustments: readonly Adjustment[]
}

/**
 * 舍位平衡 (DESIGN §3): rounds parts and total to `places` decimals (negative: tens, hundreds …) so that the printed parts
 * add up to the printed total. Where plain rounding would not, the parts with the largest remainder move by one unit of
 * the last place; a part that is exact at that place is never moved.
 *
 * | parts, to whole  | total | printed parts | adjusted                       |
 * |------------------|-------|---------------|--------------------------------|
 * | 1.4 + 1.4 + 1.2  | 4     | 2 + 1 + 1     | the first: largest remainder   |
 * | 1.5 + 1.5        | 3     | 1 + 2         | the first: rounded up furthest |
 * | 1 + 1            | 3     | 1 + 1         | none: they never added up      |
 *
 * Parts that do not add up exactly to the total before rounding are rounded plainly: rounding must not hide a wrong sum.
 */
export function balanceRounding(parts: readonly Decimal[], total: Decimal, places: number): Balanced {
  const rounded = parts.map((part) => round(part, places))
  const roundedTotal = round(total, places)
  if (!equals(sum(parts), total)) return { parts: rounded, total: roundedTotal, adjustments: [] }
  let missing = subtract(roundedTotal, sum(rounded))
  const unit = lastPlace(places)
  const step = compare(missing, 0) < 0 ? negate(unit) : unit
  const adjustments: Adjustment[] = []
  for (const index of byRemainder(parts, rounded, compare(missing, 0) < 0)) {
    if (isZero(missing)) break
    const before = rounded[index] ?? 0
    const after = add(before, step)
    rounded[index] = after
    adjustments.push({ index, rounded: before, adjusted: after })
    missing = subtract(missing, step)
  }
  return { parts: rounded, total: roundedTotal, adjustments: adjustments.sort((left, right) => left.index - right.index) }
}

/** Places of the parts that rounding moved against the direction wanted, the furthest moved first, then in their order. */
function byRemainder(parts: readonly Decimal[], rounded: readonly Decimal[], down: boolean): number[] {
  const remainders = parts.map((part, index) => ({ index, remainder: subtract(part, rounded[index] ?? 0) }))
  return remainders
    .filter(({ remainder }) => compare(remainder, 0) === (down ? -1 : 1))
    .sort((left, right) => compare(abs(right.remainder), abs(left.remainder)) || left.index - right.index)
    .map(({ index }) => index)
}

function sum(values: readonly Decimal[]): Decimal {
  return values.reduce(add, 0)
}

/** One unit of the last place kept: 0.01 for 2, 100 for -2. */
export function lastPlace(places: number): Decimal {
  const text = places > 0 ? `0.${'0'.repeat(places - 1)}1` : `1${'0'.repeat(-places)}`
  return fromText(text) ?? 0
}
