import { multiply, fromInteger, isNegative, isZero, toBig, type Decimal } from './decimal.ts'
import { round } from './rounding.ts'

/** The text for a missing figure: blank, not applicable, a ratio without a denominator (docs/design/numbers.md: Display). */
export const NO_FIGURE = '—'

const HUNDRED = fromInteger(100)

/**
 * Writes a figure as characters, the only way on screen, on paper and in a workbook (docs/design/numbers.md: Display;
 * docs/design/promises.md: Promise 8). Patterns are Excel number formats of the plain kind: `0`, `#,##0`, `0.0`,
 * `#,##0.00`, `0.00%`; zeros at the end are left out under `#`. Rounds half away from zero; a result of zero carries
 * no minus.
 */
export function display(value: Decimal | null, pattern: string): string {
  if (value === null) return NO_FIGURE
  const { decimals, optional, percent, grouping } = readPattern(pattern)
  const rounded = round(percent ? multiply(value, HUNDRED) : value, decimals)
  const [whole = '0', fraction = ''] = toBig(rounded).abs().toFixed(decimals).split('.')
  const kept = optional === 0 ? fraction : trimZeros(fraction, decimals - optional)
  const sign = isNegative(rounded) && !isZero(rounded) ? '-' : ''
  return `${sign}${grouping ? group(whole) : whole}${kept === '' ? '' : `.${kept}`}${percent ? '%' : ''}`
}

/** The pattern of a cell or indicator: decimals 0 to 4 (indicators may have more), percent, thousands separators. */
export function patternFor(shape: { decimals: number; percent?: boolean; grouping?: boolean }): string {
  const fraction = shape.decimals > 0 ? `.${'0'.repeat(shape.decimals)}` : ''
  return `${shape.grouping ? '#,##0' : '0'}${fraction}${shape.percent ? '%' : ''}`
}

/** True when display() and every spreadsheet read the pattern alike; a scheme with another pattern is refused when loaded. */
export function isPattern(pattern: string): boolean {
  return PATTERN.test(pattern)
}

const PATTERN = /^(0|#,##0)(?:\.(0{0,10})(#{0,10}))?(%?)$/

function readPattern(pattern: string): { decimals: number; optional: number; percent: boolean; grouping: boolean } {
  const parts = PATTERN.exec(pattern)
  if (parts === null) throw new RangeError(`not a number pattern: ${pattern}`)
  const [, whole, fixed = '', optional = '', percent] = parts
  return { decimals: fixed.length + optional.length, optional: optional.length, percent: percent === '%', grouping: whole === '#,##0' }
}

function trimZeros(fraction: string, keep: number): string {
  let end = fraction.length
  while (end > keep && fraction[end - 1] === '0') end -= 1
  return fraction.slice(0, end)
}

function group(whole: string): string {
  return whole.replace(/\B(?=(\d{3})+$)/g, ',')
}
