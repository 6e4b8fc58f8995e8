import type { Worksheet } from 'exceljs'
import { REQUIRED_CHECK } from '../../../../shared/check/run-checks.ts'
import type { Facts } from '../../../../shared/filing/facts.ts'
import { listLength } from '../../../../shared/filing/facts.ts'
import { gatherRanges } from '../../../../shared/formula/kit/excel-ranges.ts'
import { fitsExcel } from '../../../../shared/formula/excel/to-excel.ts'
import type { Cell, Leaf, Scheme } from '../../../../shared/scheme/scheme.ts'
import type { CellRef } from '../../../../shared/words.ts'
import { columnLetters, formatAddress } from '../../xlsx/address.ts'
import { failureRule } from '../form/failure-rule.ts'
import { cellsOf, spotText, type TablePlace } from '../placement/placement.ts'
import { quoteSheet } from '../placement/sheet-names.ts'
import { colours } from '../form/styles.ts'

/**
 * The cells of a table that may not be left blank (不适用 is an answer); one row of 审核 per table. In a list only lines with
 * content are checked.
 */
export type RequiredCells = {
  key: string
  id: string
  place: TablePlace
  text: string
  cells: readonly { ref: CellRef; row: number; column: number }[]
  columns: readonly string[]
}

const mostNamed = 6

/** The required cells of a table, or null when it has none. */
export function requiredCells(scheme: Scheme, place: TablePlace): RequiredCells | null {
  const { table } = place
  const cells = table.kind === 'grid' ? cellsOf(place, scheme.cells).filter(({ cell }) => asked(cell)) : []
  const columns = table.kind === 'list' ? table.leafColumns.filter(({ code }) => asked(table.cells.get(code))).map(({ code }) => code) : []
  if (cells.length === 0 && columns.length === 0) return null
  const titleOf = (leaves: readonly Leaf[], code: string): string => leaves.find((leaf) => leaf.code === code)?.title ?? code
  const names =
    table.kind === 'list'
      ? columns.map((code) => titleOf(table.leafColumns, code))
      : cells.map(({ cell }) => `${titleOf(table.leafRows, cell.row)}·${titleOf(table.leafColumns, cell.column)}`)
  const listed = `${names.slice(0, mostNamed).join('、')}${names.length > mostNamed ? ` 等 ${names.length} 格` : ''}`
  const text = `${table.kind === 'list' ? '填写的每一行都要填' : '必须填写'}：${listed}。没有这一项的填“/”。`
  return { key: `${REQUIRED_CHECK}@${table.code}`, id: REQUIRED_CHECK, place, text, cells, columns }
}

/** The formula for required cells, on another sheet: TRUE when none is blank. */
export function requiredFormula({ place, cells, columns }: RequiredCells): string {
  if (place.table.kind === 'grid') {
    const ranges = gatherRanges(cells.map(({ row, column }) => spotText({ sheet: place.sheet, row, column })))
    return `${ranges.map((range) => `COUNTBLANK(${range})`).join('+')}=0`
  }
  const range = (code: string): string => rangeText(place, code)
  const used = inputColumns(place)
    .map((code) => `(${range(code)}<>"")`)
    .join('+')
  const blank = columns.map((code) => `(${range(code)}="")`).join('+')
  return `SUMPRODUCT((${used}>0)*(${blank}))=0`
}

/** True when no required cell is blank in a filing's facts. */
export function requiredHolds({ place, cells, columns }: RequiredCells, facts: Facts): boolean {
  if (place.table.kind === 'grid') return cells.every(({ ref }) => facts.has(ref))
  const { code } = place.table
  const inputs = inputColumns(place)
  for (let line = listLength(facts, code); line >= 1; line -= 1) {
    const holds = (column: string): boolean => facts.has(`${code}.${line}.${column}`)
    if (inputs.some(holds) && !columns.every(holds)) return false
  }
  return true
}

/**
 * A formula on one line of a list that gives an empty text while the line is empty, because an empty line is no line. Null
 * when Excel cannot hold the formula.
 */
export function onFilledLine(place: TablePlace, row: number, formula: string): string | null {
  const inputs = gatherRanges(inputColumns(place).map((code) => formatAddress(row, columnOf(place, code))))
  const whole = `IF(COUNTA(${inputs.join(',')})=0,"",${formula})`
  return fitsExcel(whole) ? whole : null
}

/** Tints required cells while they are blank. */
export function tintRequired(sheet: Worksheet, { place, cells, columns }: RequiredCells): void {
  const tint = (ref: string, test: string): void =>
    sheet.addConditionalFormatting({ ref, rules: [failureRule(test, colours.query, colours.amber, 3)] })
  for (const { row, column } of cells) tint(formatAddress(row, column), `${formatAddress(row, column)}=""`)
  for (const code of columns) {
    const column = columnOf(place, code)
    const used = inputColumns(place)
      .map((one) => `$${columnLetters(columnOf(place, one))}${place.firstRow}<>""`)
      .join(',')
    const first = formatAddress(place.firstRow, column)
    tint(`${first}:${formatAddress(place.lastRow, column)}`, `AND(OR(${used}),${first}="")`)
  }
}

function asked(cell: Cell | undefined): boolean {
  return cell !== undefined && cell.required && cell.state === 'input'
}

function inputColumns({ table }: TablePlace): string[] {
  return table.kind === 'grid' ? [] : table.leafColumns.map(({ code }) => code).filter((code) => table.cells.get(code)?.state === 'input')
}

function columnOf(place: TablePlace, code: string): number {
  return place.firstColumn + place.table.leafColumns.findIndex((leaf) => leaf.code === code)
}

function rangeText(place: TablePlace, code: string): string {
  const letters = columnLetters(columnOf(place, code))
  return `${quoteSheet(place.sheet)}!$${letters}$${place.firstRow}:$${letters}$${place.lastRow}`
}
