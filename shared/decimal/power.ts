import type { Big } from 'big.js'
import { digitsOf, divide, fromDigits, fromInteger, isNegative, isZero, settle, toBig, type Decimal } from './decimal.ts'

/** The largest exponent of ten in a result, as in every spreadsheet. */
const LARGEST_EXPONENT = 308

const HALF_UP = 1
/** The digits kept in a chain of multiplications, enough for twenty right digits of a billionth power. */
const WORKING_DIGITS = 34
/** Logarithms are whole counts of 10^-50. */
const PLACES = 50
const ONE = 10n ** BigInt(PLACES)
const LN_2 = 69314718055994530941723212145817656807550013436025n
const LN_10 = 230258509299404568401799145468436420760110148862877n

/**
 * Returns base ^ exponent to 20 significant digits (whole powers of short numbers are exact), or null where Excel gives #NUM!
 * or #DIV/0!: 0 to a power that is not positive, a negative base with a fraction, a result beyond 10^308.
 */
export function power(base: Decimal, exponent: Decimal): Decimal | null {
  if (isZero(base)) return isZero(exponent) || isNegative(exponent) ? null : 0
  if (isZero(exponent)) return fromInteger(1)
  const whole = wholeNumber(exponent)
  if (whole !== null) return wholePower(base, whole)
  if (isNegative(base)) return null
  const product = (fixed(exponent) * naturalLogarithm(base)) / ONE
  const tens = product / LN_10
  if (tens > BigInt(LARGEST_EXPONENT)) return null
  if (tens < -BigInt(LARGEST_EXPONENT)) return 0
  return fromDigits(1, exponential(product - tens * LN_10), Number(tens) - PLACES)
}

/** The figure itself; null beyond 10^308, and 0 below 10^-308. */
export function withinRange(d: Decimal): Decimal | null {
  if (typeof d === 'number') return d
  if (d.e > LARGEST_EXPONENT) return null
  return d.e < -LARGEST_EXPONENT ? 0 : d
}

function wholeNumber(d: Decimal): number | null {
  const big = toBig(d)
  if (big.c.length - 1 > big.e) return null
  return big.e > 9 ? big.s * 1e9 : Number(big.toString())
}

/** Raises by square and multiply, cut to working digits so that 1.0001 ^ 1000000 stays small. */
function wholePower(base: Decimal, exponent: number): Decimal | null {
  let result = toBig(fromInteger(1))
  let square = toBig(base)
  for (let left = Math.abs(exponent); left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = keep(result.times(square))
    if (Math.abs(result.e) > LARGEST_EXPONENT) break
    if (Math.abs(square.e) <= LARGEST_EXPONENT) square = keep(square.times(square))
  }
  if (result.e > LARGEST_EXPONENT) return exponent < 0 ? 0 : null
  if (result.e < -LARGEST_EXPONENT) return exponent < 0 ? null : 0
  const size = settle(result)
  const { digits, length, exponent: last } = digitsOf(size)
  const sign = isNegative(size) ? -1 : 1
  const shown = length < WORKING_DIGITS ? size : fromDigits(sign, digits, last)
  return exponent < 0 ? divide(fromInteger(1), shown) : shown
}

function keep(big: Big): Big {
  return big.c.length > WORKING_DIGITS ? big.prec(WORKING_DIGITS, HALF_UP) : big
}

/** ln x for x > 0: x = m · 10^k · 2^j with m near 1, and ln m = 2·artanh((m - 1) / (m + 1)). */
function naturalLogarithm(x: Decimal): bigint {
  const { digits, length, exponent } = digitsOf(x)
  let m = (digits * 10n ** BigInt(Math.max(0, PLACES - (length - 1)))) / 10n ** BigInt(Math.max(0, length - 1 - PLACES))
  let twos = 0n
  for (; m > (ONE * 3n) / 2n; m /= 2n) twos += 1n
  const z = ((m - ONE) * ONE) / (m + ONE)
  const zz = (z * z) / ONE
  let sum = z
  let term = z
  for (let n = 3n; term !== 0n; n += 2n) {
    term = (term * zz) / ONE
    sum += term / n
  }
  return 2n * sum + twos * LN_2 + BigInt(exponent + length - 1) * LN_10
}

/** e^x for |x| below ln 10: x divided by 32, Taylor, squared five times. */
function exponential(x: bigint): bigint {
  const small = x / 32n
  let term = ONE
  let sum = ONE
  for (let n = 1n; term !== 0n; n += 1n) {
    term = (term * small) / ONE / n
    sum += term
  }
  for (let n = 0; n < 5; n += 1) sum = (sum * sum) / ONE
  return sum
}

/** The figure d as a count of 10^-50. */
function fixed(d: Decimal): bigint {
  const { digits, exponent } = digitsOf(d)
  const places = PLACES + exponent
  const size = places >= 0 ? digits * 10n ** BigInt(places) : digits / 10n ** BigInt(-places)
  return isNegative(d) ? -size : size
}
