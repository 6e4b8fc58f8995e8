import { layoutTable, type TableLayout } from '../../../../shared/scheme/layout.ts'
import type { Cell, Scheme, Table } from '../../../../shared/scheme/scheme.ts'
import { cellRef, parseCellRef, type CellRef, type TableCode } from '../../../../shared/words.ts'
import { columnLetters } from '../../xlsx/address.ts'
import { checkSheet, choiceSheet, coverSheet, manifestSheet } from '../../manifest.ts'
import { leadRows } from './lead-lines.ts'
import { quoteSheet, sheetNames } from './sheet-names.ts'

/** The least number of lines of a list table, and of empty lines below the last filled line. */
const fewestLines = 30
const spareLines = 10

/** The place of a table on its sheet. Rows and columns count from 1. */
export type TablePlace = {
  table: Table
  sheet: string
  layout: TableLayout
  headRow: number
  firstRow: number
  lastRow: number
  firstColumn: number
  lastColumn: number
}

export type Spot = { sheet: string; row: number; column: number }
/** Part of a column. */
export type Range = { sheet: string; column: number; firstRow: number; lastRow: number }

/** The places of all cells of a workbook. */
export type Placement = {
  places: readonly TablePlace[]
  spotOf(ref: CellRef): Spot | null
  /** The lines of a list table's column as a range; null for a table that is not in the workbook. */
  listRange(table: TableCode, column: string): Range | null
}

/** The number of lines that a list table's sheet offers with `filled` filled lines: at least 30, in steps of 10. */
export function linesOffered(filled: number): number {
  return Math.max(fewestLines, Math.ceil((filled + spareLines) / 10) * 10)
}

/** Gives every table a sheet and every cell a place; `lines` is the number of lines that each list table's sheet offers. */
export function placeTables(scheme: Scheme, tables: readonly Table[], lines: ReadonlyMap<TableCode, number>): Placement {
  const names = sheetNames(tables, [coverSheet, checkSheet, manifestSheet, choiceSheet])
  const places = tables.map((table) =>
    placeBelow(table, names.get(table.code) ?? table.code, leadRows(scheme, table) + 1, lines.get(table.code) ?? fewestLines),
  )
  const grids = new Map(places.map((place) => [place.table.code, { place, ...indexOf(place) }]))
  return {
    places,
    spotOf: (ref) => {
      const parts = parseCellRef(ref)
      const grid = parts === null ? undefined : grids.get(parts.table)
      if (parts === null || grid === undefined) return null
      const { place } = grid
      const row = place.table.kind === 'grid' ? grid.rows.get(parts.row) : lineRow(place, parts.row)
      const column = grid.columns.get(parts.column)
      return row === undefined || column === undefined ? null : { sheet: place.sheet, row, column }
    },
    listRange: (table, column) => {
      const grid = grids.get(table)
      const at = grid?.columns.get(column)
      if (grid === undefined || at === undefined) return null
      return { sheet: grid.place.sheet, column: at, firstRow: grid.place.firstRow, lastRow: grid.place.lastRow }
    },
  }
}

/** The cells of a table in reading order, each with its full reference and place. In a list every offered line has its cells. */
export function cellsOf(place: TablePlace, cells: ReadonlyMap<CellRef, Cell>): { ref: CellRef; cell: Cell; row: number; column: number }[] {
  const found: { ref: CellRef; cell: Cell; row: number; column: number }[] = []
  const { table } = place
  for (let row = place.firstRow; row <= place.lastRow; row += 1) {
    const line = row - place.firstRow
    table.leafColumns.forEach((leaf, index) => {
      const ref = cellRef(table.code, table.kind === 'grid' ? (table.leafRows[line]?.code ?? '') : line + 1, leaf.code)
      const cell = table.kind === 'grid' ? cells.get(ref) : table.cells.get(leaf.code)
      if (cell !== undefined) found.push({ ref, cell, row, column: place.firstColumn + index })
    })
  }
  return found
}

/** A cell in formulas and defined names: `'MS03 营养'!$D$7`. */
export function spotText(spot: Spot): string {
  return `${quoteSheet(spot.sheet)}!$${columnLetters(spot.column)}$${spot.row}`
}

/** The place of a form whose head begins at a row of a sheet; `lines` is the number of lines of a list. */
export function placeBelow(table: Table, sheet: string, headRow: number, lines: number): TablePlace {
  const layout = layoutTable(table)
  const firstRow = headRow + layout.headRowCount
  const firstColumn = layout.columns.findIndex((column) => column.kind === 'data') + 1
  const rows = table.kind === 'grid' ? table.leafRows.length : lines
  return { table, sheet, layout, headRow, firstRow, lastRow: firstRow + rows - 1, firstColumn, lastColumn: layout.columns.length }
}

function indexOf(place: TablePlace): { rows: Map<string, number>; columns: Map<string, number> } {
  const rows = place.table.kind === 'grid' ? place.table.leafRows : []
  return {
    rows: new Map(rows.map((leaf, index) => [leaf.code, place.firstRow + index])),
    columns: new Map(place.table.leafColumns.map((leaf, index) => [leaf.code, place.firstColumn + index])),
  }
}

function lineRow(place: TablePlace, ordinal: string): number | undefined {
  const line = Number(ordinal)
  const row = place.firstRow + line - 1
  return Number.isInteger(line) && line >= 1 && row <= place.lastRow ? row : undefined
}
