import type { Big } from 'big.js'
import { isNegative, settle, SIGNIFICANT_DIGITS, toBig, type Decimal } from './decimal.ts'

const TRUNCATE = 0
const HALF_UP = 1
const AWAY_FROM_ZERO = 3
/** The most places that rounding takes, on either side of the point; real figures have fewer. */
const MOST_PLACES = 400

/**
 * Rounds half away from zero (四舍五入) to `places` decimals; negative places round to tens, hundreds
 * (docs/design/numbers.md: Rounding), as Excel's ROUND.
 */
export function round(d: Decimal, places: number): Decimal {
  return roundBy(d, places, HALF_UP)
}

/** Rounds away from zero, as Excel's ROUNDUP: -3.2 becomes -4. */
export function roundUp(d: Decimal, places: number): Decimal {
  return roundBy(d, places, AWAY_FROM_ZERO)
}

/** Rounds towards zero, as Excel's ROUNDDOWN: -3.7 becomes -3. */
export function roundDown(d: Decimal, places: number): Decimal {
  return roundBy(d, places, TRUNCATE)
}

/** Returns the largest whole number not above the figure, as Excel's INT: -3.2 becomes -4. */
export function integerPart(d: Decimal): Decimal {
  return isNegative(d) ? roundUp(d, 0) : roundDown(d, 0)
}

function roundBy(d: Decimal, places: number, mode: 0 | 1 | 3): Decimal {
  const wanted = Math.max(-MOST_PLACES, Math.min(MOST_PLACES, Math.trunc(places)))
  if (typeof d !== 'number') return settle(withoutTail(toBig(d), wanted).round(wanted, mode))
  if (wanted >= 4) return d
  const unit = 10 ** (4 - wanted)
  const size = Math.abs(d)
  const rest = size % unit
  if (rest === 0) return d
  const up = mode === AWAY_FROM_ZERO || (mode === HALF_UP && rest * 2 >= unit)
  const rounded = size - rest + (up ? unit : 0)
  if (!Number.isSafeInteger(rounded)) return settle(toBig(d).round(wanted, mode))
  return d < 0 && rounded !== 0 ? -rounded : rounded
}

/**
 * Rounds a long figure to 18 digits, because a quotient is cut at 20: 1.005 / 3 * 3 is 1.00499…9, and the last digits
 * would turn a tie or a whole number the wrong way. Shorter figures are exact and keep all digits.
 */
function withoutTail(big: Big, places: number): Big {
  const sure = SIGNIFICANT_DIGITS - 2
  return big.c.length > sure && big.e + 1 + places < sure ? big.prec(sure, HALF_UP) : big
}

/** Rounds a long figure in the same way before a division with remainder. */
export function tidy(d: Decimal): Decimal {
  return typeof d === 'number' ? d : settle(withoutTail(d, 0))
}
