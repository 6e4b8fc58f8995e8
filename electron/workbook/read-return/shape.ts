import { inputPlaces } from '../../../shared/filing/packed.ts'
import type { Cell, GridTable, ListTable, Scheme } from '../../../shared/scheme/scheme.ts'
import { cellRef, type CellRef, type TableCode } from '../../../shared/words.ts'

/** A grid table by numbers: `cells[row * columns + column]`, rows and columns counted from 0 in form order. */
export type GridShape = {
  kind: 'grid'
  table: GridTable
  rows: number
  columns: number
  cells: readonly (Cell | null)[]
  /** By index of `cells` the place among the scheme's input cells (packed.ts); -1 for other cells. */
  places: Int32Array
}

/** A list table by numbers: `cells[column]`; null for a column that no cell describes. */
export type ListShape = { kind: 'list'; table: ListTable; columns: number; cells: readonly (Cell | null)[] }

/** The largest number of lines of a list, more than any unit has; further lines are listed as having no place. */
export const mostLines = 20_000

export type Shape = GridShape | ListShape

/** The shapes of a scheme's tables for reading returns, computed once. */
export type SchemeShape = {
  scheme: Scheme
  tables: readonly Shape[]
  byCode: ReadonlyMap<TableCode, Shape>
  /** Grid cells by their reference. */
  grids: ReadonlyMap<CellRef, { shape: GridShape; row: number; column: number }>
}

const known = new WeakMap<Scheme, SchemeShape>()

/** The shape of a scheme; kept as long as the scheme. */
export function shapeOf(scheme: Scheme): SchemeShape {
  const held = known.get(scheme)
  if (held !== undefined) return held
  const tables = scheme.tables.map((table): Shape => (table.kind === 'grid' ? gridShape(scheme, table) : listShape(table)))
  const grids = new Map<CellRef, { shape: GridShape; row: number; column: number }>()
  for (const shape of tables) {
    if (shape.kind === 'list') continue
    shape.cells.forEach((cell, at) => {
      if (cell !== null) grids.set(cell.ref, { shape, row: Math.floor(at / shape.columns), column: at % shape.columns })
    })
  }
  const made = { scheme, tables, byCode: new Map(tables.map((shape) => [shape.table.code, shape])), grids }
  known.set(scheme, made)
  return made
}

function gridShape(scheme: Scheme, table: GridTable): GridShape {
  const { index } = inputPlaces(scheme)
  const cells = table.leafRows.flatMap((row) =>
    table.leafColumns.map((column) => scheme.cells.get(cellRef(table.code, row.code, column.code)) ?? null),
  )
  const places = Int32Array.from(cells, (cell) => (cell === null ? -1 : (index.get(cell.ref) ?? -1)))
  return { kind: 'grid', table, rows: table.leafRows.length, columns: table.leafColumns.length, cells, places }
}

function listShape(table: ListTable): ListShape {
  return {
    kind: 'list',
    table,
    columns: table.leafColumns.length,
    cells: table.leafColumns.map((leaf) => table.cells.get(leaf.code) ?? null),
  }
}
