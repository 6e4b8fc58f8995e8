import { compare, type Decimal } from '../../decimal/decimal.ts'
import { round } from '../../decimal/rounding.ts'
import type { CompareOperator } from '../syntax/tree.ts'

/** Two figures closer than this many decimals are the same figure to every comparison. */
export const COMPARED_PLACES = 6

/**
 * The order of two figures. What is stored has four decimals and compares exactly; what was computed with more is
 * compared at six, here as in the workbook (docs/design/numbers.md: Comparison), so that a rule holds in the form exactly when it
 * holds in the file that the form is exported to, and a third times three is one.
 */
export function compareFigures(a: Decimal, b: Decimal): -1 | 0 | 1 {
  if (typeof a === 'number' && typeof b === 'number') return compare(a, b)
  return compare(round(a, COMPARED_PLACES), round(b, COMPARED_PLACES))
}

/** What holds when a comparison does not. */
export const OPPOSITE: Readonly<Record<CompareOperator, CompareOperator>> = {
  '=': '<>',
  '<>': '=',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
}

/** Texts are compared as spreadsheets compare them: capitals and small letters are the same. */
export function sameText(a: string, b: string): boolean {
  return a === b || a.toLowerCase() === b.toLowerCase()
}
