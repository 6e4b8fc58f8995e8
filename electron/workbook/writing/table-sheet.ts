import type { Style, Workbook, Worksheet } from 'exceljs'
import type { Scheme } from '../../../shared/scheme/scheme.ts'
import { formatAddress } from '../xlsx/address.ts'
import { lineCount, linesHeight, textWidth } from './measure.ts'
import type { LineCheck } from './check-rows.ts'
import { addLineChecks } from './line-checks.ts'
import { cellsOf, type Spot, type TablePlace } from './placement.ts'
import { textKeys, type Slots } from './slot.ts'
import { cellStyle, styles, stubStyle } from './styles.ts'
import { columnWidths, mostShrinking, pageHeight, pageWidth } from './table-widths.ts'
import { validateInputs, type InputCell } from './validation.ts'

export type TableSheetParts = {
  scheme: Scheme
  place: TablePlace
  /** Excel formula of a computed cell, without `=`; null where it cannot be written as one. */
  formulaOf(ref: string, row: number): string | null
  /** Excel formula of the line of signatures. */
  signFormula: string
  choiceRange(choices: readonly string[]): string
  /** Comments on cells, for a return file. */
  comments: ReadonlyMap<string, string>
  /** Lines under the table: notes and the rules that hold in it. */
  footnotes: readonly string[]
  lineChecks: readonly LineCheck[]
  lineFormula(check: LineCheck, row: number): string | null
}

/** Draws a table as its printed form (WORKBOOK.md Out); what differs from filing to filing is left open as slots. */
export function addTableSheet(workbook: Workbook, parts: TableSheetParts): { sheet: Worksheet; slots: Slots; whySpots: ReadonlyMap<string, Spot> } {
  const { scheme, place } = parts
  const widths = columnWidths(place.table, place.layout, scheme.cells)
  const total = widths.reduce((sum, width) => sum + width, 0)
  const sheet = workbook.addWorksheet(place.sheet, {
    properties: { defaultRowHeight: 18, dyDescent: 0.25 },
    views: [{ state: 'frozen', xSplit: Math.max(1, place.firstColumn - 1), ySplit: place.firstRow - 1, showGridLines: false }],
    pageSetup: { paperSize: 9, orientation: total > pageWidth.portrait ? 'landscape' : 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0, horizontalCentered: true, printTitlesRow: `${place.headRow}:${place.firstRow - 1}`, margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 } },
    headerFooter: { oddFooter: `&L${footerText(place.table.code)}&C第 &P 页 共 &N 页` },
  })
  widths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width
  })
  const slots: Slots = new Map()
  drawLead(sheet, parts, widths, slots)
  drawHead(sheet, place, widths)
  if (place.table.kind === 'grid') drawStub(sheet, place, widths)
  else drawOrdinals(sheet, place)
  drawCells(sheet, parts, widths, slots)
  const last = drawFoot(sheet, parts, total, slots)
  sheet.pageSetup.printArea = `A1:${formatAddress(last, place.lastColumn)}`
  sheet.pageSetup.fitToHeight = fitsOnePage(sheet, last, total) ? 1 : 0
  const whySpots = addLineChecks(sheet, parts.lineChecks, slots, parts.lineFormula)
  return { sheet, slots, whySpots }
}

/** A form that runs over its page by a little is shrunk onto it, so that a few notes do not take a second sheet of paper. */
function fitsOnePage(sheet: Worksheet, lastRow: number, width: number): boolean {
  const landscape = width > pageWidth.portrait
  const scale = Math.min(1, (landscape ? pageWidth.landscape : pageWidth.portrait) / width)
  let height = 0
  for (let row = 1; row <= lastRow; row += 1) height += sheet.getRow(row).height ?? linesHeight(1)
  return height * scale <= (landscape ? pageHeight.landscape : pageHeight.portrait) * mostShrinking
}

/** Title, and at its left who files and for when, at its right 表号, 制定机关 and 计量单位. */
function drawLead(sheet: Worksheet, { scheme, place }: TableSheetParts, widths: readonly number[], slots: Slots): void {
  put(sheet, 1, 1, 1, place.lastColumn, place.table.title, styles.title)
  sheet.getRow(1).height = linesHeight(lineCount(place.table.title, sum(widths) / 1.7)) + 12
  const note = place.table.unitNote
  const unitNote = note === '' || /^计量单位/.test(note) ? note : `计量单位：${note}`
  const right = [`表号：${place.table.code}`, scheme.issuer === '' ? '' : `制定机关：${scheme.issuer}`, unitNote]
  const split = splitColumn(widths, Math.max(...right.map(textWidth)) + 2)
  const left = [textKeys.unitLine, textKeys.codeLine, textKeys.periodLine]
  left.forEach((key, index) => {
    put(sheet, 2 + index, 1, 1, split, null, styles.lead)
    slots.set(formatAddress(2 + index, 1), { kind: 'text', key })
    put(sheet, 2 + index, split + 1, 1, place.lastColumn - split, right[index] ?? '', styles.leadRight)
    sheet.getRow(2 + index).height = 16
  })
}

