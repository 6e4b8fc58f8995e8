import { fromText, type Decimal } from '../../shared/decimal/decimal.ts'
import { display, NO_FIGURE } from '../../shared/decimal/display.ts'

/**
 * The characters of a figure, for sentences and titles. `value` is a decimal, its text, or blank; `show` an Excel pattern.
 * Text that is no number comes back as it is (totals of text cells).
 */
export function figureText(value: Decimal | string | null | undefined, show = '#,##0.####'): string {
  if (value === null || value === undefined || value === '') return NO_FIGURE
  if (typeof value !== 'string') return display(value, show)
  const decimal = fromText(value)
  return decimal === null ? value : display(decimal, show)
}

type FigureProps = { value: Decimal | string | null | undefined; show?: string; unit?: string; className?: string }

/**
 * The only way to print a number: tabular digits, never broken over lines, `—` for none
 * (docs/design/numbers.md: Display; docs/design/promises.md: Promise 8).
 */
export function Figure({ value, show, unit, className }: FigureProps) {
  return (
    <span className={className === undefined ? 'figure' : `figure ${className}`}>
      {figureText(value, show)}
      {unit !== undefined && unit !== '' && <span className="secondary"> {unit}</span>}
    </span>
  )
}

/** A count of things, with thousands separators. */
export function countText(count: number): string {
  return display(Math.trunc(count) * 10_000, '#,##0')
}

/** A count as a figure. */
export function Count({ value, className }: { value: number; className?: string }) {
  return <span className={className === undefined ? 'figure' : `figure ${className}`}>{countText(value)}</span>
}
