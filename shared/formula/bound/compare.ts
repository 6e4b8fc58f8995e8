import { compare, type Decimal } from '../../decimal/decimal.ts'
import { round } from '../../decimal/rounding.ts'
import type { CompareOperator } from '../syntax/tree.ts'

/** The number of decimals at which computed figures are compared. */
export const COMPARED_PLACES = 6

/**
 * The order of two figures. Stored figures have four decimals and compare exactly; computed figures with more compare
 * at six, here as in the workbook (docs/design/numbers.md: Comparison), so that a rule holds in the form exactly when it
 * holds in the exported file, and a third times three is one.
 */
export function compareFigures(a: Decimal, b: Decimal): -1 | 0 | 1 {
  if (typeof a === 'number' && typeof b === 'number') return compare(a, b)
  return compare(round(a, COMPARED_PLACES), round(b, COMPARED_PLACES))
}

/** The operator that holds when a comparison does not. */
export const OPPOSITE: Readonly<Record<CompareOperator, CompareOperator>> = {
  '=': '<>',
  '<>': '=',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
}

/** True when two texts are the same to a spreadsheet, where capitals and small letters are equal. */
export function sameText(a: string, b: string): boolean {
  return a === b || a.toLowerCase() === b.toLowerCase()
}