/** The column after which the right half begins, so that what stands there has room. */
function splitColumn(widths: readonly number[], needed: number): number {
  let room = 0
  for (let column = widths.length; column > 1; column -= 1) {
    room += widths[column - 1] ?? 0
    if (room >= needed) return column - 1
  }
  return 1
}

function drawHead(sheet: Worksheet, { layout, headRow }: TablePlace, widths: readonly number[]): void {
  const lines = layout.headRows.map(() => 1)
  for (const cell of layout.headRows.flat()) {
    put(sheet, headRow + cell.row, cell.column + 1, cell.rowSpan, cell.colSpan, cell.title, cell.kind === 'code' ? styles.code : styles.head)
    const needed = Math.ceil(lineCount(cell.title, sum(widths.slice(cell.column, cell.column + cell.colSpan))) / cell.rowSpan)
    if (cell.kind === 'title') for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) lines[row] = Math.max(lines[row] ?? 1, needed)
  }
  lines.forEach((count, row) => {
    sheet.getRow(headRow + row).height = row === lines.length - 1 ? 15 : linesHeight(count)
  })
}

function drawStub(sheet: Worksheet, { layout, firstRow }: TablePlace, widths: readonly number[]): void {
  const lines = layout.body.map(() => 1)
  layout.body.forEach((row, index) => {
    for (const cell of row.stub) {
      put(sheet, firstRow + index, cell.column + 1, cell.rowSpan, cell.colSpan, cell.title, stubStyle(cell.indent))
      const room = sum(widths.slice(cell.column, cell.column + cell.colSpan)) - 2 * cell.indent
      const needed = Math.ceil(lineCount(cell.title, room) / cell.rowSpan)
      for (let at = index; at < index + cell.rowSpan; at += 1) lines[at] = Math.max(lines[at] ?? 1, needed)
    }
    put(sheet, firstRow + index, layout.stubColumns + 1, 1, 1, row.code, styles.code)
  })
  lines.forEach((count, index) => {
    sheet.getRow(firstRow + index).height = linesHeight(count)
  })
}

function drawOrdinals(sheet: Worksheet, { firstRow, lastRow }: TablePlace): void {
  for (let row = firstRow; row <= lastRow; row += 1) put(sheet, row, 1, 1, 1, row - firstRow + 1, styles.code)
}

function drawCells(sheet: Worksheet, parts: TableSheetParts, widths: readonly number[], slots: Slots): void {
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
      slots.set(at.address, { kind: 'fact', ref, date: cell.type === 'date' })
      inputs.push({ cell, row, column, help: helpOf(place, row, column) })
      if (cell.type === 'text') texts.set(row, [...(texts.get(row) ?? []), { ref, width: widths[column - 1] ?? 0 }])
    } else {
      const formula = parts.formulaOf(ref, row)
      if (formula !== null) at.value = { formula, date1904: false }
      slots.set(at.address, { kind: 'computed', ref })
    }
  }
  for (const [row, cells] of texts) slots.set(String(row), { kind: 'height', least: sheet.getRow(row).height ?? linesHeight(1), texts: cells })
  validateInputs(sheet, inputs, parts.choiceRange)
}

function helpOf(place: TablePlace, row: number, column: number): string {
  const rowHelp = place.table.kind === 'grid' ? (place.table.leafRows[row - place.firstRow]?.help ?? '') : ''
  const columnHelp = place.table.leafColumns[column - place.firstColumn]?.help ?? ''
  return [rowHelp, columnHelp].filter((text) => text !== '').join('\n')
}

function drawFoot(sheet: Worksheet, parts: TableSheetParts, total: number, slots: Slots): number {
  const { place, footnotes } = parts
  let row = place.lastRow
  for (const text of footnotes) {
    row += 1
    put(sheet, row, 1, 1, place.lastColumn, text, styles.note)
    sheet.getRow(row).height = 3 + 12.5 * lineCount(text, total * 1.08)
  }
  row += 1
  put(sheet, row, 1, 1, place.lastColumn, { formula: parts.signFormula, date1904: false }, styles.sign)
  slots.set(formatAddress(row, 1), { kind: 'text', key: textKeys.signLine })
  sheet.getRow(row).height = 26
  return row
}

type Written = string | number | null | { formula: string; date1904: boolean }

/** Writes into a region, merged when it is more than one cell. */
export function put(sheet: Worksheet, row: number, column: number, rowSpan: number, colSpan: number, value: Written, style: Partial<Style>): void {
  const cell = sheet.getCell(row, column)
  cell.value = value
  cell.style = style
  if (rowSpan > 1 || colSpan > 1) sheet.mergeCells(row, column, row + rowSpan - 1, column + colSpan - 1)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

/** `&` begins a code in headers and footers. */
function footerText(text: string): string {
  return text.replaceAll('&', '&&')
}
