import type { PageSetup, Style, Worksheet } from 'exceljs'
import type { Scheme, Table } from '../../../../shared/scheme/scheme.ts'
import { leftLines, rightLines } from '../placement/lead-lines.ts'
import { lineCount, linesHeight, sheetTextWidth } from './measure.ts'
import type { TablePlace } from '../placement/placement.ts'
import { styles, stubStyle } from './styles.ts'
import { mostShrinking, pageHeight, pageWidth } from './table-widths.ts'

export type Written = string | number | null | { formula: string; date1904: boolean }

/** Writes a value into a region, merged when it is more than one cell. */
export function put(
  sheet: Worksheet,
  row: number,
  column: number,
  rowSpan: number,
  colSpan: number,
  value: Written,
  style: Partial<Style>,
): void {
  const cell = sheet.getCell(row, column)
  cell.value = value
  cell.style = style
  if (rowSpan > 1 || colSpan > 1) sheet.mergeCells(row, column, row + rowSpan - 1, column + colSpan - 1)
}

/** Draws the head of a form: titles with their spans, then 甲, 乙 and the column codes. */
export function drawHead(sheet: Worksheet, { layout, headRow }: TablePlace, widths: readonly number[]): void {
  const lines = layout.headRows.map(() => 1)
  for (const cell of layout.headRows.flat()) {
    put(
      sheet,
      headRow + cell.row,
      cell.column + 1,
      cell.rowSpan,
      cell.colSpan,
      cell.title,
      cell.kind === 'code' ? styles.code : styles.head,
    )
    const needed = Math.ceil(lineCount(cell.title, sum(widths.slice(cell.column, cell.column + cell.colSpan))) / cell.rowSpan)
    if (cell.kind === 'title')
      for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) lines[row] = Math.max(lines[row] ?? 1, needed)
  }
  lines.forEach((count, row) => {
    sheet.getRow(headRow + row).height = row === lines.length - 1 ? 15 : linesHeight(count)
  })
}

/** Draws row titles with their spans and codes; in a list the numbers of the lines. */
export function drawStub(sheet: Worksheet, { table, layout, firstRow, lastRow }: TablePlace, widths: readonly number[]): void {
  if (table.kind === 'list') {
    for (let row = firstRow; row <= lastRow; row += 1) put(sheet, row, 1, 1, 1, row - firstRow + 1, styles.code)
    return
  }
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

/** Draws the title over the whole width; below, at the right, 表号 to 计量单位, and `left` beside the last of these lines. */
export function drawLead(
  sheet: Worksheet,
  top: number,
  widths: readonly number[],
  scheme: Scheme,
  table: Table,
  left: readonly (string | null)[],
): void {
  put(sheet, top, 1, 1, widths.length, table.title, styles.title)
  sheet.getRow(top).height = linesHeight(lineCount(table.title, sum(widths) / 1.7)) + 12
  const right = rightLines(scheme, table)
  const above = right.length - leftLines
  const split = splitColumn(widths, Math.max(...right.map(sheetTextWidth)) + 2)
  right.forEach((text, index) => {
    const row = top + 1 + index
    put(sheet, row, 1, 1, split, left[index - above] ?? null, styles.lead)
    put(sheet, row, split + 1, 1, widths.length - split, text, styles.leadRight)
    sheet.getRow(row).height = 16
  })
}

/** The page setup of a form: A4, portrait or landscape by its width, one page wide, the head repeated on every page. */
export function formPage(widths: readonly number[], headRow: number, firstRow: number): Partial<PageSetup> {
  const orientation = sum(widths) > pageWidth.portrait ? 'landscape' : 'portrait'
  const margins = { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 }
  return {
    paperSize: 9,
    orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    printTitlesRow: `${headRow}:${firstRow - 1}`,
    margins,
  }
}

/** The footer of a form: its code and the page number. `&` is doubled because it begins a code in footers. */
export function formFooter(table: Table): string {
  return `&L${table.code.replaceAll('&', '&&')}&C第 &P 页 共 &N 页`
}

/** The column after which the right half begins, with enough room for its texts. */
function splitColumn(widths: readonly number[], needed: number): number {
  let room = 0
  for (let column = widths.length; column > 1; column -= 1) {
    room += widths[column - 1] ?? 0
    if (room >= needed) return column - 1
  }
  return 1
}

/** True when a form fits one page, perhaps shrunk a little, so that a few notes do not take a second sheet of paper. */
export function fitsOnePage(sheet: Worksheet, lastRow: number, widths: readonly number[]): boolean {
  const width = sum(widths)
  const landscape = width > pageWidth.portrait
  const scale = Math.min(1, (landscape ? pageWidth.landscape : pageWidth.portrait) / width)
  let height = 0
  for (let row = 1; row <= lastRow; row += 1) height += sheet.getRow(row).height ?? linesHeight(1)
  return height * scale <= (landscape ? pageHeight.landscape : pageHeight.portrait) * mostShrinking
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
