import type { DataValidation, Worksheet } from 'exceljs'
import { toText } from '../../../shared/decimal/decimal.ts'
import type { Cell } from '../../../shared/scheme/scheme.ts'
import { formatAddress } from '../xlsx/address.ts'
import { notApplicableMark } from '../manifest.ts'

/** 1950-01-01 and 2100-12-31 as day numbers: a date outside is a slip. */
const firstDay = 18_264
const lastDay = 73_415
const longestListText = 255

export type InputCell = { cell: Cell; row: number; column: number; help: string }

/**
 * Gives the input cells of a sheet their validation (WORKBOOK.md Out). Numbers and dates are checked by a formula of the
 * `custom` kind, because Excel's `whole`, `decimal` and `date` kinds would refuse the `/` of 不适用. Cells that ask for the
 * same stand in one rectangle, so the file stays small. `choiceRange` gives the range of a choice list too long to be written out.
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

/** exceljs has this on every worksheet but leaves it out of its types. */
function addValidation(sheet: Worksheet, range: string, rule: DataValidation): void {
  ;(sheet as Validated).dataValidations.add(range, rule)
}

function ruleOf(input: InputCell, choiceRange: (choices: readonly string[]) => string): DataValidation | null {
  const { cell } = input
  const help = input.help === '' ? {} : { showInputMessage: true, promptTitle: '指标解释', prompt: input.help.slice(0, 250) }
  const stop = { allowBlank: true, showErrorMessage: true, errorStyle: 'stop', errorTitle: '校统', error: expected(cell).slice(0, 220) }
  if (cell.type === 'text')
    return input.help === '' ? null : { type: 'textLength', operator: 'lessThanOrEqual', allowBlank: true, formulae: [32767], ...help }
  if (cell.type === 'choice') {
    const written = `"${[...cell.choices, notApplicableMark].join(',')}"`
    const plain = written.length <= longestListText && !cell.choices.some((choice) => /[,"\n]/.test(choice) || choice !== choice.trim())
    return { type: 'list', ...stop, ...help, formulae: [plain ? written : choiceRange([...cell.choices, notApplicableMark])] }
  }
  return { type: 'custom', ...stop, ...help, formulae: [numberRule(cell, formatAddress(input.row, input.column))] }
}

function numberRule(cell: Cell, at: string): string {
  const tests = [`ISNUMBER(${at})`]
  if (cell.type === 'date') tests.push(`${at}>=${firstDay}`, `${at}<=${lastDay}`)
  else tests.push(`ROUND(${at},${cell.decimals})=${at}`)
  if (cell.min !== null) tests.push(`${at}>=${toText(cell.min)}`)
  if (cell.max !== null) tests.push(`${at}<=${toText(cell.max)}`)
  return `OR(${at}="${notApplicableMark}",AND(${tests.join(',')}))`
}

/** What a cell takes, in words. */
function expected(cell: Cell): string {
  const apply = `不适用填“${notApplicableMark}”，没有数据留空。`
  if (cell.type === 'choice') return `请从列表中选择：${cell.choices.join('、')}。${apply}`
  if (cell.type === 'date') return `应为日期，例如 2021-09-01。${apply}`
  if (cell.type === 'text') return '应为文字。'
  const bounds = [cell.min === null ? '' : `不小于 ${toText(cell.min)}`, cell.max === null ? '' : `不大于 ${toText(cell.max)}`]
    .filter((text) => text !== '')
    .join('、')
  const number = cell.type === 'integer' ? '整数' : `数字，最多 ${cell.decimals} 位小数`
  return `应为${bounds === '' ? '' : `${bounds} 的`}${number}。${apply}`
}

type Run = { first: InputCell; lastRow: number; lastColumn: number; signature: string }

/** Cells below one another that ask for the same. */
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

/** Runs side by side that cover the same rows and ask for the same. */
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
