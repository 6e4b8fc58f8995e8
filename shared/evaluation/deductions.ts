import { add, compare, subtract, toText, type Decimal, type TenThousandths } from '../decimal/decimal.ts'
import type { CellSource, Value } from '../formula/bound/cell-source.ts'
import type { Evaluation } from '../scheme/scheme.ts'

/** An item's lost points in the list of deductions 扣分清单, with the reasons; several lines of one item are added up. */
export type Deducted = { points: Decimal; reason: string }

/**
 * Returns the deductions by item code; null without a list or without a line. A county without deductions files one line of 0 points,
 * because an empty list must not mean full points.
 */
export function deductionsOf({ deductions }: Evaluation, source: CellSource): ReadonlyMap<string, Deducted> | null {
  if (deductions === null) return null
  const { table, item, points, reason } = deductions
  const items = source.listColumn(table, item)
  if (items.length === 0) return null
  const lost = source.listColumn(table, points)
  const reasons = source.listColumn(table, reason)
  const found = new Map<string, Deducted>()
  items.forEach((value, line) => {
    const code = textOf(value)
    const before = found.get(code)
    const why = textOf(reasons[line] ?? null)
    const loss = lost[line] ?? null
    found.set(code, {
      points: add(before?.points ?? 0, loss === null || typeof loss === 'string' ? 0 : loss),
      reason: [before?.reason ?? '', why].filter((part) => part !== '').join('；'),
    })
  })
  return found
}

/** Returns an item's points after its deduction, at least 0. */
export function afterDeduction(points: TenThousandths, deducted: Deducted | undefined): Decimal {
  const left = deducted === undefined ? points : subtract(points, deducted.points)
  return compare(left, 0) < 0 ? 0 : left
}

function textOf(value: Value): string {
  if (value === null || typeof value === 'boolean') return ''
  return typeof value === 'string' ? value : toText(value)
}
