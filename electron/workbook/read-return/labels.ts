import { headWords } from '../../../shared/scheme/layout.ts'
import type { Leaf } from '../../../shared/scheme/scheme.ts'
import type { XlsxCell, XlsxSheet } from '../xlsx/book.ts'
import { plainCode, plainLabel } from './plain-label.ts'
import type { Shape } from './shape.ts'
import { columnsByTitle, rowsByTitle } from './titles.ts'

/**
 * The positions of a table by the labels on its sheet: the row of column codes and the column of row codes, or the titles
 * where there are no codes. Positions from 1, 0 for a label that is missing or stands there twice. `codeRow` and `codeColumn`
 * are 0 without codes; `headRow` is the last row of the head, in a grid without column codes the row above its first row.
 */
export type Labels = { rows: Int32Array; columns: Int32Array; codeRow: number; codeColumn: number; headRow: number }

/** The last row searched for a head; no form has more rows above. */
const searchedRows = 200
/** The columns searched for row codes; no form has more. */
const searchedColumns = 400

/** Reads the labels of a table on a sheet. */
export function readLabels(shape: Shape, sheet: XlsxSheet): Labels {
  const { leafColumns } = shape.table
  const inHead = (cell: XlsxCell): boolean => cell.row <= searchedRows
  const head = bestLine(sheet, leafColumns, codeOf, 'row', headWords.first, inHead)
  if (shape.kind === 'list') {
    const titled = bestLine(sheet, leafColumns, titleOf, 'row', headWords.ordinal, inHead)
    const coded = head ?? titled
    // Some codes equal their titles, so the row of titles can pass for the row of codes; the other columns are then found by title.
    const columns = Int32Array.from(
      leafColumns,
      (_leaf, index) => coded?.found[index] || (titled !== null && titled.line === coded?.line ? (titled.found[index] ?? 0) : 0),
    )
    return { rows: new Int32Array(0), columns, codeRow: head?.line ?? 0, codeColumn: 0, headRow: coded?.line ?? 0 }
  }
  const below = head?.line ?? 0
  const firstData = head === null ? Infinity : leastOf(head.found)
  const stub = bestLine(
    sheet,
    shape.table.leafRows,
    codeOf,
    'column',
    headWords.second,
    (cell) => cell.row > below && cell.column < Math.min(firstData, searchedColumns),
  )
  const rows = stub?.found ?? rowsByTitle(shape.table.leafRows, sheet, below, firstData)
  const lastHeadRow = head?.line ?? Math.min(leastOf(rows) - 1, searchedRows)
  const columns = head?.found ?? columnsByTitle(leafColumns, sheet, lastHeadRow)
  return { rows, columns, codeRow: below, codeColumn: stub?.line ?? 0, headRow: lastHeadRow }
}

/**
 * True when the codes stand exactly at the positions found on another sheet of the same layout. A single pass over the cells,
 * without a search.
 */
export function labelsStand(shape: Shape, sheet: XlsxSheet, { rows, columns, codeRow, codeColumn }: Labels): boolean {
  const { leafColumns } = shape.table
  const leafRows = shape.kind === 'grid' ? shape.table.leafRows : []
  let row = 0
  let column = 0
  for (const cell of sheet.cells) {
    if (cell.row === codeRow && column < columns.length && cell.column === columns[column]) {
      if (cell.text !== leafColumns[column]?.code) return false
      column += 1
    } else if (cell.column === codeColumn && row < rows.length && cell.row === rows[row]) {
      if (cell.text !== leafRows[row]?.code) return false
      row += 1
    }
  }
  return row === rows.length && column === columns.length
}

/**
 * Finds the row (or column) of the sheet with most of the words, at least half of them; the corner code (甲, 乙) decides a draw.
 */
function bestLine(
  sheet: XlsxSheet,
  leaves: readonly Leaf[],
  wordOf: (leaf: Leaf) => string,
  along: 'row' | 'column',
  corner: string,
  belongs: (cell: XlsxCell) => boolean,
): { line: number; found: Int32Array } | null {
  const codes = codeIndex(leaves.map(wordOf))
  const lines = new Map<number, Line>()
  const cornered = new Set<number>()
  for (const cell of sheet.cells) {
    if (cell.kind !== 'text' && cell.kind !== 'number') continue
    const [at, position] = along === 'row' ? [cell.row, cell.column] : [cell.column, cell.row]
    const word = plainLabel(cell.text)
    if (word === corner) cornered.add(at)
    const index = belongs(cell) ? codes.get(plainCode(word)) : undefined
    if (index === undefined) continue
    const line = lines.get(at) ?? { found: new Int32Array(leaves.length), count: 0 }
    lines.set(at, line)
    const before = line.found[index] ?? 0
    if (before === 0) line.count += 1
    // A code that stands there twice gives no position.
    line.found[index] = before === 0 ? position : -1
  }
  const enough = Math.max(Math.min(2, leaves.length), Math.ceil(leaves.length / 2))
  let best: { line: number; found: Int32Array; weight: number } | null = null
  for (const [line, { found, count }] of [...lines].sort(([a], [b]) => a - b)) {
    const weight = count + (cornered.has(line) ? 0.5 : 0)
    // A single code may be any word of the sheet, so its corner must stand beside it.
    if (count < enough || (leaves.length === 1 && !cornered.has(line))) continue
    if (best === null || weight > best.weight) best = { line, found, weight }
  }
  if (best === null) return null
  for (let index = 0; index < best.found.length; index += 1) if (best.found[index] === -1) best.found[index] = 0
  return best
}

const codeOf = (leaf: Leaf): string => leaf.code
const titleOf = (leaf: Leaf): string => leaf.title

type Line = { found: Int32Array; count: number }

/** Codes by their plain form; forms that two codes share are left out. */
function codeIndex(words: readonly string[]): Map<string, number> {
  const index = new Map<string, number>()
  const shared = new Set<string>()
  words.forEach((word, at) => {
    const plain = plainCode(word)
    if (index.has(plain)) shared.add(plain)
    index.set(plain, at)
  })
  for (const plain of shared) index.delete(plain)
  return index
}

function leastOf(positions: Int32Array): number {
  return positions.reduce((least, position) => (position > 0 && position < least ? position : least), Infinity)
}
