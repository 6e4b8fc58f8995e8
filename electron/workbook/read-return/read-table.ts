import type { Scheme } from '../../../shared/scheme/scheme.ts'
import type { XlsxSheet } from '../xlsx/book.ts'
import type { LocatedTable } from './locate.ts'
import { readGrid } from './read-grid.ts'
import { readList, type Lines } from './read-list.ts'
import type { ReadFindings } from './read-findings.ts'

/** A table with a sheet on which its rows and columns were found. */
export type StandingTable = Extract<LocatedTable, { sheet: XlsxSheet }>

/** The settings for reading a workbook's cells: `written` when the program wrote a filing into it, and its calendar. */
export type Reading = { scheme: Scheme; written: boolean; date1904: boolean }

/** True when a table has a sheet on which its rows and columns were found. */
export function stands(table: LocatedTable): table is StandingTable {
  return (
    table.sheet !== null &&
    table.axes.firstColumn > 0 &&
    (table.shape.kind === 'list' ? table.axes.headRow > 0 || (table.named?.lines.size ?? 0) > 0 : table.axes.firstRow > 0)
  )
}

/** Reads a table from its sheet into the report; returns the lines of a list, null for a grid. */
export function readTable(
  report: ReadFindings,
  { scheme, written, date1904 }: Reading,
  { shape, sheet, axes, named }: StandingTable,
): Lines | null {
  if (shape.kind === 'list') return readList(report, { shape, sheet, axes, named }, written, date1904)
  readGrid(report, scheme, { shape, sheet, axes }, date1904)
  return null
}
