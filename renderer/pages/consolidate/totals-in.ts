import { holdsFigures } from '../../../shared/cell-types/cell-types.ts'
import { figuresIn, type RoundingAdjustments, type MoneyUnit } from '../../../shared/consolidation/money.ts'
import { fromText, toText, type Decimal } from '../../../shared/decimal/decimal.ts'
import { cellOf } from '../../../shared/scheme/cells.ts'
import type { Scheme } from '../../../shared/scheme/scheme.ts'
import type { TableTotals } from './totals-model.ts'

/** A table's totals with money in `unit`, balanced as on paper, and the adjustments; unchanged when `unit` is null. */
export function totalsIn(
  scheme: Scheme,
  table: string,
  totals: TableTotals,
  unit: MoneyUnit | null,
): { totals: TableTotals; rounding: RoundingAdjustments } {
  if (unit === null) return { totals, rounding: { adjustments: [], unbalanced: [] } }
  const figures = new Map<string, Decimal>()
  for (const [place, text] of Object.entries(totals)) {
    const ref = `${table}.${place}`
    const type = cellOf(scheme, ref)?.type
    const figure = type !== undefined && holdsFigures(type) ? fromText(text) : null
    if (figure !== null) figures.set(ref, figure)
  }
  const { values, rounding } = figuresIn(scheme, table, figures, unit)
  const texts = [...values].map(([ref, figure]) => [ref.slice(table.length + 1), toText(figure)] as const)
  return { totals: { ...totals, ...Object.fromEntries(texts) }, rounding }
}
