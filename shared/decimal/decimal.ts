import { Big } from 'big.js'

/** A whole, safe count of ten-thousandths: 12.5 is 125000. The stored form of every fact (docs/design/numbers.md: Exact decimals). */
export type TenThousandths = number

/**
 * An exact decimal. A figure that fits is ALWAYS the plain count of ten-thousandths, so most arithmetic is integer
 * arithmetic; a figure with more than four decimals or beyond about 900 thousand million is a Big.
 */
export type Decimal = TenThousandths | Big

/** The significant digits of division, roots and real powers (docs/design/numbers.md: Exact decimals). */
export const SIGNIFICANT_DIGITS = 20

const SCALE = 10_000
const SCALE_DIGITS = 4
/** The most digits of a product, because products of products would grow without bound; no real figure comes near. */
const LONGEST_PRODUCT = 100
const HALF_UP = 1

/** Our own constructor, so that another user of big.js cannot change its settings. */
const Exact = Big()

/** Returns the number n as a decimal: fromInteger(5) is five. */
export function fromInteger(n: number): Decimal {
  const scaled = n * SCALE
  return Number.isSafeInteger(scaled) ? scaled : settle(new Exact(n))
}

/** Reads "12.5" or "-0.3": digits, at most one point, at most one minus. Any other text gives null, never 0. */
export function fromText(text: string): Decimal | null {
  if (text.length > 400 || !/^-?\d+(\.\d+)?$/.test(text)) return null
  return settle(new Exact(text))
}

/** Canonical text: no exponent, no trailing zeros, no "-0". */
export function toText(d: Decimal): string {
  if (typeof d !== 'number') return d.toFixed()
  const size = Math.abs(d)
  const whole = Math.floor(size / SCALE)
  const rest = size % SCALE
  const sign = d < 0 ? '-' : ''
  if (rest === 0) return `${sign}${whole}`
  return `${sign}${whole}.${String(rest).padStart(SCALE_DIGITS, '0').replace(/0+$/, '')}`
}

/** The stored form, or null when the decimal does not fit it exactly. */
export function toTenThousandths(d: Decimal): TenThousandths | null {
  return typeof d === 'number' ? d : null
}

/** The nearest binary number: for a chart axis or a spreadsheet cell, never for arithmetic. */
export function toBinary(d: Decimal): number {
  return typeof d === 'number' ? d / SCALE : Number(d.toString())
}

export function add(a: Decimal, b: Decimal): Decimal {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b
    if (Number.isSafeInteger(sum)) return sum
  }
  return settle(toBig(a).plus(toBig(b)))
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  if (typeof a === 'number' && typeof b === 'number') {
    const difference = a - b
    if (Number.isSafeInteger(difference)) return difference
  }
  return settle(toBig(a).minus(toBig(b)))
}

/** Returns the product, exact up to a hundred digits. */
export function multiply(a: Decimal, b: Decimal): Decimal {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b
    if (Number.isSafeInteger(product) && product % SCALE === 0) return unsigned(product / SCALE)
    const byWhole = a % SCALE === 0 ? (a / SCALE) * b : b % SCALE === 0 ? (b / SCALE) * a : NaN
    if (Number.isSafeInteger(byWhole)) return unsigned(byWhole)
  }
  const exact = toBig(a).times(toBig(b))
  return settle(exact.c.length > LONGEST_PRODUCT ? exact.prec(LONGEST_PRODUCT, HALF_UP) : exact)
}

/** Returns the quotient to 20 significant digits, half away from zero; null when the divisor is 0. */
export function divide(a: Decimal, b: Decimal): Decimal | null {
  if (isZero(b)) return null
  if (isZero(a)) return 0
  if (typeof a === 'number' && typeof b === 'number') {
    const scaled = a * SCALE
    if (Number.isSafeInteger(scaled) && scaled % b === 0) return scaled / b
  }
  const top = digitsOf(a)
  const bottom = digitsOf(b)
  // The quotient has two or three digits more than wanted, so the rounding in fromDigits is the only one.
  const shift = Math.max(0, SIGNIFICANT_DIGITS + 2 - top.length + bottom.length)
  const quotient = (top.digits * 10n ** BigInt(shift)) / bottom.digits
  const sign = isNegative(a) === isNegative(b) ? 1 : -1
  return fromDigits(sign, quotient, top.exponent - bottom.exponent - shift)
}

