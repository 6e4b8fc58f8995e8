import { layoutTable, type BodyRow, type TableLayout } from '../../shared/scheme/layout.ts'
import type { Cell, Leaf, Scheme, Table } from '../../shared/scheme/scheme.ts'
import { cellRef, parseCellRef, type CellRef } from '../../shared/words.ts'

/** A place in the data of a form: 0-based row and data column. */
export type Position = { row: number; column: number }

/** A form's data as a rectangle: what the keyboard, the clipboard and the drawing go by. */
export type GridModel = {
  table: Table
  layout: TableLayout
  rows: readonly GridRow[]
  columns: readonly Leaf[]
  refAt: (position: Position) => CellRef
  cellAt: (position: Position) => Cell | null
  positionOf: (ref: CellRef) => Position | null
}

/** A row of a grid table, or line `ordinal` of a list table. */
export type GridRow = { code: string; body: BodyRow | null }

/** Lines that a list table shows beyond those that hold something, so that there is always one to write in. */
const FREE_LINES = 1
const FEWEST_LINES = 3

/** The rectangle of a table; `lines` is how many lines of a list table hold something. */
export function gridModel(scheme: Scheme, table: Table, lines: number): GridModel {
  const layout = layoutTable(table)
  const rows: GridRow[] =
    table.kind === 'grid'
      ? layout.body.map((body) => ({ code: body.code, body }))
      : Array.from({ length: Math.max(FEWEST_LINES, lines + FREE_LINES) }, (_, index) => ({ code: String(index + 1), body: null }))
  const columns = table.leafColumns
  // Put together once: every key asks for all of them.
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

/** Whether a person writes there. */
export function isEntry(model: GridModel, position: Position): boolean {
  return model.cellAt(position)?.state === 'input'
}
