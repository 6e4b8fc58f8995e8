import type { XlsxCell } from './book.ts'
import type { CellScan } from './cell-tag.ts'
import { cellType } from './cell-tag.ts'
import type { XlsxLimits } from './limits.ts'
import { isNumberText } from './number-text.ts'
import { XlsxRefusal, damaged } from './refusal.ts'
import { normaliseIso, serialToIso } from './serial-date.ts'
import type { DateStyles } from './styles-part.ts'
import { unescapeCellText, xmlText } from './xml-text.ts'

/** The shared state of all sheets of a book during reading. */
export type SheetContext = {
  readonly limits: XlsxLimits
  readonly date1904: boolean
  readonly strings: () => readonly string[]
  readonly dateStyles: () => DateStyles
  /** Cells and characters read so far in the whole book. */
  readonly spent: { cells: number; text: number }
}

/** A scan at the end of a cell, with the content found between the tags. */
export type FoundCell = CellScan & {
  readonly context: SheetContext
  readonly cells: XlsxCell[]
  /** The bytes of the value (-1 without one), the inline text, and true for the value of a formula. */
  valueAt: number
  valueEnd: number
  inlineText: string | null
  formula: boolean
}

/**
 * Adds the found cell, unless it is empty.
 *
 * | stored as        | value       | formula | becomes               |
 * |------------------|-------------|---------|-----------------------|
 * | any              | none, or empty text | no | nothing            |
 * | any              | none        | yes     | formula-without-value |
 * | number           | empty       | yes     | formula-without-value |
 * | number           | not a number| any     | text, trimmed         |
 * | number           | number      | any     | number, or date by the cell's format |
 * | formula's text   | empty       | yes     | text, empty           |
 */
export function keepCell(found: FoundCell, row: number, column: number, style: number, type: number): void {
  if (found.inlineText !== null) add(found, row, column, 'text', found.inlineText)
  else if (found.valueAt < 0) {
    if (found.formula) add(found, row, column, 'formula-without-value', '')
  } else if (type === cellType.number) keepNumber(found, row, column, style)
  else if (type === cellType.shared) keepShared(found, row, column)
  else keepText(found, row, column, type)
}

function keepNumber(found: FoundCell, row: number, column: number, style: number): void {
  let value = found.text.slice(found.valueAt, found.valueEnd)
  if (!isNumberText(value)) {
    value = xmlText(value, found.raw, found.part).trim()
    if (value === '') {
      if (found.formula) add(found, row, column, 'formula-without-value', '')
      return
    }
    if (!isNumberText(value)) return add(found, row, column, 'text', value)
  }
  addNumber(found, row, column, style, value)
}

/** Adds a number, or its date when the cell's format shows one. */
export function addNumber(found: FoundCell, row: number, column: number, style: number, value: string): void {
  const { context } = found
  if (context.dateStyles()[style] === 1) {
    const iso = serialToIso(value, context.date1904 ? 1904 : 1900)
    if (iso !== null) return add(found, row, column, 'date', iso)
  }
  add(found, row, column, 'number', value)
}

function keepShared(found: FoundCell, row: number, column: number): void {
  const { bytes, valueEnd } = found
  let index = 0
  let digits = 0
  for (let at = found.valueAt; at < valueEnd; at += 1) {
    const code = bytes[at]!
    if (code >= 48 && code <= 57 && digits < 9) {
      index = index * 10 + code - 48
      digits += 1
    } else if (code > 32) throw damaged('shared-string-missing', found.part)
  }
  if (digits > 0) addShared(found, row, column, index)
}

/** Adds the shared string at an index, which must exist. */
export function addShared(found: FoundCell, row: number, column: number, index: number): void {
  const text = found.context.strings()[index]
  if (text === undefined) throw damaged('shared-string-missing', found.part)
  add(found, row, column, 'text', text)
}

function keepText(found: FoundCell, row: number, column: number, type: number): void {
  const text = unescapeCellText(xmlText(found.text.slice(found.valueAt, found.valueEnd), found.raw, found.part))
  if (type === cellType.boolean) add(found, row, column, 'boolean', booleanText(text.trim(), found.part))
  else if (type === cellType.error) add(found, row, column, 'error', text)
  else {
    const iso = type === cellType.isoDate ? normaliseIso(text) : null
    add(found, row, column, iso === null ? 'text' : 'date', iso ?? text)
  }
}

function booleanText(text: string, part: string): string {
  if (text === '1' || text === 'true') return 'TRUE'
  if (text === '0' || text === 'false') return 'FALSE'
  throw damaged('cell-boolean-wrong', part)
}

function add(found: FoundCell, row: number, column: number, kind: XlsxCell['kind'], text: string): void {
  // An empty text without a formula is an empty cell.
  if (text !== '' || found.formula) addCell(found, { row, column, kind, text, formula: found.formula })
}

/** Adds a cell and counts the cost of the whole book, so that no file fills the memory (docs/design/workbook.md: Limits). */
export function addCell({ context: { limits, spent }, cells }: FoundCell, cell: XlsxCell): void {
  spent.cells += 1
  spent.text += cell.text.length
  if (spent.cells > limits.cells) throw new XlsxRefusal('too-many-cells', { found: spent.cells, allowed: limits.cells })
  if (spent.text > limits.textLength) throw new XlsxRefusal('too-large', { reason: 'text', found: spent.text, allowed: limits.textLength })
  cells.push(cell)
}
