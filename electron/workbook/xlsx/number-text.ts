/** True for a number as spreadsheets store it: digits with an optional sign, point and exponent, nothing else. */
export function isNumberText(text: string): boolean {
  const length = text.length
  let at = 0
  const first = text.charCodeAt(0)
  if (first === 45 || first === 43) at = 1
  const digitsAt = at
  let points = 0
  for (; at < length; at += 1) {
    const code = text.charCodeAt(at)
    if (code >= 48 && code <= 57) continue
    if (code === 46 && points === 0) points = 1
    else break
  }
  if (at - digitsAt - points < 1) return false
  if (at === length) return true
  const code = text.charCodeAt(at)
  if (code !== 69 && code !== 101) return false
  const sign = text.charCodeAt(at + 1)
  const exponentAt = sign === 45 || sign === 43 ? at + 2 : at + 1
  if (exponentAt >= length || length - exponentAt > 4) return false
  for (at = exponentAt; at < length; at += 1) {
    const digit = text.charCodeAt(at)
    if (digit < 48 || digit > 57) return false
  }
  return true
}

/** The digits that a spreadsheet shows; further digits in a file come from the stored float. */
const significantDigits = 15

/**
 * A number of a file as a plain decimal, exact to the 15 significant digits a spreadsheet keeps (docs/design/numbers.md: Exact decimals):
 * `0.30000000000000004` → `0.3`, `1E3` → `1000`, `-0.0` → `0`, `+5.50` → `5.5`. Rounds half away from zero.
 * Null when the text is not a number (isNumberText), or longer than a school figure can be (over 100 digits written out).
 */
export function plainDecimal(text: string): string | null {
  if (isShortInteger(text)) return text
  if (!isNumberText(text)) return null
  const exponentAt = Math.max(text.indexOf('E'), text.indexOf('e'))
  const mantissa = exponentAt < 0 ? text : text.slice(0, exponentAt)
  const unsigned = mantissa.replace(/^[+-]/, '')
  const point = unsigned.indexOf('.')
  const all = point < 0 ? unsigned : unsigned.slice(0, point) + unsigned.slice(point + 1)
  const digits = all.replace(/^0+/, '')
  if (digits === '') return '0'
  // The value is 0.digits × 10^scale.
  const scale =
    (point < 0 ? unsigned.length : point) - (all.length - digits.length) + (exponentAt < 0 ? 0 : Number(text.slice(exponentAt + 1)))
  if (scale > 100 || scale < -100) return null
  const rounded = roundDigits(digits)
  const sign = mantissa.startsWith('-') ? '-' : ''
  return sign + place(rounded.digits, scale + rounded.carry)
}

/** True for up to 15 digits without sign or leading zero, as in most cells of a school's table, which need no work. */
function isShortInteger(text: string): boolean {
  if (text.length === 0 || text.length > significantDigits) return false
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code < 48 || code > 57) return false
  }
  return text.charCodeAt(0) !== 48 || text.length === 1
}

function roundDigits(digits: string): { digits: string; carry: number } {
  if (digits.length <= significantDigits) return { digits: digits.replace(/0+$/, ''), carry: 0 }
  const kept = digits.slice(0, significantDigits)
  if (digits.charCodeAt(significantDigits) < 53) return { digits: kept.replace(/0+$/, ''), carry: 0 }
  const up = String(BigInt(kept) + 1n)
  return { digits: up.replace(/0+$/, ''), carry: up.length - significantDigits }
}

function place(digits: string, scale: number): string {
  if (scale <= 0) return `0.${'0'.repeat(-scale)}${digits}`
  if (digits.length <= scale) return digits + '0'.repeat(scale - digits.length)
  return `${digits.slice(0, scale)}.${digits.slice(scale)}`
}
