import { fromText, toText } from '../../../shared/decimal/decimal.ts'
import type { Fact } from '../../../shared/filing/facts.ts'
import { parseDate } from '../../../shared/filing/parse-date.ts'
import { fitNumber, parseTyped, type Parsed } from '../../../shared/filing/parse-value.ts'
import { problem } from '../../../shared/problem.ts'
import type { Cell } from '../../../shared/scheme/scheme.ts'
import type { XlsxCell } from '../xlsx/book.ts'
import { plainDecimal } from '../xlsx/number-text.ts'
import { serialToIso } from '../xlsx/serial-date.ts'

/**
 * What a cell of a sheet says for a cell of the scheme (WORKBOOK.md In 4).
 *
 * | on the sheet           | number cell             | text or choice          | date                     |
 * |------------------------|-------------------------|-------------------------|--------------------------|
 * | number                 | held to the cell        | its digits              | a day number, or 20210901 |
 * | text                   | as a person typed it    | as a person typed it    | as a person typed it     |
 * | date                   | refused                 | ISO text                | the date                 |
 * | formula with a value   | its value               | its value               | its value                |
 * | formula without, error | refused, never guessed  | refused                 | refused                  |
 */
export function cellFact(found: XlsxCell, cell: Cell, date1904: boolean): Parsed {
  switch (found.kind) {
    case 'number': {
      const plain = plainDecimal(found.text)
      const number = plain === null ? null : fromText(plain)
      if (plain === null || number === null) return refused(found.text, cell)
      if (cell.type === 'integer' || cell.type === 'decimal') return fitNumber(number, cell, plain)
      return cell.type === 'date' ? dateFact(plain, date1904) : parseTyped(plain, cell)
    }
    case 'date': {
      const day = found.text.slice(0, 10)
      if (cell.type === 'date') return dateText(day)
      return cell.type === 'text' ? { ok: true, fact: day } : refused(found.text, cell)
    }
    case 'text':
      return parseTyped(found.text, cell)
    case 'boolean':
      return parseTyped(found.text === 'TRUE' ? '是' : '否', cell)
    case 'error':
      return { ok: false, problem: problem('error-value', { found: found.text }) }
    case 'formula-without-value':
      return { ok: false, problem: problem('formula-without-value', {}) }
  }
}

/** What a cell takes, in a few words, for the list of problems. */
export function expectedContent(cell: Cell): string {
  switch (cell.type) {
    case 'text': return '文字'
    case 'date': return '日期'
    case 'choice': return cell.choices.join('/')
    case 'integer':
    case 'decimal': {
      const kind = cell.type === 'integer' ? '整数' : `最多 ${cell.decimals} 位小数`
      const range = [cell.min === null ? '' : `≥ ${toText(cell.min)}`, cell.max === null ? '' : `≤ ${toText(cell.max)}`].filter((one) => one !== '')
      return [kind, ...range].join(' ')
    }
  }
}

function dateFact(plain: string, date1904: boolean): Parsed {
  const compact = /^\d{8}$/.test(plain) ? parseDate(plain) : null
  return dateText(compact ?? serialToIso(plain, date1904)?.slice(0, 10) ?? plain)
}

function dateText(text: string): Parsed {
  const date = parseDate(text)
  return date === null ? { ok: false, problem: problem('not-a-date', { found: text }) } : { ok: true, fact: date satisfies Fact }
}

function refused(found: string, cell: Cell): Parsed {
  return { ok: false, problem: cell.type === 'date' ? problem('not-a-date', { found }) : problem('not-a-number', { found, whole: cell.type === 'integer' }) }
}
