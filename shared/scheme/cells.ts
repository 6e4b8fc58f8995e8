import { parseCellRef, type CellRef } from '../words.ts'
import type { Cell, Scheme } from './scheme.ts'

/** Returns the cell of a reference: a grid's cell, or a column's cell for a list line; null without one. */
export function cellOf(scheme: Scheme, ref: CellRef): Cell | null {
  const grid = scheme.cells.get(ref)
  if (grid !== undefined) return grid
  const parts = parseCellRef(ref)
  if (parts === null || !/^[1-9]\d{0,4}$/.test(parts.row)) return null
  const table = scheme.tables.find((one) => one.code === parts.table)
  return table?.kind === 'list' ? (table.cells.get(parts.column) ?? null) : null
}

/** Returns a cell's title: 「受益学生·春学期」; for a list line 「第 3 行·完成人次」. Group titles come before the leaf's title. */
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
