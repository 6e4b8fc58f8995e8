import type { DataValidation, Worksheet } from 'exceljs'
import { cellTypes } from '../../../../shared/cell-types/cell-types.ts'
import type { Allowed } from '../../../../shared/cell-types/definition.ts'
import { toText } from '../../../../shared/decimal/decimal.ts'
import type { Cell } from '../../../../shared/scheme/scheme.ts'
import { formatAddress } from '../../xlsx/address.ts'
import { notApplicableMark } from '../../manifest.ts'
import { dayNumber } from '../day-number.ts'

const longestListText = 255

export type InputCell = { cell: Cell; row: number; column: number; help: string }

/**
 * Gives the input cells of a sheet their validation (docs/workbook-format.md: What is in it). Numbers and dates are
 * checked by a formula of the `custom` kind, because Excel's `whole`, `decimal` and `date` kinds would refuse the `/`
 * of 不适用. Cells with the same rule share one rectangle, so the file stays small. `choiceRange` gives the range of
 * a choice list that cannot be written out.
 */
export function validateInputs(sheet: Worksheet, inputs: readonly InputCell[], choiceRange: (choices: readonly string[]) => string): void {
  const rectangles = columnsJoined(runs(inputs))
  for (const { first, lastRow, lastColumn } of rectangles) {
    const rule = ruleOf(first, choiceRange)
    if (rule === null) continue
    const from = formatAddress(first.row, first.column)
    const to = formatAddress(lastRow, lastColumn)
    addValidation(sheet, from === to ? from : `${from}:${to}`, rule)
  }
}

type Validated = Worksheet & { dataValidations: { add(address: string, rule: DataValidation): void } }

/** Adds a rule to a worksheet by a method that the types of exceljs leave out. */
function addValidation(sheet: Worksheet, range: string, rule: DataValidation): void {
  ;(sheet as Validated).dataValidations.add(range, rule)
}

function ruleOf(input: InputCell, choiceRange: (choices: readonly string[]) => string): DataValidation | null {
  const { cell } = input
  const help = input.help === '' ? {} : { showInputMessage: true, promptTitle: '指标解释', prompt: input.help.slice(0, 250) }
  const stop = { allowBlank: true, showErrorMessage: true, errorStyle: 'stop', errorTitle: '校统', error: refusalOf(cell).slice(0, 220) }
  const allowed = cellTypes[cell.type].allowed(cell)
  if (allowed.kind === 'any-text')
    return input.help === '' ? null : { type: 'textLength', operator: 'lessThanOrEqual', allowBlank: true, formulae: [32767], ...help }
  if (allowed.kind === 'choices') {
    const written = `"${[...cell.choices, notApplicableMark].join(',')}"`
    const plain = written.length <= longestListText && !cell.choices.some((choice) => /[,"\n]/.test(choice) || choice !== choice.trim())
    return { type: 'list', ...stop, ...help, formulae: [plain ? written : choiceRange([...cell.choices, notApplicableMark])] }
  }
  return { type: 'custom', ...stop, ...help, formulae: [numberRule(cell, allowed, formatAddress(input.row, input.column))] }
}

function numberRule(cell: Cell, allowed: Exclude<Allowed, { kind: 'any-text' | 'choices' }>, at: string): string {
  const tests = [`ISNUMBER(${at})`]
  if (allowed.kind === 'days') tests.push(`${at}>=${dayNumber(allowed.first)}`, `${at}<=${dayNumber(allowed.last)}`)
  else tests.push(`ROUND(${at},${allowed.decimals})=${at}`)
  if (cell.min !== null) tests.push(`${at}>=${toText(cell.min)}`)
  if (cell.max !== null) tests.push(`${at}<=${toText(cell.max)}`)
  return `OR(${at}="${notApplicableMark}",AND(${tests.join(',')}))`
}

/** The sentence that refuses a wrong content of a cell, with the remedy. */
function refusalOf(cell: Cell): string {
  const { refusal, verbatim } = cellTypes[cell.type]
  return verbatim ? refusal(cell) : `${refusal(cell)}不适用填“${notApplicableMark}”，没有数据留空。`
}

type Run = { first: InputCell; lastRow: number; lastColumn: number; signature: string }

/** Cells below one another with the same rule. */
function runs(inputs: readonly InputCell[]): Run[] {
  const sorted = [...inputs].sort((a, b) => a.column - b.column || a.row - b.row)
  const found: Run[] = []
  for (const input of sorted) {
    const signature = signatureOf(input)
    const run = found.at(-1)
    if (run !== undefined && run.signature === signature && run.lastColumn === input.column && run.lastRow === input.row - 1)
      run.lastRow = input.row
    else found.push({ first: input, lastRow: input.row, lastColumn: input.column, signature })
  }
  return found
}

/** Runs side by side over the same rows with the same rule. */
function columnsJoined(columns: readonly Run[]): Run[] {
  const joined: Run[] = []
  for (const run of columns) {
    const left = joined.find(
      (other) =>
        other.signature === run.signature &&
        other.first.row === run.first.row &&
        other.lastRow === run.lastRow &&
        other.lastColumn === run.first.column - 1,
    )
    if (left === undefined) joined.push({ ...run })
    else left.lastColumn = run.lastColumn
  }
  return joined
}

function signatureOf({ cell, help }: InputCell): string {
  return JSON.stringify([cell.type, cell.decimals, cell.min, cell.max, cell.choices, help])
}
