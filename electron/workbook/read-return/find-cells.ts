import type { Fact } from '../../../shared/filing/facts.ts'
import { cellOf } from '../../../shared/scheme/cells.ts'
import type { Scheme } from '../../../shared/scheme/scheme.ts'
import { parseCellRef, type CellRef } from '../../../shared/words.ts'
import type { PlacedCell } from '../return.ts'
import { formatAddress } from '../xlsx/address.ts'
import type { XlsxCell } from '../xlsx/book.ts'
import { readXlsx } from '../xlsx/read-xlsx.ts'
import { cellFact } from './cell-fact.ts'
import { locateTables } from './locate.ts'
import { readManifest } from './manifest.ts'
import { linesOnSheet } from './read-list.ts'
import { stands } from './read-table.ts'
import { emptyReport } from './read-findings.ts'
import { shapeOf } from './shape.ts'
import { withoutRival } from './rival-sheets.ts'

/**
 * Finds cells in a return that was read before, by the rules of that reading, with their facts; cells without a place are
 * left out. Throws XlsxRefusal for a file that is no readable workbook.
 */
export function findCells(bytes: Uint8Array, scheme: Scheme, cells: readonly CellRef[]): PlacedCell[] {
  const book = readXlsx(bytes)
  const manifest = readManifest(book)
  const { grids } = shapeOf(scheme)
  const located = locateTables(book, scheme, manifest)
  const reading = { scheme, written: manifest?.carriesFiling ?? false, date1904: book.date1904 }
  const tables = new Map(
    located.tables.filter(stands).map((table) => [table.shape.table.code, withoutRival(emptyReport(), reading, table, located.rivals)]),
  )
  return cells.flatMap((cell): PlacedCell[] => {
    const parts = parseCellRef(cell)
    const table = tables.get(parts?.table ?? '')
    if (parts === null || table === undefined) return []
    const { shape, sheet, axes, named } = table
    const columnIndex = shape.table.leafColumns.findIndex((leaf) => leaf.code === parts.column)
    const row =
      shape.kind === 'grid'
        ? (axes.rows[grids.get(cell)?.row ?? -1] ?? 0)
        : rowOfLine(linesOnSheet({ shape, sheet, axes, named }, reading.written), Number(parts.row))
    const column = axes.columns[columnIndex] ?? 0
    if (row === 0 || column === 0) return []
    return [
      { cell, sheet: sheet.name, address: formatAddress(row, column), fact: factAt(scheme, cell, sheet.at(row, column), book.date1904) },
    ]
  })
}

function factAt(scheme: Scheme, ref: CellRef, found: XlsxCell | undefined, date1904: boolean): Fact | null {
  const cell = cellOf(scheme, ref)
  const parsed = found === undefined || cell === null ? null : cellFact(found, cell, date1904)
  return parsed?.ok === true ? parsed.fact : null
}

function rowOfLine(lines: ReadonlyMap<number, number>, wanted: number): number {
  for (const [row, line] of lines) if (line === wanted) return row
  return 0
}
