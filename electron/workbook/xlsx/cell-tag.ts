import { lastColumn, lastRow } from './limits.ts'
import { damaged } from './refusal.ts'
import type { RawSource } from './xml-decode.ts'

/** The ways to store a cell's value (its `t`). */
export const cellType = { number: 0, shared: 1, formulaText: 2, inline: 3, boolean: 4, error: 5, isoDate: 6 } as const

/**
 * The state of the scanner of cells: one object for the whole sheet, none per tag. Positions count bytes of the source.
 */
export type CellScan = RawSource & {
  readonly part: string
  /** The position of the scan. */
  at: number
  /** Of the last tag: its row and column (0 when absent), style and type, and true when it ended in `/>`. */
  row: number
  column: number
  style: number
  type: number
  empty: boolean
}

/**
 * The length of the local name at `scan.at`; moves `scan.at` to its first letter, behind any prefix.
 * `x:row` and `row` are the same element.
 */
export function localName(scan: CellScan): number {
  const { bytes } = scan
  let start = scan.at
  for (let at = start; at < bytes.length; at += 1) {
    const code = bytes[at]!
    if (code === 62 || code === 47 || code <= 32) {
      scan.at = start
      return at - start
    }
    if (code === 58) start = at + 1
  }
  throw damaged('xml-cut-off', scan.part)
}

/**
 * Reads the attributes of a `row` or `c` tag from `scan.at` on and moves behind the `>`. Attributes other than r, s and t are
 * skipped.
 */
export function readCellTag(scan: CellScan): void {
  const { bytes } = scan
  const length = bytes.length
  scan.row = 0
  scan.column = 0
  scan.style = 0
  scan.type = cellType.number
  let at = scan.at
  while (at < length) {
    const code = bytes[at]!
    if (code === 62) {
      scan.empty = bytes[at - 1] === 47
      scan.at = at + 1
      return
    }
    if (code <= 32 || code === 47) {
      at += 1
      continue
    }
    let nameEnd = at + 1
    while (nameEnd < length && bytes[nameEnd]! > 32 && bytes[nameEnd] !== 61) nameEnd += 1
    const from = valueStart(scan, nameEnd)
    const quote = bytes[from - 1]!
    let to = from
    while (to < length && bytes[to] !== quote) to += 1
    if (nameEnd - at === 1) {
      if (code === 114) readReference(scan, from, to)
      else if (code === 115) scan.style = readDigits(scan, from, to)
      else if (code === 116) scan.type = readType(scan, from, to)
    }
    at = to + 1
  }
  throw damaged('xml-cut-off', scan.part)
}

/** The first byte inside the quotes of an attribute whose name ends at `at`. */
function valueStart(scan: CellScan, at: number): number {
  const { bytes } = scan
  let position = at
  while (bytes[position]! <= 32) position += 1
  if (bytes[position] !== 61) throw damaged('xml-attribute-broken', scan.part)
  do position += 1
  while (bytes[position]! <= 32)
  const quote = bytes[position]
  if (quote !== 34 && quote !== 39) throw damaged('xml-attribute-broken', scan.part)
  return position + 1
}

/** Reads the address `B7` of a cell, or `7` of a row. */
function readReference(scan: CellScan, from: number, to: number): void {
  const { bytes } = scan
  let at = from
  let column = 0
  for (; at < to; at += 1) {
    const letter = bytes[at]! - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
    if (column > lastColumn) throw damaged('cell-outside-sheet', scan.part)
  }
  const row = readDigits(scan, at, to)
  if (row < 1 || row > lastRow) throw damaged('cell-outside-sheet', scan.part)
  scan.row = row
  scan.column = column
}

/** Reads a whole number of at most nine digits. */
function readDigits(scan: CellScan, from: number, to: number): number {
  if (from >= to || to - from > 9) throw damaged('cell-attribute-wrong', scan.part)
  let value = 0
  for (let at = from; at < to; at += 1) {
    const digit = scan.bytes[at]! - 48
    if (digit < 0 || digit > 9) throw damaged('cell-attribute-wrong', scan.part)
    value = value * 10 + digit
  }
  return value
}

function readType(scan: CellScan, from: number, to: number): number {
  if (to - from === 1) {
    const code = scan.bytes[from]
    if (code === 115) return cellType.shared
    if (code === 110) return cellType.number
    if (code === 98) return cellType.boolean
    if (code === 101) return cellType.error
    if (code === 100) return cellType.isoDate
  }
  const name = scan.text.slice(from, to)
  if (name === 'str') return cellType.formulaText
  if (name === 'inlineStr') return cellType.inline
  throw damaged('cell-type-unknown', scan.part)
}
