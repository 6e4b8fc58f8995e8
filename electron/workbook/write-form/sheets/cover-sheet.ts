import type { Workbook, Worksheet } from 'exceljs'
import type { Scheme } from '../../../../shared/scheme/scheme.ts'
import { approvalLines } from '../../../../shared/text/statutory-head.ts'
import { checkSheet, coverSheet, signFields, signTitles, type SignField } from '../../manifest.ts'
import { formatAddress } from '../../xlsx/address.ts'
import { lineCount, linesHeight } from '../form/measure.ts'
import { spotText, type Placement, type Spot } from '../placement/placement.ts'
import { textKeys, type SheetFields } from '../template/template-field.ts'
import { quoteSheet } from '../placement/sheet-names.ts'
import type { SheetLink } from '../template/template.ts'
import { align, font, styles } from '../form/styles.ts'
import { put } from '../form/form-parts.ts'

const widths = [16, 34, 40] as const

/** The instructions for filling the workbook in, for a person without the program. */
const instructions = [
  '白色格由填报单位填写；浅蓝色格自动计算；灰色带 × 的格不填。',
  '没有数据的格留空；确实为零的填 0；本单位没有这一项的填“/”，表示不适用。',
  `填完后看“${checkSheet}”表：强制性审核未通过（✘）的必须改正；核实性审核未通过的，改正或在该行“说明”栏写明原因。`,
  '请不要增删行列、改表名或移动单元格。保存为 .xlsx 后原样报回。',
] as const

/** The row of the form's approval and validity, between the facts and the sign-off; empty without an approval. */
const approvalRow = 9

/** The sign-off cells of 封面, the same in every workbook. */
export const signSpots: Readonly<Record<SignField, Spot>> = Object.fromEntries(
  signFields.map((field, index) => [field, { sheet: coverSheet, row: 10 + index, column: 2 }]),
) as Record<SignField, Spot>

/** The formula of the line of signatures under every table, from the cells of 封面. */
export function signLineFormula(): string {
  const parts = signFields.map((field) => {
    const at = spotText(signSpots[field])
    const value = field === 'reportedOn' ? `IF(${at}="","",TEXT(${at},"yyyy-mm-dd"))` : at
    return `"${signTitles[field]}："&${value}`
  })
  return parts.join('&"　　"&')
}

/** Draws 封面: period, unit, scheme and deadline, the sign-off, the list of tables, the instructions. */
export function addCoverSheet(
  workbook: Workbook,
  scheme: Scheme,
  placement: Placement,
): { fields: SheetFields; links: readonly SheetLink[] } {
  const sheet = workbook.addWorksheet(coverSheet, {
    properties: { defaultRowHeight: 20, dyDescent: 0.25 },
    views: [{ showGridLines: false }],
    pageSetup: { paperSize: 9, orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0, horizontalCentered: true },
  })
  widths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width
  })
  const fields: SheetFields = new Map()
  const links: SheetLink[] = []
  put(sheet, 1, 1, 1, 3, scheme.title, styles.coverTitle)
  sheet.getRow(1).height = 26 * lineCount(scheme.title, 45) + 24
  put(sheet, 2, 1, 1, 3, null, { font: font(14), alignment: align('center') })
  fields.set('A2', { kind: 'text', key: textKeys.period })
  sheet.getRow(2).height = 26

  const facts: [title: string, key: string | null, text: string][] = [
    ['填报单位', textKeys.unit, ''],
    ['单位代码', 'unit:code', ''],
    ['制定机关', null, scheme.issuer],
    ['报表方案', null, `${scheme.title}（${scheme.id} ${scheme.version}）`],
    ['报送期限', null, scheme.deadlines.units ?? ''],
  ]
  facts.forEach(([title, key, text], index) => {
    const row = 4 + index
    put(sheet, row, 1, 1, 1, title, styles.label)
    put(sheet, row, 2, 1, 2, text === '' ? null : text, styles.text)
    if (key !== null) fields.set(formatAddress(row, 2), { kind: 'text', key })
    sheet.getRow(row).height = linesHeight(lineCount(text, 74))
  })
  const approval = approvalLines(scheme, 'zh')
    .map(({ label, value }) => `${label}：${value}`)
    .join('　　')
  if (approval !== '') {
    put(sheet, approvalRow, 1, 1, 3, approval, { font: font(10), alignment: align('left') })
    sheet.getRow(approvalRow).height = linesHeight(lineCount(approval, 88))
  }
  drawSignOff(sheet, fields)
  const last = drawInstructions(sheet, drawContents(sheet, placement, links))
  sheet.pageSetup.printArea = `A1:C${last}`
  return { fields, links }
}

function drawSignOff(sheet: Worksheet, fields: SheetFields): void {
  for (const field of signFields) {
    const { row, column } = signSpots[field]
    put(sheet, row, 1, 1, 1, signTitles[field], styles.label)
    const date = field === 'reportedOn'
    put(sheet, row, column, 1, 2, null, { ...styles.text, numFmt: date ? 'yyyy-mm-dd' : '@', protection: { locked: false } })
    fields.set(formatAddress(row, column), { kind: 'text', key: `sign:${field}` })
    sheet.getRow(row).height = 22
  }
}

function drawContents(sheet: Worksheet, placement: Placement, links: SheetLink[]): number {
  let row = 16
  put(sheet, row, 1, 1, 1, '表号', styles.head)
  put(sheet, row, 2, 1, 2, '报表', styles.head)
  for (const { table, sheet: name } of placement.places) {
    row += 1
    links.push({ ref: formatAddress(row, 1), location: `${quoteSheet(name)}!A1` })
    put(sheet, row, 1, 1, 1, table.code, { ...styles.centre, font: font(10, { underline: true, color: { argb: 'FF17635A' } }) })
    put(sheet, row, 2, 1, 2, table.title, styles.text)
    sheet.getRow(row).height = linesHeight(lineCount(table.title, 74))
  }
  return row
}

function drawInstructions(sheet: Worksheet, after: number): number {
  let row = after + 2
  put(sheet, row, 1, 1, 3, '填表说明', { font: font(11, { bold: true }), alignment: align('left') })
  instructions.forEach((text, index) => {
    row += 1
    const line = `${index + 1}. ${text}`
    put(sheet, row, 1, 1, 3, line, { font: font(10), alignment: align('left', { vertical: 'top' }) })
    sheet.getRow(row).height = linesHeight(lineCount(line, 88)) - 2
  })
  return row
}
