import { lastColumn, lastRow } from './limits.ts'
import { damaged } from './refusal.ts'

/** How a cell's value is stored (its `t`). */
export const cellType = { number: 0, shared: 1, formulaText: 2, inline: 3, boolean: 4, error: 5, isoDate: 6 } as const

/**
 * What the scanner of cells knows while it runs over a sheet: one object for the whole sheet, no object per tag.
 * Positions count characters of `text`.
 */
export type CellScan = {
  readonly text: string
  readonly part: string
  /** Where the scan stands. */
  at: number
  /** Of the tag read last: its row and column (0 when it does not say), style, type, and whether it ended in `/>`. */
  row: number
  column: number
  style: number
  type: number
  empty: boolean
}

/**
 * The length of the local name at `scan.at` once a prefix has been passed; leaves `scan.at` on its first letter.
 * `x:row` and `row` are the same element.
 */
export function localName(scan: CellScan): number {
  const { text } = scan
  let start = scan.at
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 62 || code === 47 || code <= 32) {
      scan.at = start
      return at - start
    }
    if (code === 58) start = at + 1
  }
  throw damaged('xml-cut-off', scan.part)
}

/** Reads the attributes of a `row` or `c` tag from `scan.at` on and leaves it behind the `>`. Attributes other than r, s and t are passed over. */
export function readCellTag(scan: CellScan): void {
  const { text } = scan
  scan.row = 0
  scan.column = 0
  scan.style = 0
  scan.type = cellType.number
  let at = scan.at
  for (;;) {
    const code = text.charCodeAt(at)
    if (code === 62) break
    if (code <= 32 || code === 47) {
      at += 1
      continue
    }
    const nameAt = at
    while (at < text.length && text.charCodeAt(at) !== 61) at += 1
    const nameEnd = at
    do at += 1
    while (text.charCodeAt(at) <= 32)
    const quote = text.charCodeAt(at)
    if (quote !== 34 && quote !== 39) throw damaged('xml-attribute-broken', scan.part)
    const from = at + 1
    at = from
    while (at < text.length && text.charCodeAt(at) !== quote) at += 1
    if (at >= text.length) throw damaged('xml-cut-off', scan.part)
    if (nameEnd - nameAt === 1 || text.charCodeAt(nameAt + 1) <= 32) take(scan, text.charCodeAt(nameAt), from, at)
    at += 1
  }
  scan.empty = text.charCodeAt(at - 1) === 47
  scan.at = at + 1
}

function take(scan: CellScan, name: number, from: number, to: number): void {
  if (name === 114) readReference(scan, from, to)
  else if (name === 115) scan.style = readDigits(scan, from, to)
  else if (name === 116) scan.type = readType(scan, from, to)
}

/** `B7`, or only `7` on a row. */
function readReference(scan: CellScan, from: number, to: number): void {
  let at = from
  let column = 0
  for (; at < to; at += 1) {
    const code = scan.text.charCodeAt(at)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
    if (column > lastColumn) throw damaged('cell-outside-sheet', scan.part)
  }
  const row = readDigits(scan, at, to)
  if (row < 1 || row > lastRow) throw damaged('cell-outside-sheet', scan.part)
  scan.row = row
  scan.column = column
}

function readDigits(scan: CellScan, from: number, to: number): number {
  let value = 0
  for (let at = from; at < to; at += 1) {
    const digit = scan.text.charCodeAt(at) - 48
    if (!(digit >= 0 && digit <= 9) || value > 0xfffffff) throw damaged('cell-attribute-wrong', scan.part)
    value = value * 10 + digit
  }
  if (from >= to) throw damaged('cell-attribute-wrong', scan.part)
  return value
}

function readType(scan: CellScan, from: number, to: number): number {
  const first = scan.text.charCodeAt(from)
  if (to - from === 1) {
    if (first === 115) return cellType.shared
    if (first === 110) return cellType.number
    if (first === 98) return cellType.boolean
    if (first === 101) return cellType.error
    if (first === 100) return cellType.isoDate
  }
  const name = scan.text.slice(from, to)
  if (name === 'str') return cellType.formulaText
  if (name === 'inlineStr') return cellType.inline
  throw damaged('cell-type-unknown', scan.part)
}
