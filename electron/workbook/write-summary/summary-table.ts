import type { Style, Workbook, Worksheet } from 'exceljs'
import { cellTypes } from '../../../shared/cell-types/cell-types.ts'
import { toBinary, type Decimal } from '../../../shared/decimal/decimal.ts'
import { NO_FIGURE } from '../../../shared/decimal/display.ts'
import { isNotApplicable, type Fact } from '../../../shared/filing/facts.ts'
import { layoutTable } from '../../../shared/scheme/layout.ts'
import type { Cell, Scheme, Table } from '../../../shared/scheme/scheme.ts'
import { roundingOf, drawnFrom, type Summary, type SummaryGroup } from '../../../shared/summary/summary.ts'
import { controlledRoundingLines } from '../../../shared/text/controlled-rounding-lines.ts'
import { notApplicableMark } from '../manifest.ts'
import { formatAddress } from '../xlsx/address.ts'
import { dayNumber } from '../write-form/day-number.ts'
import { drawHead, drawLead, drawStub, formFooter, formPage, put, sum } from '../write-form/form/form-parts.ts'
import { leadRows } from '../write-form/placement/lead-lines.ts'
import { lineCount, linesHeight } from '../write-form/form/measure.ts'
import { cellsOf, placeBelow, type TablePlace } from '../write-form/placement/placement.ts'
import { cellStyle, styles } from '../write-form/form/styles.ts'
import { sheetColumnWidths } from '../write-form/form/table-widths.ts'

const rowsBetween = 2

/** Draws one table of a summary: the forms of the groups one below the other, each on a new page. */
export function addSummaryTable(workbook: Workbook, name: string, table: Table, input: Summary): void {
  const { scheme, groups, periodTitle, collector } = input
  const layout = layoutTable(table)
  const widths = sheetColumnWidths(table, layout, scheme.cells)
  const single = groups.length === 1
  const rowsAboveHead = leadRows(scheme, table)
  const firstData = rowsAboveHead + layout.headRowCount
  const frozen = single
    ? ({
        state: 'frozen',
        xSplit: Math.max(
          1,
          layout.columns.findIndex((column) => column.kind === 'data'),
        ),
        ySplit: firstData,
      } as const)
    : {}
  const page = formPage(widths, rowsAboveHead + 1, firstData + 1)
  const sheet = workbook.addWorksheet(name, {
    properties: { defaultRowHeight: 18, dyDescent: 0.25 },
    views: [{ ...frozen, showGridLines: false }],
    // Each group has its own head, so no rows are repeated on its pages.
    pageSetup: single ? page : { ...page, printTitlesRow: undefined },
    headerFooter: { oddFooter: formFooter(table) },
  })
  widths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width
  })
  let top = 1
  for (const group of groups) {
    const left = [`汇总单位：${collector}　　汇总范围：${group.title}`, drawnFrom(group), `报告期：${periodTitle}`]
    drawLead(sheet, top, widths, scheme, table, left)
    const place = placeBelow(table, name, top + rowsAboveHead, lineCountOf(table, group))
    drawHead(sheet, place, widths)
    drawStub(sheet, place, widths)
    drawValues(sheet, scheme, place, group, widths)
    top = drawNotes(sheet, table, controlledRoundingLines(roundingOf(group, table.code), 'zh'), place.lastRow, widths) + 1
    if (group !== groups.at(-1)) sheet.getRow(top - 1).addPageBreak()
    top += rowsBetween - 1
  }
  sheet.pageSetup.printArea = `A1:${formatAddress(top - rowsBetween, widths.length)}`
}

/** The number of lines of a list; at least one so that an empty list still shows its form. */
function lineCountOf(table: Table, group: SummaryGroup): number {
  let last = 1
  const prefix = `${table.code}.`
  for (const ref of group.values.keys()) {
    if (!ref.startsWith(prefix)) continue
    const line = Number(ref.slice(prefix.length, ref.indexOf('.', prefix.length)))
    if (Number.isInteger(line) && line > last) last = line
  }
  return last
}

function drawValues(sheet: Worksheet, scheme: Scheme, place: TablePlace, group: SummaryGroup, widths: readonly number[]): void {
  for (const { ref, cell, row, column } of cellsOf(place, scheme.cells)) {
    const value = group.values.get(ref)
    const at = sheet.getCell(row, column)
    at.value = shownValue(cell, value)
    at.style = { ...cellStyle(cell), protection: { locked: true } }
    if (typeof at.value !== 'string' || cell.state === 'blocked' || at.value === NO_FIGURE || at.value === notApplicableMark) continue
    // The text format keeps an edited text a text, and the row grows to show the whole text.
    at.style = { ...at.style, numFmt: '@', alignment: styles.text.alignment }
    const needed = linesHeight(lineCount(at.value, widths[column - 1] ?? 0))
    const height = sheet.getRow(row).height
    if (height === undefined || height < needed) sheet.getRow(row).height = Math.min(needed, 409)
  }
}

/** The value of a cell; a figure stays a number for calculating, and its format shows it as printed. */
function shownValue(cell: Cell, value: Fact | Decimal | undefined): number | string | null {
  if (cell.state === 'blocked') return '×'
  if (value === undefined) return cell.state === 'computed' && cell.show !== '' ? NO_FIGURE : null
  if (typeof value === 'string') return cellTypes[cell.type].holds === 'date' ? (dayNumber(value) ?? value) : value
  if (isNotApplicable(value)) return notApplicableMark
  return toBinary(value)
}

/** Draws the table's notes, then the adjustments of controlled rounding. Returns the last row. */
function drawNotes(sheet: Worksheet, table: Table, rounding: readonly string[], after: number, widths: readonly number[]): number {
  let row = after
  const notes = table.notes.map((note, index) =>
    table.notes.length === 1 ? `注：${note}` : `${index === 0 ? '注：' : '　　'}${index + 1}. ${note}`,
  )
  for (const text of [...notes, ...rounding.map((line) => `舍位平衡：${line}`)]) {
    row += 1
    put(sheet, row, 1, 1, widths.length, text, styles.note as Partial<Style>)
    sheet.getRow(row).height = 3 + 12.5 * lineCount(text, sum(widths) * 1.08)
  }
  return row
}
