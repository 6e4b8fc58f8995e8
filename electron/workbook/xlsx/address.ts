import { lastColumn, lastRow } from './limits.ts'

/** Parses a cell address: A1 → { row: 1, column: 1 }; `$` signs are allowed. Null for anything that is not one cell of a sheet. */
export function parseAddress(text: string): { row: number; column: number } | null {
  let at = text.charCodeAt(0) === 36 ? 1 : 0
  let column = 0
  for (; ; at += 1) {
    const code = text.charCodeAt(at)
    if (!(code >= 65 && code <= 90) || column > lastColumn) break
    column = column * 26 + code - 64
  }
  if (text.charCodeAt(at) === 36) at += 1
  let row = 0
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (!(code >= 48 && code <= 57) || row > lastRow) return null
    row = row * 10 + code - 48
  }
  return row >= 1 && row <= lastRow && column >= 1 && column <= lastColumn ? { row, column } : null
}

/** Writes a cell address: { row: 1, column: 28 } → AB1. */
export function formatAddress(row: number, column: number): string {
  return columnLetters(column) + String(row)
}

/** The letters of a column: 1 → A, 28 → AB. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}

/** The corners of a region `A1:C3` or `A1`, in ascending order; null for a text that is no region of cells. */
export function parseRegion(text: string): { row: number; column: number; lastRow: number; lastColumn: number } | null {
  const colon = text.indexOf(':')
  const from = parseAddress(colon < 0 ? text : text.slice(0, colon))
  const to = colon < 0 ? from : parseAddress(text.slice(colon + 1))
  if (!from || !to) return null
  return {
    row: Math.min(from.row, to.row),
    column: Math.min(from.column, to.column),
    lastRow: Math.max(from.row, to.row),
    lastColumn: Math.max(from.column, to.column),
  }
}
