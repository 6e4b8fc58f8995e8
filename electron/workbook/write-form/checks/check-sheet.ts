import type { Workbook, Worksheet } from 'exceljs'
import { checkSheet } from '../../manifest.ts'
import type { CheckRow } from './check-rows.ts'
import { checkMarks, levelTitles } from '../check-words.ts'
import { failureRule } from '../form/failure-rule.ts'
import { groupMarkFormula, groupWhyFormula, markFormula } from './line-checks.ts'
import { lineCount, linesHeight } from '../form/measure.ts'
import type { Spot } from '../placement/placement.ts'
import { quoteSheet } from '../placement/sheet-names.ts'
import { textKeys, type SheetFields } from '../template/template-field.ts'
import { align, colours, font, styles } from '../form/styles.ts'
import { put } from '../form/form-parts.ts'

const head = ['编号', '类型', '报表', '位置', '审核关系', '结果', '说明'] as const
const widths = [10, 8, 10, 30, 50, 7, 36] as const
const resultColumn = 6
const whyColumn = 7
const firstRow = 5

/** Range names of the results for the table sheets, because conditional formats of Excel 2007 cannot point to another sheet. */
const rangeNames = { marks: 'XTMARKS', whys: 'XTWHYS' } as const

export type CheckSheet = { fields: SheetFields; names: readonly { name: string; text: string }[]; whySpots: ReadonlyMap<string, Spot> }

/** Draws 审核: each check with its text, a live mark, and a cell for the explanation of a query (docs/workbook-format.md: What is in it). */
export function addCheckSheet(workbook: Workbook, rows: readonly CheckRow[], formulaOf: (row: CheckRow) => string | null): CheckSheet {
  const sheet = workbook.addWorksheet(checkSheet, {
    properties: { defaultRowHeight: 18, dyDescent: 0.25 },
    views: [{ state: 'frozen', xSplit: 0, ySplit: firstRow - 1, showGridLines: false }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: `${firstRow - 1}:${firstRow - 1}`,
    },
    headerFooter: { oddFooter: '&C第 &P 页 共 &N 页' },
  })
  widths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width
  })
  const fields: SheetFields = new Map()
  const whySpots = new Map<string, Spot>()
  const lastRow = Math.max(firstRow, firstRow + rows.length - 1)
  drawLead(sheet, lastRow, fields)
  rows.forEach((row, index) => {
    const at = firstRow + index
    drawRow(sheet, at, row, formulaOf(row))
    fields.set(`F${at}`, { kind: 'check', key: row.key })
    if (row.level !== 'query') return
    fields.set(`G${at}`, { kind: 'text', key: `why:${row.key}` })
    if (row.rule.kind === 'instance') whySpots.set(row.key, { sheet: checkSheet, row: at, column: whyColumn })
  })
  colourRows(sheet, lastRow)
  sheet.autoFilter = `A${firstRow - 1}:G${lastRow}`
  sheet.pageSetup.printArea = `A1:G${lastRow}`
  const range = (column: string): string => `${quoteSheet(checkSheet)}!$${column}$${firstRow}:$${column}$${lastRow}`
  return {
    fields,
    whySpots,
    names: [
      { name: rangeNames.marks, text: range('F') },
      { name: rangeNames.whys, text: range('G') },
    ],
  }
}

/** Colours the cells of a table sheet at which a check fails: red for an error, amber for a query without explanation. */
export function colourFailingCells(sheet: Worksheet, rows: readonly CheckRow[]): void {
  const byCell = new Map<string, { error: string[]; query: string[] }>()
  rows.forEach((row, index) => {
    if (row.at === null || row.at.sheet !== sheet.name) return
    const address = sheet.getCell(row.at.row, row.at.column).address
    const found = byCell.get(address) ?? { error: [], query: [] }
    const failed = `INDEX(${rangeNames.marks},${index + 1})="${checkMarks.fails}"`
    found[row.level].push(row.level === 'error' ? failed : `AND(${failed},INDEX(${rangeNames.whys},${index + 1})="")`)
    byCell.set(address, found)
  })
  for (const [ref, { error, query }] of byCell) {
    const rules = []
    if (error.length > 0) rules.push(failureRule(anyOf(error), colours.error, colours.red, 1))
    if (query.length > 0) rules.push(failureRule(anyOf(query), colours.query, colours.amber, 2))
    sheet.addConditionalFormatting({ ref, rules })
  }
}

