import type { Leaf } from '../../../shared/scheme/scheme.ts'
import type { XlsxSheet } from '../xlsx/book.ts'
import { plainLabel } from './plain-label.ts'

/** Titles at one row or column of a sheet, from the outermost to the nearest. */
type Titled = { position: number; titles: string[] }

/** The largest number of texts with merged regions spread out; no head of a form has more. */
const mostCovered = 20_000
const stubDepth = 8

/** Finds columns by their titles with those of their groups above them, when the row of codes is gone. */
export function columnsByTitle(leaves: readonly Leaf[], sheet: XlsxSheet, lastHeadRow: number): Int32Array {
  const byColumn = new Map<number, string[]>()
  for (const { column, text } of wordsWithin(sheet, (row) => row <= lastHeadRow, 'down'))
    byColumn.set(column, [...(byColumn.get(column) ?? []), text])
  return matched(
    leaves,
    [...byColumn].map(([position, titles]) => ({ position, titles })),
  )
}

/** Finds rows by their titles with those of their groups left of them, when the column of codes is gone. */
export function rowsByTitle(leaves: readonly Leaf[], sheet: XlsxSheet, above: number, firstDataColumn: number): Int32Array {
  const byRow = new Map<number, string[]>()
  const last = Math.min(firstDataColumn - 1, stubDepth)
  for (const { row, text } of wordsWithin(sheet, (at, column) => at > above && column <= last, 'right'))
    byRow.set(row, [...(byRow.get(row) ?? []), text])
  return matched(
    leaves,
    [...byRow].map(([position, titles]) => ({ position, titles })),
  )
}

/** Finds a leaf where its whole path stands last, if only there; else where its own title stands last, if unique on both sides. */
function matched(leaves: readonly Leaf[], words: readonly Titled[]): Int32Array {
  const positions = new Int32Array(leaves.length)
  const paths = leaves.map((leaf) => leaf.path.map(plainLabel))
  // Texts that are no title of the table (the form's name, filled-in texts) are skipped.
  const known = new Set(paths.flat())
  const found = words.map(({ position, titles }) => ({ position, titles: titles.filter((title) => known.has(title)) }))
  const alike = new Map<string, number>()
  for (const path of paths) alike.set(path.at(-1) ?? '', (alike.get(path.at(-1) ?? '') ?? 0) + 1)
  paths.forEach((path, index) => {
    const title = path.at(-1) ?? ''
    const whole = found.filter(({ titles }) => path.every((part, at) => titles[titles.length - path.length + at] === part))
    const named = found.filter(({ titles }) => titles.at(-1) === title)
    const [only] = whole.length === 1 ? whole : named.length === 1 && alike.get(title) === 1 ? named : []
    if (only !== undefined) positions[index] = only.position
  })
  return positions
}

/** The texts of a region from the outermost to the nearest; a merged text is repeated in every row or column that it covers. */
function wordsWithin(
  sheet: XlsxSheet,
  inside: (row: number, column: number) => boolean,
  along: 'down' | 'right',
): { row: number; column: number; text: string }[] {
  const merges = new Map(sheet.merges.map((merge) => [`${merge.row} ${merge.column}`, merge]))
  const words: { row: number; column: number; text: string }[] = []
  for (const cell of sheet.cells) {
    if (cell.kind !== 'text' || !inside(cell.row, cell.column)) continue
    const text = plainLabel(cell.text)
    const merge = merges.get(`${cell.row} ${cell.column}`)
    const last = merge === undefined ? 0 : along === 'down' ? merge.lastColumn : merge.lastRow
    words.push({ row: cell.row, column: cell.column, text })
    if (along === 'down')
      for (let column = cell.column + 1; column <= last && words.length < mostCovered; column += 1)
        words.push({ row: cell.row, column, text })
    else for (let row = cell.row + 1; row <= last && words.length < mostCovered; row += 1) words.push({ row, column: cell.column, text })
  }
  return words.sort((a, b) => (along === 'down' ? a.row - b.row : a.column - b.column))
}
