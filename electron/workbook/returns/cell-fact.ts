import { fromText, toText } from '../../../shared/decimal/decimal.ts'
import { parseDate } from '../../../shared/filing/parse-date.ts'
import { fitNumber, fitText, parseTyped, type Parsed } from '../../../shared/filing/parse-value.ts'
import { shortened } from '../../../shared/filing/shortened.ts'
import { problem } from '../../../shared/problem.ts'
import type { Cell } from '../../../shared/scheme/scheme.ts'
import type { XlsxCell } from '../xlsx/book.ts'
import { plainDecimal } from '../xlsx/number-text.ts'
import { serialToIso } from '../xlsx/serial-date.ts'

/**
 * What a cell of a sheet says for a cell of the scheme (WORKBOOK.md In 4). Nothing is guessed.
 *
 * | on the sheet           | number cell             | text                   | choice                  | date                              |
 * |------------------------|-------------------------|------------------------|-------------------------|-----------------------------------|
 * | number                 | held to the cell        | its digits             | its digits              | a day number 1950–2100, or 20210901 |
 * | text                   | as a person typed it    | as it stands, to the character | as a person typed it | as typed, or digits of a day number |
 * | date                   | refused                 | ISO text               | refused                 | the day                           |
 * | TRUE, FALSE            | refused                 | TRUE, FALSE            | so, or 是, 否           | refused                           |
 * | formula with a value   | its value               | its value              | its value               | its value                         |
 * | formula without, error | refused                 | refused                | refused                 | refused                           |
 */
export function cellFact(found: XlsxCell, cell: Cell, date1904: boolean): Parsed {
  switch (found.kind) {
    case 'number':
      return numberFact(found.text, cell, date1904)
    case 'date':
      return dateCellFact(found.text, cell)
    case 'text':
      if (cell.type === 'text') return fitText(wellFormed(found.text))
      return cell.type === 'date' && dayNumber.test(found.text.trim()) ? dayFact(found.text.trim(), date1904) : parseTyped(found.text, cell)
    case 'boolean':
      return booleanFact(found.text, cell)
    case 'error':
      return { ok: false, problem: problem('error-value', { found: found.text }) }
    case 'formula-without-value':
      return { ok: false, problem: problem('formula-without-value', {}) }
  }
}

/** What a cell takes, in a few words, for the list of problems. */
export function expectedContent(cell: Cell): string {
  switch (cell.type) {
    case 'text':
      return '文字'
    case 'date':
      return '日期，如 2021-09-01'
    case 'choice':
      return cell.choices.join('/')
    case 'integer':
    case 'decimal': {
      const kind = cell.type === 'integer' ? '整数' : `数字，最多 ${cell.decimals} 位小数`
      const range = [cell.min === null ? '' : `≥ ${toText(cell.min)}`, cell.max === null ? '' : `≤ ${toText(cell.max)}`].filter(
        (one) => one !== '',
      )
      return [kind, ...range, cell.quantity === '' ? '' : `（${cell.quantity}）`].filter((one) => one !== '').join(' ')
    }
  }
}

const wholeNumber = /^-?\d{1,11}$/
const dayNumber = /^\d{5}$/
/** 1950-01-01 and 2100-12-31: a number outside is no day that a school means. */
const firstDay = '1950-01-01'
const lastDay = '2100-12-31'

function numberFact(text: string, cell: Cell, date1904: boolean): Parsed {
  if (cell.type === 'integer' || cell.type === 'decimal') {
    // Nearly every figure is a short whole number: it is its ten-thousandths, without a decimal being parsed.
    if (wholeNumber.test(text)) return fitNumber(Number(text) * 10_000 + 0, cell, text)
    const plain = plainDecimal(text)
    const number = plain === null ? null : fromText(plain)
    return plain === null || number === null
      ? { ok: false, problem: problem('not-a-number', { found: shortened(text), whole: cell.type === 'integer' }) }
      : fitNumber(number, cell, plain)
  }
  const plain = plainDecimal(text) ?? text
  if (cell.type === 'date') return dayFact(plain, date1904)
  return cell.type === 'text' ? fitText(plain) : parseTyped(plain, cell)
}

function dayFact(plain: string, date1904: boolean): Parsed {
  const day = parseDate(plain) ?? serialToIso(plain, date1904)?.slice(0, 10) ?? null
  return day !== null && day >= firstDay && day <= lastDay && parseDate(day) !== null
    ? { ok: true, fact: day }
    : { ok: false, problem: problem('not-a-date', { found: shortened(plain) }) }
}

function dateCellFact(text: string, cell: Cell): Parsed {
  if (cell.type === 'date') {
    const day = parseDate(text)
    return day === null || isSlip(day) ? { ok: false, problem: problem('not-a-date', { found: text }) } : { ok: true, fact: day }
  }
  const shown = text.replace('T', ' ')
  return cell.type === 'text' ? fitText(shown) : parseTyped(shown, cell)
}

/** What a cell with a date format makes of a small number (12) and of a year (2021): no date that anybody meant. */
function isSlip(day: string): boolean {
  return day < '1900-03-01' || (day >= '1905-03-14' && day <= '1905-09-30')
}

function booleanFact(text: string, cell: Cell): Parsed {
  if (cell.type === 'text') return fitText(text)
  const word = text === 'TRUE' ? '是' : '否'
  return parseTyped(cell.type === 'choice' && cell.choices.includes(word) ? word : text, cell)
}

/** Half a surrogate pair (written as `_xD800_`) cannot be stored or written again; it becomes U+FFFD. */
function wellFormed(text: string): string {
  return /[\ud800-\udfff]/.test(text) ? Buffer.from(text, 'utf8').toString('utf8') : text
}
