import type { Style, Workbook, Worksheet } from 'exceljs'
import type { EvaluationView, ItemScore } from '../../../shared/api/consolidation.ts'
import { fromText, toBinary } from '../../../shared/decimal/decimal.ts'
import { display, NO_FIGURE, patternFor } from '../../../shared/decimal/display.ts'
import type { Scheme } from '../../../shared/scheme/scheme.ts'
import { drawnFrom, type Summary, type SummaryGroup } from '../../../shared/summary/summary.ts'
import { moneySentence } from '../../../shared/text/controlled-rounding-lines.ts'
import { formatAddress } from '../xlsx/address.ts'
import { put, sum } from '../write-form/form/form-parts.ts'
import { lineCount, linesHeight } from '../write-form/form/measure.ts'
import { align, font, styles } from '../write-form/form/styles.ts'
import { pageWidth } from '../write-form/form/table-widths.ts'

type Shown = string | number | null
type Column = { title: string; width: number; style?: Partial<Style> }
type Line = readonly { value: Shown; style?: Partial<Style> }[]

const figure: Partial<Style> = { ...styles.text, alignment: align('right', { wrapText: false, shrinkToFit: true }) }
const unmet: Partial<Style> = { font: font(10, { bold: true, color: { argb: 'FFB42318' } }) }

/** Adds the sheet of groups: filed, expected and missing units of each. */
export function addGroupsSheet(workbook: Workbook, name: string, input: Summary): void {
  const columns: Column[] = [
    { title: '汇总范围', width: 26 },
    { title: '已报', width: 8, style: figure },
    { title: '应报', width: 8, style: figure },
    { title: '未报', width: 8, style: figure },
    { title: '未报单位', width: 50 },
  ]
  const lines = input.groups.map(({ title, filed, expected, missing }) =>
    cells(title, filed, expected, expected - filed, missing.map((unit) => unit.name).join('、')),
  )
  const whole = input.groups.length === 1 && input.groups[0] !== undefined ? `　${drawnFrom(input.groups[0])}` : ''
  const unit = input.money === null ? '' : `　${moneySentence(input.money, 'zh')}`
  addList(workbook, name, `${input.scheme.title} 汇总表`, `${input.collector}　${input.periodTitle}${whole}${unit}`, columns, lines)
}

/** Adds the sheet of indicators with their targets: one group with verdicts, or several groups side by side. */
export function addIndicatorSheet(workbook: Workbook, name: string, input: Summary): void {
  const [first] = input.groups
  if (first === undefined) return
  const single = input.groups.length === 1
  const columns: Column[] = [
    { title: '序号', width: 6, style: styles.centre },
    { title: '指标', width: 36 },
    { title: '单位', width: 10, style: styles.centre },
    { title: '目标', width: 12, style: styles.centre },
    ...input.groups.map((group) => ({ title: single ? '数值' : group.title, width: 13, style: figure })),
    ...(single ? [{ title: '结果', width: 10, style: styles.centre }] : []),
  ]
  const lines = first.indicators.map(
    ({ indicator, met }, index): Line => [
      ...cells(index + 1, indicator.code, indicator.unit, indicator.target?.source ?? ''),
      ...input.groups.map((group) => indicatorCell(group, index)),
      ...(single ? [{ value: met === null ? '' : met ? '达到' : '未达到', ...(met === false ? { style: unmet } : {}) }] : []),
    ],
  )
  addList(workbook, name, '指标', `${input.collector}　${input.periodTitle}${single ? `　${drawnFrom(first)}` : ''}`, columns, lines)
}

/** Adds the sheet of the scored evaluation: the grade, the tree of items with points, scores and reasons, the total, the vetoes. */
export function addEvaluationSheet(workbook: Workbook, name: string, scheme: Scheme, evaluation: EvaluationView): void {
  const columns: Column[] = [
    { title: '序号', width: 10, style: styles.centre },
    { title: '评价内容', width: 44 },
    { title: '分值', width: 8, style: figure },
    { title: '得分', width: 8, style: figure },
    { title: '扣分原因', width: 34 },
    { title: '责任单位', width: 20 },
  ]
  const total = [...cells('', '合计'), score(evaluation.full), score(evaluation.score), ...cells('', '')]
  const lines = [...evaluation.items.flatMap((item) => itemLines(item, 0)), total]
  for (const veto of evaluation.vetoes) lines.push(cells(veto.code, `一票否决：${veto.text}`, null, null, veto.effect, ''))
  addList(workbook, name, `${scheme.title} 自评得分表`, evaluation.grade === null ? '' : `等次：${evaluation.grade}`, columns, lines)
}