/** The decimal ± digits · 10^exponent, rounded to 20 significant digits. */
export function fromDigits(sign: 1 | -1, digits: bigint, exponent: number): Decimal {
  const surplus = digits.toString().length - SIGNIFICANT_DIGITS
  const unit = surplus > 0 ? 10n ** BigInt(surplus) : 1n
  const rounded = surplus > 0 ? (digits + unit / 2n) / unit : digits
  const text = rounded.toString().replace(/0+$/, '')
  if (text === '') return 0
  const big = new Exact(text)
  big.e = rounded.toString().length - 1 + exponent + Math.max(0, surplus)
  big.s = sign
  return settle(big)
}

/** The size of d as digits · 10^exponent; `length` is the number of digits. */
export function digitsOf(d: Decimal): { digits: bigint; length: number; exponent: number } {
  if (typeof d === 'number') {
    const size = Math.abs(d)
    return { digits: BigInt(size), length: String(size).length, exponent: -SCALE_DIGITS }
  }
  return { digits: BigInt(d.c.join('')), length: d.c.length, exponent: d.e - (d.c.length - 1) }
}

/** Returns the remainder with the divisor's sign, as Excel's MOD: a - b * INT(a / b), exactly; null when the divisor is 0. */
export function modulo(a: Decimal, b: Decimal): Decimal | null {
  if (isZero(b)) return null
  if (typeof a === 'number' && typeof b === 'number') {
    const rest = unsigned(a % b)
    return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest
  }
  // big.js writes the quotient out in full; a quotient of hundreds of digits has no meaningful remainder.
  if (toBig(a).e - toBig(b).e > 300) return null
  const rest = settle(toBig(a).mod(toBig(b)))
  return !isZero(rest) && isNegative(rest) !== isNegative(b) ? add(rest, b) : rest
}

/** Returns the square root to 20 significant digits; null below 0. */
export function squareRoot(d: Decimal): Decimal | null {
  if (isZero(d)) return 0
  if (isNegative(d)) return null
  const { digits, length, exponent } = digitsOf(d)
  const wanted = Math.max(0, 2 * SIGNIFICANT_DIGITS + 6 - length)
  const shift = (exponent - wanted) % 2 === 0 ? wanted : wanted + 1
  return fromDigits(1, wholeRoot(digits * 10n ** BigInt(shift)), (exponent - shift) / 2)
}

export function negate(d: Decimal): Decimal {
  return typeof d === 'number' ? unsigned(-d) : settle(d.neg())
}

export function abs(d: Decimal): Decimal {
  return typeof d === 'number' ? Math.abs(d) : settle(d.abs())
}

/** Compares two figures for a sort function: -1, 0 or 1. */
export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : a > b ? 1 : 0
  return toBig(a).cmp(toBig(b)) as -1 | 0 | 1
}

export function equals(a: Decimal, b: Decimal): boolean {
  return compare(a, b) === 0
}

export function isZero(d: Decimal): boolean {
  return d === 0
}

export function isNegative(d: Decimal): boolean {
  return typeof d === 'number' ? d < 0 : d.s < 0
}

/** Returns the number as a Big, for the other files of this folder. */
export function toBig(d: Decimal): Big {
  if (typeof d !== 'number') return d
  const big = new Exact(d)
  if (d !== 0) big.e -= SCALE_DIGITS
  return big
}

/** Turns a Big that fits into the stored form, so that every Decimal has exactly one representation. */
export function settle(big: Big): Decimal {
  const { c: digits, e: exponent, s: sign } = big
  const zeros = SCALE_DIGITS + exponent - (digits.length - 1)
  if (digits[0] === 0) return 0
  if (zeros < 0 || exponent > 11) return big
  let count = 0
  for (const digit of digits) count = count * 10 + digit
  count *= 10 ** zeros
  return Number.isSafeInteger(count) ? sign * count : big
}

/** The largest whole number whose square is not above n (Newton from above). */
function wholeRoot(n: bigint): bigint {
  let root = 10n ** BigInt(Math.ceil(n.toString().length / 2))
  for (;;) {
    const next = (root + n / root) / 2n
    if (next >= root) return root
    root = next
  }
}

/** Turns minus zero into zero. */
function unsigned(n: number): number {
  return n === 0 ? 0 : n
}
