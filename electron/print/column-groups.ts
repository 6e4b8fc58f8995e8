import type { HeadCell, TableLayout } from '../../shared/scheme/layout.ts'

/** Columns `from` (inclusive) to `to` (exclusive) of a layout, counted over all its columns. */
export type ColumnGroup = { from: number; to: number }

/**
 * Splits data columns into groups that each fit `available` beside the leading columns. A group ends at the end of a
 * top-level header unless the group would lose half of its columns. A column wider than the page forms its own group.
 */
export function splitColumns(layout: TableLayout, widths: readonly number[], available: number): ColumnGroup[] {
  const first = leadingColumns(layout)
  const space = available - sum(widths.slice(0, first))
  const ends = new Set((layout.headRows[0] ?? []).filter(({ column }) => column >= first).map(({ column, colSpan }) => column + colSpan))
  const groups: ColumnGroup[] = []
  let from = first
  while (from < layout.columns.length) {
    let to = from + 1
    while (to < layout.columns.length && sum(widths.slice(from, to + 1)) <= space) to += 1
    if (to < layout.columns.length) to = wholeHeading(ends, from, to)
    groups.push({ from, to })
    from = to
  }
  return groups
}

/** The layout with the leading columns and one group of data columns; split headers span only the remaining columns. */
export function sliceColumns(layout: TableLayout, group: ColumnGroup): TableLayout {
  const first = leadingColumns(layout)
  const shift = group.from - first
  const keep = (cell: HeadCell): HeadCell[] => {
    if (cell.column < first) return [cell]
    const from = Math.max(cell.column, group.from)
    const to = Math.min(cell.column + cell.colSpan, group.to)
    return to <= from ? [] : [{ ...cell, column: from - shift, colSpan: to - from }]
  }
  return {
    ...layout,
    columns: [...layout.columns.slice(0, first), ...layout.columns.slice(group.from, group.to)],
    headRows: layout.headRows.map((row) => row.flatMap(keep)),
  }
}

/** The number of columns before the data: the stub and the code, or the ordinal. */
export function leadingColumns(layout: TableLayout): number {
  return layout.columns.filter(({ kind }) => kind !== 'data').length
}

function wholeHeading(ends: ReadonlySet<number>, from: number, to: number): number {
  for (let end = to; end > from + (to - from) / 2; end -= 1) if (ends.has(end)) return end
  return to
}

function sum(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + width, 0)
}