/** Adds the sheet of failed checks of totals. */
export function addFindingsSheet(workbook: Workbook, name: string, findings: Summary['findings']): void {
  const columns: Column[] = [
    { title: '审核关系', width: 14 },
    { title: '单元格', width: 16 },
    { title: '审核结果', width: 56 },
    { title: '说明', width: 36 },
  ]
  addList(
    workbook,
    name,
    '汇总审核',
    '',
    columns,
    findings.map(({ check, cell, message, explanation }) => cells(check, cell, message, explanation ?? '')),
  )
}

function indicatorCell(group: SummaryGroup, index: number): { value: Shown; style?: Partial<Style> } {
  const found = group.indicators[index]
  if (found === undefined || found.value === null) return { value: NO_FIGURE }
  return {
    value: toBinary(found.value),
    style: { numFmt: formatOf(found.indicator.show, found.shown), ...(found.met === false ? unmet : {}) },
  }
}

/** An indicator's number format for one figure, with its own decimals, because Excel leaves a bare point after `100` in `0.##%`. */
function formatOf(show: string, shown: string): string {
  if (!/\.0*#/.test(show)) return show
  const decimals = shown.replace('%', '').split('.')[1]?.length ?? 0
  return patternFor({ decimals, percent: show.endsWith('%'), grouping: show.startsWith('#,##0') })
}

function itemLines(item: ItemScore, depth: number): Line[] {
  const title = { value: item.title, style: { alignment: align('left', { indent: depth }) } }
  const own: Line = [...cells(item.code), title, score(item.points), score(item.score), ...cells(item.reason, item.responsible.join('、'))]
  return [own, ...item.items.flatMap((child) => itemLines(child, depth + 1))]
}

/** Points with their own decimals, at most four, because `0.####` leaves a bare point after a whole number. */
function score(text: string | null): Line[number] {
  const value = text === null ? null : fromText(text)
  if (value === null) return { value: NO_FIGURE }
  const decimals = display(value, '0.####').split('.')[1]?.length ?? 0
  return { value: toBinary(value), style: { numFmt: patternFor({ decimals }) } }
}

function cells(...values: Shown[]): Line {
  return values.map((value) => ({ value }))
}

function addList(workbook: Workbook, name: string, title: string, lead: string, columns: readonly Column[], lines: readonly Line[]): void {
  const widths = columns.map(({ width }) => width)
  const headRow = 3
  const sheet = workbook.addWorksheet(name, {
    properties: { defaultRowHeight: 18, dyDescent: 0.25 },
    views: [{ state: 'frozen', xSplit: 0, ySplit: headRow, showGridLines: false }],
    pageSetup: {
      paperSize: 9,
      orientation: sum(widths) > pageWidth.portrait ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: `${headRow}:${headRow}`,
    },
    headerFooter: { oddFooter: '&C第 &P 页 共 &N 页' },
  })
  columns.forEach(({ title: columnTitle, width }, index) => {
    sheet.getColumn(index + 1).width = width
    put(sheet, headRow, index + 1, 1, 1, columnTitle, styles.head)
  })
  put(sheet, 1, 1, 1, columns.length, title, styles.title)
  sheet.getRow(1).height = linesHeight(lineCount(title, sum(widths) / 1.7)) + 12
  put(sheet, 2, 1, 1, columns.length, lead, { ...styles.lead, alignment: align('center') })
  sheet.getRow(2).height = linesHeight(lineCount(lead, sum(widths)))
  sheet.getRow(headRow).height = linesHeight(Math.max(...columns.map((column) => lineCount(column.title, column.width))))
  lines.forEach((line, index) => drawLine(sheet, headRow + 1 + index, columns, line))
  sheet.pageSetup.printArea = `A1:${formatAddress(headRow + Math.max(1, lines.length), columns.length)}`
}

function drawLine(sheet: Worksheet, row: number, columns: readonly Column[], line: Line): void {
  let lines = 1
  line.forEach(({ value, style }, index) => {
    const column = columns[index]
    if (column === undefined) return
    put(sheet, row, index + 1, 1, 1, value, { ...(column.style ?? styles.text), ...style })
    if (typeof value === 'string') lines = Math.max(lines, lineCount(value, column.width))
  })
  sheet.getRow(row).height = Math.min(linesHeight(lines), 409)
}
