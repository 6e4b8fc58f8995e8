import { cellTypes } from '../../../shared/cell-types/cell-types.ts'
import type { Cell } from '../../../shared/scheme/scheme.ts'
import type { CellRef } from '../../../shared/words.ts'
import type { XlsxCell, XlsxSheet } from '../xlsx/book.ts'
import { cellFact } from './cell-fact.ts'
import { addProblem, addRefused, type ReadFindings } from './read-findings.ts'

/** Reads one cell of a sheet for a cell of the scheme; `place` is its place among the scheme's inputs, -1 for a cell of a list. */
export function readCell(
  report: ReadFindings,
  sheet: XlsxSheet,
  found: XlsxCell,
  cell: Cell,
  ref: CellRef,
  place: number,
  date1904: boolean,
): void {
  const parsed = cellFact(found, cell, date1904)
  if (!parsed.ok) {
    addRefused(report, ref, found)
    addProblem(report, parsed.problem, {
      sheet,
      row: found.row,
      column: found.column,
      found: found.text,
      expected: cellTypes[cell.type].expected(cell),
    })
  } else if (place >= 0 && typeof parsed.fact === 'number') {
    report.cells.push(place)
    report.numbers.push(parsed.fact)
  } else if (parsed.fact !== null) report.others.push([ref, parsed.fact])
}
