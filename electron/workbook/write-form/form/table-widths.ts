import { cellTypes } from '../../../../shared/cell-types/cell-types.ts'
import type { Cell, Leaf, Table } from '../../../../shared/scheme/scheme.ts'
import type { TableLayout } from '../../../../shared/scheme/layout.ts'
import { sheetTextWidth } from './measure.ts'

/** Width of an A4 page between its margins in column units. A wider sheet is scaled to one page. */
export const pageWidth = { portrait: 92, landscape: 138 } as const
/** Height of an A4 page between its margins in points, and the largest factor by which a form is shrunk onto one page. */
export const pageHeight = { portrait: 730, landscape: 490 } as const
export const mostShrinking = 1.35
const narrowestForm = 80

/**
 * Column widths of a table's sheet: row titles as wide as their text allows, figures wide enough for the form's numbers,
 * headers in at most three lines. A narrow form is widened so that its 表号 lines have room and the page looks filled.
 */
export function sheetColumnWidths(table: Table, layout: TableLayout, cells: ReadonlyMap<string, Cell>): number[] {
  const widths = layout.columns.map((column, index) => {
    if (column.kind === 'ordinal') return 6
    if (column.kind === 'code') return clamp(2 + longest(layout.body.map((row) => row.code)), 6, 14)
    if (column.kind === 'stub') return stubWidth(layout, index)
    return dataWidth(column.leaf, columnCells(table, column.leaf, cells))
  })
  const total = widths.reduce((sum, width) => sum + width, 0)
  if (total >= narrowestForm) return widths
  const growing = layout.columns.map((column) => (column.kind === 'data' || column.kind === 'stub' ? 1 : 0))
  const room = widths.reduce((sum, width, index) => sum + (growing[index] === 1 ? width : 0), 0)
  const factor = 1 + (narrowestForm - total) / room
  return widths.map((width, index) => (growing[index] === 1 ? Math.round(width * factor) : width))
}

function columnCells(table: Table, leaf: Leaf, cells: ReadonlyMap<string, Cell>): Cell[] {
  const refs = table.kind === 'list' ? [] : table.leafRows.map((row) => cells.get(`${table.code}.${row.code}.${leaf.code}`))
  const found = table.kind === 'list' ? [table.cells.get(leaf.code)] : refs
  return found.filter((cell) => cell !== undefined)
}

function stubWidth(layout: TableLayout, column: number): number {
  const own = layout.body.flatMap((row) => row.stub).filter((cell) => cell.column === column)
  const alone = own.filter((cell) => cell.colSpan === 1).map((cell) => sheetTextWidth(cell.title) + 2 * cell.indent)
  const spanning = own.filter((cell) => cell.colSpan > 1).map((cell) => (sheetTextWidth(cell.title) + 2 * cell.indent) / cell.colSpan)
  const widest = layout.stubColumns > 1 && column === 0 ? 22 : 40
  return clamp(3 + Math.max(8, ...alone, ...spanning), 10, widest)
}

function dataWidth(leaf: Leaf, cells: readonly Cell[]): number {
  const byContent = cells.map((cell) => cellTypes[cell.type].sheetWidth(cell, sheetTextWidth))
  return Math.max(8, ...byContent, clamp(Math.ceil(sheetTextWidth(leaf.title) / 3) + 2, 0, 24), sheetTextWidth(leaf.code) + 2)
}

function longest(texts: readonly string[]): number {
  return texts.reduce((widest, text) => Math.max(widest, sheetTextWidth(text)), 0)
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value))
}
