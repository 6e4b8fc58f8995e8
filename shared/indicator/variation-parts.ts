import { add, compare, divide, fromInteger, isZero, multiply, subtract, type Decimal } from '../decimal/decimal.ts'
import { roundUp } from '../decimal/rounding.ts'
import { squareOf, variation, type Variation, type Weighed } from '../formula/bound/variation.ts'
import type { UnitCode } from '../words.ts'

/** A unit in a coefficient of variation, with its amount and its weight. */
export type WeighedUnit = Weighed & { unit: UnitCode }

/**
 * A unit's part in the variation: its figure Xi = x / w, the distance of Xi from the mean, its share of the variance
 * (0 to 1; null when nothing varies), and the shortfall of Xi from the standard (null: no standard, or reached).
 */
export type UnitPart = WeighedUnit & { value: Decimal; distance: Decimal; share: Decimal | null; short: Decimal | null }

/** Splits a coefficient of variation by unit, largest share first; null without a coefficient (variation.ts). */
export function takeApart(units: readonly WeighedUnit[], standard: Decimal | null): { whole: Variation; parts: UnitPart[] } | null {
  const whole = variation(units)
  if (whole === null) return null
  const squares = units.map((unit) => squareOf(unit, whole.mean))
  const total = squares.reduce((sum, one) => add(sum, one), 0 as Decimal)
  const parts = units.map((unit, index): UnitPart => {
    const value = divide(unit.x, unit.w) ?? 0
    return {
      ...unit,
      value,
      distance: subtract(value, whole.mean),
      share: isZero(total) ? null : divide(squares[index] ?? 0, total),
      short: standard !== null && compare(value, standard) < 0 ? subtract(standard, value) : null,
    }
  })
  return { whole, parts: parts.sort((a, b) => compare(b.share ?? 0, a.share ?? 0)) }
}

/** A unit's rise from its figure to a higher figure, by `more` of the counted thing. */
type Rise = { unit: UnitCode; from: Decimal; to: Decimal; more: Decimal }

/** The rises with the coefficient `cv` after them; `reached` is true when `cv` is within the limit. */
export type RisePlan = { rises: Rise[]; cv: Decimal; reached: boolean }

const HALVINGS = 40
const MOST_EXTRA = 500

/**
 * Plans the rises that bring the coefficient to `limit` or below; null without a coefficient. All units below one common level rise to the
 * level; no unit is lowered. Each addition is rounded up to `places` decimals, because half a teacher does not exist. The coefficient is
 * computed again from the rounded figures, and the lowest unit gets one more step until the limit holds (at most 500 steps).
 */
export function risesBelow(units: readonly WeighedUnit[], limit: Decimal, places: number): RisePlan | null {
  const before = variation(units)
  if (before === null) return null
  if (compare(before.cv, limit) <= 0) return { rises: [], cv: before.cv, reached: true }
  const level = lowestLevel(units, limit)
  const raised = units.map((unit) => {
    const lacking = subtract(multiply(level, unit.w), unit.x)
    return compare(lacking, 0) > 0 ? { ...unit, x: add(unit.x, roundUp(lacking, places)) } : unit
  })
  const step = divide(fromInteger(1), fromInteger(10 ** places)) ?? 1
  let after = variation(raised)
  for (let extra = 0; extra < MOST_EXTRA && after !== null && compare(after.cv, limit) > 0; extra += 1) {
    const lowest = lowestOf(raised)
    raised[lowest] = { ...raised[lowest]!, x: add(raised[lowest]!.x, step) }
    after = variation(raised)
  }
  if (after === null) return null
  const rises = units.flatMap((unit, index): Rise[] => {
    const x = raised[index]?.x ?? unit.x
    const more = subtract(x, unit.x)
    return compare(more, 0) > 0 ? [{ unit: unit.unit, from: divide(unit.x, unit.w) ?? 0, to: divide(x, unit.w) ?? 0, more }] : []
  })
  return { rises: rises.sort((a, b) => compare(a.from, b.from)), cv: after.cv, reached: compare(after.cv, limit) <= 0 }
}

/** Returns the lowest common level within the limit. A higher level gives a smaller coefficient, down to 0 at the highest unit. */
function lowestLevel(units: readonly WeighedUnit[], limit: Decimal): Decimal {
  const holds = (level: Decimal): boolean => {
    const raised = units.map((unit) => {
      const x = multiply(level, unit.w)
      return compare(unit.x, x) < 0 ? { ...unit, x } : unit
    })
    const after = variation(raised)
    return after !== null && compare(after.cv, limit) <= 0
  }
  const values = units.map((unit) => divide(unit.x, unit.w) ?? 0).sort(compare)
  let low = values[0] ?? 0
  let high = values[values.length - 1] ?? 0
  const middleOf = (): Decimal => divide(add(low, high), fromInteger(2)) ?? high
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = middleOf()
    if (holds(middle)) high = middle
    else low = middle
  }
  return high
}

function lowestOf(units: readonly WeighedUnit[]): number {
  let lowest = 0
  let value: Decimal | null = null
  units.forEach((unit, index) => {
    const own = divide(unit.x, unit.w) ?? 0
    if (value !== null && compare(own, value) >= 0) return
    value = own
    lowest = index
  })
  return lowest
}
