import type { Workbook, Worksheet } from 'exceljs'
import { cellTypes } from '../../../../shared/cell-types/cell-types.ts'
import type { Scheme } from '../../../../shared/scheme/scheme.ts'
import { formatAddress } from '../../xlsx/address.ts'
import { drawHead, drawLead, drawStub, fitsOnePage, formFooter, formPage, put, sum } from '../form/form-parts.ts'
import { leftLines } from '../placement/lead-lines.ts'
import { lineCount, linesHeight } from '../form/measure.ts'
import type { LineCheck } from '../checks/check-rows.ts'
import { addLineChecks } from '../checks/line-checks.ts'
import { cellsOf, type Spot, type TablePlace } from '../placement/placement.ts'
import { textKeys, type SheetFields } from '../template/template-field.ts'
import { cellStyle, styles } from '../form/styles.ts'
import { sheetColumnWidths } from '../form/table-widths.ts'
import { validateInputs, type InputCell } from './validation.ts'

export type TableSheetParts = {
  scheme: Scheme
  place: TablePlace
  /** Excel formula of a computed cell, without `=`; null when Excel cannot hold the formula. */
  formulaOf(ref: string, row: number): string | null
  /** Excel formula of the line of signatures. */
  signFormula: string
  choiceRange(choices: readonly string[]): string
  /** Comments on cells, for a return file. */
  comments: ReadonlyMap<string, string>
  /** Lines under the table: notes and rules. */
  footnotes: readonly string[]
  lineChecks: readonly LineCheck[]
  lineFormula(check: LineCheck, row: number): string | null
}

/**
 * Draws a table as its printed form (docs/workbook-format.md: What is in it); the parts that differ between filings are
 * open as fields.
 */
export function addTableSheet(
  workbook: Workbook,
  parts: TableSheetParts,
): { sheet: Worksheet; fields: SheetFields; whySpots: ReadonlyMap<string, Spot> } {
  const { scheme, place } = parts
  const widths = sheetColumnWidths(place.table, place.layout, scheme.cells)
  const sheet = workbook.addWorksheet(place.sheet, {
    properties: { defaultRowHeight: 18, dyDescent: 0.25 },
    views: [{ state: 'frozen', xSplit: Math.max(1, place.firstColumn - 1), ySplit: place.firstRow - 1, showGridLines: false }],
    pageSetup: formPage(widths, place.headRow, place.firstRow),
    headerFooter: { oddFooter: formFooter(place.table) },
  })
  widths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width
  })
  const fields: SheetFields = new Map()
  drawLead(sheet, 1, widths, scheme, place.table, [])
  const firstLeft = place.headRow - leftLines
  for (const [index, key] of [textKeys.unitLine, textKeys.codeLine, textKeys.periodLine].entries())
    fields.set(formatAddress(firstLeft + index, 1), { kind: 'text', key })
  drawHead(sheet, place, widths)
  drawStub(sheet, place, widths)
  drawCells(sheet, parts, widths, fields)
  const last = drawFoot(sheet, parts, sum(widths), fields)
  sheet.pageSetup.printArea = `A1:${formatAddress(last, place.lastColumn)}`
  sheet.pageSetup.fitToHeight = fitsOnePage(sheet, last, widths) ? 1 : 0
  const whySpots = addLineChecks(sheet, parts.lineChecks, fields, parts.lineFormula)
  return { sheet, fields, whySpots }
}

function drawCells(sheet: Worksheet, parts: TableSheetParts, widths: readonly number[], fields: SheetFields): void {
  const { place, scheme } = parts
  const inputs: InputCell[] = []
  const texts = new Map<number, { ref: string; width: number }[]>()
  for (const { ref, cell, row, column } of cellsOf(place, scheme.cells)) {
    const at = sheet.getCell(row, column)
    at.style = cellStyle(cell)
    const comment = parts.comments.get(ref)
    if (comment !== undefined) at.note = { texts: [{ text: comment }], protection: { locked: 'False', lockText: 'False' } }
    if (cell.state === 'blocked') at.value = '×'
    else if (cell.state === 'input') {
      const { holds, entry } = cellTypes[cell.type]
      fields.set(at.address, { kind: 'fact', ref, date: holds === 'date' })
      inputs.push({ cell, row, column, help: helpOf(place, row, column) })
      if (entry === 'lines') texts.set(row, [...(texts.get(row) ?? []), { ref, width: widths[column - 1] ?? 0 }])
    } else {
      const formula = parts.formulaOf(ref, row)
      if (formula !== null) at.value = { formula, date1904: false }
      fields.set(at.address, { kind: 'computed', ref })
    }
  }
  for (const [row, cells] of texts)
    fields.set(String(row), { kind: 'height', least: sheet.getRow(row).height ?? linesHeight(1), texts: cells })
  validateInputs(sheet, inputs, parts.choiceRange)
}

function helpOf(place: TablePlace, row: number, column: number): string {
  const rowHelp = place.table.kind === 'grid' ? (place.table.leafRows[row - place.firstRow]?.help ?? '') : ''
  const columnHelp = place.table.leafColumns[column - place.firstColumn]?.help ?? ''
  return [rowHelp, columnHelp].filter((text) => text !== '').join('\n')
}

function drawFoot(sheet: Worksheet, parts: TableSheetParts, total: number, fields: SheetFields): number {
  const { place, footnotes } = parts
  let row = place.lastRow
  for (const text of footnotes) {
    row += 1
    put(sheet, row, 1, 1, place.lastColumn, text, styles.note)
    sheet.getRow(row).height = 3 + 12.5 * lineCount(text, total * 1.08)
  }
  row += 1
  put(sheet, row, 1, 1, place.lastColumn, { formula: parts.signFormula, date1904: false }, styles.sign)
  fields.set(formatAddress(row, 1), { kind: 'text', key: textKeys.signLine })
  sheet.getRow(row).height = 26
  return row
}
