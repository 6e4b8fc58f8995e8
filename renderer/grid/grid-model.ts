import { layoutTable, type BodyRow, type TableLayout } from '../../shared/scheme/layout.ts'
import type { Cell, Leaf, Scheme, Table } from '../../shared/scheme/scheme.ts'
import { cellRef, parseCellRef, type CellRef } from '../../shared/words.ts'

/** A position in the data of a form: 0-based row and data column. */
export type Position = { row: number; column: number }

/** A form's data as a rectangle, for the keyboard, the clipboard and the drawing. */
export type GridModel = {
  table: Table
  layout: TableLayout
  rows: readonly GridRow[]
  columns: readonly Leaf[]
  refAt: (position: Position) => CellRef
  cellAt: (position: Position) => Cell | null
  positionOf: (ref: CellRef) => Position | null
}

/** A row of a grid table, or a line of a list table with its number as code. */
export type GridRow = { code: string; body: BodyRow | null }

/** Free lines after the filled lines of a list table, so that a new line can be written. */
const FREE_LINES = 1
const FEWEST_LINES = 3

/** The rectangle of a table; `lines` is the number of filled lines of a list table. */
export function gridModel(scheme: Scheme, table: Table, lines: number): GridModel {
  const layout = layoutTable(table)
  const rows: GridRow[] =
    table.kind === 'grid'
      ? layout.body.map((body) => ({ code: body.code, body }))
      : Array.from({ length: Math.max(FEWEST_LINES, lines + FREE_LINES) }, (_, index) => ({ code: String(index + 1), body: null }))
  const columns = table.leafColumns
  // References are built once because every key uses all of them.
  const refs = rows.map((row) => columns.map((leaf) => cellRef(table.code, row.code, leaf.code)))
  const refAt = ({ row, column }: Position): CellRef => refs[row]?.[column] ?? cellRef(table.code, '', '')
  const cellAt = (position: Position): Cell | null =>
    table.kind === 'list' ? (table.cells.get(columns[position.column]?.code ?? '') ?? null) : (scheme.cells.get(refAt(position)) ?? null)
  const rowIndex = new Map(rows.map((row, index) => [row.code, index]))
  const columnIndex = new Map(columns.map((leaf, index) => [leaf.code, index]))
  return {
    table,
    layout,
    rows,
    columns,
    refAt,
    cellAt,
    positionOf(ref) {
      const parts = parseCellRef(ref)
      const row = parts === null || parts.table !== table.code ? undefined : rowIndex.get(parts.row)
      const column = parts === null ? undefined : columnIndex.get(parts.column)
      return row === undefined || column === undefined ? null : { row, column }
    },
  }
}

/** True when the cell at a position takes an entry. */
export function isEntry(model: GridModel, position: Position): boolean {
  return model.cellAt(position)?.state === 'input'
}