function drawLead(sheet: Worksheet, lastRow: number, fields: SheetFields): void {
  put(sheet, 1, 1, 1, 7, '审核', styles.title)
  sheet.getRow(1).height = 30
  put(
    sheet,
    2,
    1,
    1,
    7,
    '✔ 通过　✘ 未通过　— 不适用（相关格都空着）。强制性：必须改正。核实性：改正，或在“说明”栏写明原因；只写“核实无误”不被接受。',
    styles.note,
  )
  sheet.getRow(2).height = 16
  const levels = `B${firstRow}:B${lastRow}`
  const marks = `F${firstRow}:F${lastRow}`
  const failing = (level: string): string => `COUNTIFS(${levels},"${level}",${marks},"${checkMarks.fails}")`
  const explained = `COUNTIFS(${levels},"${levelTitles.query}",${marks},"${checkMarks.fails}",G${firstRow}:G${lastRow},"?*")`
  const formula = `"强制性未通过 "&${failing(levelTitles.error)}&" 条，核实性待说明 "&(${failing(levelTitles.query)}-${explained})&" 条"`
  put(sheet, 3, 1, 1, 7, { formula, date1904: false }, { font: font(11, { bold: true }), alignment: align('left') })
  fields.set('A3', { kind: 'text', key: textKeys.checkSummary })
  sheet.getRow(3).height = 20
  head.forEach((title, index) => put(sheet, firstRow - 1, index + 1, 1, 1, title, styles.head))
  sheet.getRow(firstRow - 1).height = 20
}

function drawRow(sheet: Worksheet, at: number, row: CheckRow, formula: string | null): void {
  const texts = [row.id, levelTitles[row.level], row.table, row.place, row.text]
  texts.forEach((text, index) => put(sheet, at, index + 1, 1, 1, text, index === 1 ? styles.centre : styles.text))
  const mark = row.rule.kind === 'lines' ? groupMarkFormula(row.rule.lines) : markFormula(formula)
  put(sheet, at, resultColumn, 1, 1, mark === null ? null : { formula: mark, date1904: false }, {
    ...styles.centre,
    font: font(12, { bold: true }),
  })
  const why = row.rule.kind === 'lines' ? groupWhyFormula(row.rule.lines) : null
  const open = row.level === 'query' && row.rule.kind === 'instance'
  put(
    sheet,
    at,
    whyColumn,
    1,
    1,
    why === null ? null : { formula: why, date1904: false },
    open ? { ...styles.text, numFmt: '@', protection: { locked: false } } : styles.blocked,
  )
  const lines = Math.max(...texts.map((text, index) => lineCount(text, widths[index] ?? 10)))
  sheet.getRow(at).height = linesHeight(lines)
}

function colourRows(sheet: Worksheet, lastRow: number): void {
  const failed = `$F${firstRow}="${checkMarks.fails}"`
  const of = (level: string): string => `$B${firstRow}="${level}"`
  sheet.addConditionalFormatting({
    ref: `A${firstRow}:G${lastRow}`,
    rules: [
      failureRule(`AND(${failed},${of(levelTitles.error)})`, colours.error, colours.red, 1),
      failureRule(`AND(${failed},${of(levelTitles.query)},$G${firstRow}="")`, colours.query, colours.amber, 2),
    ],
  })
}

function anyOf(tests: readonly string[]): string {
  return tests.length === 1 ? (tests[0] ?? '') : `OR(${tests.join(',')})`
}
