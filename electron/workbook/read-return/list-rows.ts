import type { XlsxCell, XlsxSheet } from '../xlsx/book.ts'
import type { Axes } from './axes.ts'
import { isBlankMark } from './blank-marks.ts'
import type { NamedTable } from './named.ts'
import { plainLabel } from './plain-label.ts'
import type { ListShape } from './shape.ts'

export type ListOnSheet = { shape: ListShape; sheet: XlsxSheet; axes: Axes; named: NamedTable | null }

/**
 * `lines`: the content of the input columns of each line, by sheet row. `computed`: the content of the computed columns.
 * `outside`: the content of rows that are no lines.
 * `offered`: the number that a row was handed out with, by its names, or by the number beside the row in a list without names.
 */
export type ListRows = {
  lines: ReadonlyMap<number, readonly XlsxCell[]>
  computed: readonly XlsxCell[]
  outside: readonly XlsxCell[]
  offered: ReadonlyMap<number, number>
}

/** A list ends below its offered rows at this many empty rows. */
const emptyRowsAtEnd = 10
const totals = new Set(['合计', '总计', '共计', '小计', '总合计'])

/**
 * The rows of a list with content, in order. A row is no line when it is a total that somebody added, a repeated head, a note
 * below the list, or holds nothing but strokes; the offered rows of a filing that the program wrote (`written`) are always
 * lines.
 */
export function listRows({ shape, sheet, axes, named }: ListOnSheet, written: boolean): ListRows {
  const { first, lastOffered, offered } = region(sheet, axes, named)
  const rows = new Map<number, XlsxCell[]>()
  const outside: XlsxCell[] = []
  const computed: XlsxCell[] = []
  if (first === 0) return { lines: rows, computed, outside, offered }
  const totalRows = new Set<number>()
  let last = lastOffered
  for (const cell of sheet.cells) {
    if (cell.row < first) continue
    if (isTotal(cell, axes.firstColumn)) totalRows.add(cell.row)
    const index = axes.columnAt.get(cell.column) ?? -1
    const state = shape.cells[index]?.state
    if (state === 'computed') computed.push(cell)
    if (state !== 'input' || (cell.kind === 'text' && cell.text.trim() === '')) continue
    if (cell.row > last + emptyRowsAtEnd) {
      outside.push(cell)
      continue
    }
    last = Math.max(last, cell.row)
    const cells = rows.get(cell.row)
    if (cells === undefined) rows.set(cell.row, [cell])
    else cells.push(cell)
  }
  for (const [row, cells] of rows) {
    if (written && offered.has(row)) continue
    const note = row > lastOffered && cells.length === 1 && cells[0]?.kind === 'text' && shape.columns > 1
    const nothing = cells.every(isBlankMark) || cells.every((cell) => isHead(cell, shape, axes))
    if (!note && !nothing && !totalRows.has(row)) continue
    rows.delete(row)
    if (!nothing) outside.push(...cells)
  }
  return { lines: rows, computed, outside, offered }
}

/** The first row of a list, 0 when unknown, its last offered row, and the offered rows by names, else by the numbers beside them. */
function region(
  sheet: XlsxSheet,
  { headRow, firstColumn }: Axes,
  named: NamedTable | null,
): { first: number; lastOffered: number; offered: ReadonlyMap<number, number> } {
  if (firstColumn === 0) return { first: 0, lastOffered: 0, offered: new Map() }
  const names = named?.lines ?? new Map<number, number>()
  let least = Infinity
  let most = 0
  for (const row of names.keys()) {
    least = Math.min(least, row)
    most = Math.max(most, row)
  }
  // A row inserted above the first line also lies below the head.
  const first = headRow > 0 && headRow < least ? headRow + 1 : least === Infinity ? 0 : least
  const numbers = new Map<number, number>()
  for (const cell of sheet.cells)
    if (cell.column === firstColumn - 1 && cell.row >= first && /^[1-9]\d{0,4}$/.test(cell.text)) numbers.set(cell.row, Number(cell.text))
  for (const row of numbers.keys()) most = Math.max(most, row)
  return { first, lastOffered: Math.max(most, first), offered: names.size > 0 ? names : numbers }
}

function isTotal(cell: XlsxCell, firstColumn: number): boolean {
  return cell.kind === 'text' && cell.column <= firstColumn && cell.text.length < 12 && totals.has(plainLabel(cell.text).replace(/:$/, ''))
}

function isHead(cell: XlsxCell, shape: ListShape, { columnAt }: Axes): boolean {
  const leaf = shape.table.leafColumns[columnAt.get(cell.column) ?? -1]
  const word = cell.kind === 'text' ? plainLabel(cell.text) : ''
  return leaf !== undefined && (word === plainLabel(leaf.code) || word === plainLabel(leaf.title))
}
