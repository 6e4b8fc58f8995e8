import { cellTypes } from '../../../shared/cell-types/cell-types.ts'
import { problem } from '../../../shared/problem.ts'
import { cellTitle } from '../../../shared/scheme/cells.ts'
import type { Cell, Scheme } from '../../../shared/scheme/scheme.ts'
import { formatAddress } from '../xlsx/address.ts'
import type { XlsxSheet } from '../xlsx/book.ts'
import type { Axes } from './axes.ts'
import { isBlankMark } from './blank-marks.ts'
import { addStray, addStructureProblem, addTypedOver, type ReadFindings } from './read-findings.ts'
import type { GridShape } from './shape.ts'
import { readCell } from './read-cell.ts'

export type GridOnSheet = { shape: GridShape; sheet: XlsxSheet; axes: Axes }

/**
 * Reads a grid table from its sheet in one pass over the cells. Lists figures without a place, between its rows or columns,
 * on a × or outside, and missing cells and figures in merged cells.
 */
export function readGrid(report: ReadFindings, scheme: Scheme, { shape, sheet, axes }: GridOnSheet, date1904: boolean): void {
  const { rowAt, columnAt, firstRow, lastRow, firstColumn, lastColumn } = axes
  let at = 0
  let row = -1
  let lastBelow = lastRow
  for (const found of sheet.cells) {
    if (found.row < firstRow || firstRow === 0) continue
    if (found.row !== at) {
      at = found.row
      row = rowAt.get(at) ?? -1
    }
    const column = columnAt.get(found.column) ?? -1
    if (row >= 0 && column >= 0) {
      const index = row * shape.columns + column
      const cell = shape.cells[index]
      if (cell === undefined || cell === null || cell.state === 'blocked') {
        if (!isBlankMark(found)) addStray(report, sheet, found, 'cells')
      } else if (cell.state === 'input') readCell(report, sheet, found, cell, cell.ref, shape.places[index] ?? -1, date1904)
      else addTypedOver(report, sheet, found, cell.ref)
    } else if (at <= lastRow && found.column <= lastColumn) {
      if ((column >= 0 || (row >= 0 && found.column > firstColumn)) && !isBlankMark(found)) addStray(report, sheet, found, 'structure')
    } else if (found.kind === 'number' && !found.formula) {
      // Figures right below or right beside the form belong to an added row or column.
      if (row < 0 && column >= 0) {
        const added = at <= lastBelow + 1
        if (added) lastBelow = at
        addStray(report, sheet, found, added ? 'structure' : 'cells')
      } else if (row >= 0) addStray(report, sheet, found, found.column === lastColumn + 1 ? 'structure' : 'cells')
    }
  }
  reportMissing(report, scheme, shape, sheet, axes)
  reportMerged(report, scheme, shape, sheet, axes)
}

function reportMissing(report: ReadFindings, scheme: Scheme, shape: GridShape, sheet: XlsxSheet, { rows, columns }: Axes): void {
  if (!rows.includes(0) && !columns.includes(0)) return
  shape.cells.forEach((cell, index) => {
    const standing = rows[Math.floor(index / shape.columns)] !== 0 && columns[index % shape.columns] !== 0
    if (cell === null || cell.state !== 'input' || standing) return
    addStructureProblem(report, problem('cell-missing', { cell: cell.ref, title: cellTitle(scheme, cell.ref) }), {
      sheet,
      expected: cellTypes[cell.type].expected(cell),
    })
  })
}

/** Reports figures in merged input cells, because such a figure belongs to all of them and so to none. */
function reportMerged(
  report: ReadFindings,
  scheme: Scheme,
  shape: GridShape,
  sheet: XlsxSheet,
  { rowAt, columnAt, firstRow, lastRow, firstColumn, lastColumn }: Axes,
): void {
  for (const merge of sheet.merges) {
    if (merge.lastRow < firstRow || merge.row > lastRow || merge.lastColumn < firstColumn || merge.column > lastColumn) continue
    const found = sheet.at(merge.row, merge.column)
    if (found === undefined || isBlankMark(found)) continue
    const covered: Cell[] = []
    for (const [row, rowIndex] of rowAt) {
      if (row < merge.row || row > merge.lastRow) continue
      for (const [column, columnIndex] of columnAt) {
        const cell = column < merge.column || column > merge.lastColumn ? null : shape.cells[rowIndex * shape.columns + columnIndex]
        if (cell?.state === 'input') covered.push(cell)
      }
    }
    const [first] = covered
    if (first === undefined || covered.length < 2) continue
    const region = `${formatAddress(merge.row, merge.column)}:${formatAddress(merge.lastRow, merge.lastColumn)}`
    addStructureProblem(report, problem('cell-merged', { cell: first.ref, title: cellTitle(scheme, first.ref), region }), {
      sheet,
      row: merge.row,
      column: merge.column,
      found: found.text,
      expected: cellTypes[first.type].expected(first),
    })
  }
}
