import { parseCellRef, type CellRef } from '../words.ts'
import type { Cell, Scheme } from './scheme.ts'

/** The cell that a spelled reference means: a grid's own, or the column's cell of a list line; null when there is none. */
export function cellOf(scheme: Scheme, ref: CellRef): Cell | null {
  const grid = scheme.cells.get(ref)
  if (grid !== undefined) return grid
  const parts = parseCellRef(ref)
  if (parts === null || !/^[1-9]\d{0,4}$/.test(parts.row)) return null
  const table = scheme.tables.find((one) => one.code === parts.table)
  return table?.kind === 'list' ? (table.cells.get(parts.column) ?? null) : null
}

/** What people call a cell: 「受益学生·春学期」; of a list line 「第 3 行·完成人次」. Groups stand before their leaf. */
export function cellTitle(scheme: Scheme, ref: CellRef): string {
  const parts = parseCellRef(ref)
  const table = parts === null ? undefined : scheme.tables.find((one) => one.code === parts.table)
  if (parts === null || table === undefined) return ref
  const column = table.leafColumns.find((leaf) => leaf.code === parts.column)
  const columnTitle = column?.path.join(' ') ?? parts.column
  if (table.kind === 'list') return `第 ${parts.row} 行·${columnTitle}`
  const row = table.leafRows.find((leaf) => leaf.code === parts.row)
  return `${row?.path.join(' ') ?? parts.row}·${columnTitle}`
}
