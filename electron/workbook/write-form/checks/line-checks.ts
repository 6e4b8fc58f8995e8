import type { Worksheet } from 'exceljs'
import { fitsExcel } from '../../../../shared/formula/excel/to-excel.ts'
import { columnLetters, formatAddress } from '../../xlsx/address.ts'
import { checkMarks, levelTitles } from '../check-words.ts'
import type { LineCheck } from './check-rows.ts'
import type { Spot } from '../placement/placement.ts'
import { quoteSheet } from '../placement/sheet-names.ts'
import type { SheetFields } from '../template/template-field.ts'
import { failureRule } from '../form/failure-rule.ts'
import { colours, font, styles } from '../form/styles.ts'
import { put } from '../form/form-parts.ts'

const markWidth = 20
const whyWidth = 30

/**
 * Draws the rules of a list table beside its lines, outside the printed form: a mark on each line, and a cell for the
 * explanation of a query, so that mistakes are seen while filling in. Returns the cells of the explanations.
 */
export function addLineChecks(
  sheet: Worksheet,
  checks: readonly LineCheck[],
  fields: SheetFields,
  formulaOf: (check: LineCheck, row: number) => string | null,
): Map<string, Spot> {
  const whySpots = new Map<string, Spot>()
  for (const check of checks) {
    const { place, markColumn, whyColumn } = check
    drawHead(sheet, check)
    check.keys.forEach((key, index) => {
      const row = place.firstRow + index
      const formula = markFormula(formulaOf(check, row))
      put(sheet, row, markColumn, 1, 1, formula === null ? null : { formula, date1904: false }, {
        ...styles.centre,
        font: font(12, { bold: true }),
      })
      fields.set(formatAddress(row, markColumn), { kind: 'check', key })
      if (whyColumn === null) return
      put(sheet, row, whyColumn, 1, 1, null, { ...styles.text, numFmt: '@', protection: { locked: false } })
      fields.set(formatAddress(row, whyColumn), { kind: 'text', key: `why:${key}` })
      whySpots.set(key, { sheet: place.sheet, row, column: whyColumn })
    })
    colourLines(sheet, check)
  }
  return whySpots
}

/**
 * The formula of a mark: ✔ or ✘ from a rule's formula, and — when the rule does not apply, because its empty text is no
 * condition. Null without a formula, and when Excel cannot hold the whole: then the mark itself is written.
 */
export function markFormula(formula: string | null): string | null {
  const { holds, fails, notApplicable } = checkMarks
  const whole = formula === null ? null : `IFERROR(IF(${formula},"${holds}","${fails}"),"${notApplicable}")`
  return whole !== null && fitsExcel(whole) ? whole : null
}

/** The formula for the mark of a rule over all lines: ✘ when a line fails, ✔ when one holds, else —. */
export function groupMarkFormula(check: LineCheck): string {
  const { holds, fails, notApplicable } = checkMarks
  const marks = rangeOf(check, check.markColumn)
  return `IF(COUNTIF(${marks},"${fails}")>0,"${fails}",IF(COUNTIF(${marks},"${holds}")>0,"${holds}","${notApplicable}"))`
}

/** The formula of a hint that is shown unless a failing line of a query has no explanation; null for an error rule. */
export function groupWhyFormula(check: LineCheck): string | null {
  if (check.whyColumn === null) return null
  return `IF(COUNTIFS(${rangeOf(check, check.markColumn)},"${checkMarks.fails}",${rangeOf(check, check.whyColumn)},"")>0,"","${linesExplained}")`
}

export const linesExplained = '逐行填写在该表右侧'

function rangeOf({ place }: LineCheck, column: number): string {
  const letters = columnLetters(column)
  return `${quoteSheet(place.sheet)}!$${letters}$${place.firstRow}:$${letters}$${place.lastRow}`
}

function drawHead(sheet: Worksheet, { check, place, markColumn, whyColumn }: LineCheck): void {
  const { headRow, firstRow } = place
  const rows = firstRow - headRow
  put(
    sheet,
    headRow,
    markColumn,
    rows,
    1,
    whyColumn === null ? `${check.id} ${check.message}` : `${levelTitles[check.level]} ${check.id}`,
    styles.head,
  )
  sheet.getColumn(markColumn).width = markWidth
  sheet.getColumn(place.lastColumn + 1).width = 3
  if (whyColumn === null) return
  put(sheet, headRow, whyColumn, rows, 1, `说明：${check.message}`, styles.head)
  sheet.getColumn(whyColumn).width = whyWidth
}

function colourLines(sheet: Worksheet, { check, place, markColumn, whyColumn, atColumn }: LineCheck): void {
  const failed = `$${columnLetters(markColumn)}${place.firstRow}="${checkMarks.fails}"`
  const test = whyColumn === null ? failed : `AND(${failed},$${columnLetters(whyColumn)}${place.firstRow}="")`
  const rule =
    check.level === 'error' ? failureRule(test, colours.error, colours.red, 1) : failureRule(test, colours.query, colours.amber, 2)
  for (const column of atColumn === null ? [markColumn] : [atColumn, markColumn]) {
    sheet.addConditionalFormatting({
      ref: `${formatAddress(place.firstRow, column)}:${formatAddress(place.lastRow, column)}`,
      rules: [rule],
    })
  }
}
