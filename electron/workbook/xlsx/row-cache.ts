import type { XlsxCell } from './book.ts'
import type { FoundCell, SheetContext } from './cell-value.ts'
import { addCell } from './cell-value.ts'
import { rememberedSize } from './package.ts'
import { recent } from './recent.ts'
import type { DateStyles } from './styles-part.ts'

/**
 * The rows of one sheet as they were read: where each row's tag is, the row and column the scan had come to before it, and the
 * first of its cells. The last entry is the end of the rows.
 */
type Rows = {
  bytes: Buffer
  starts: number[]
  rowsBefore: number[]
  columnsBefore: number[]
  firstCells: number[]
  cells: readonly XlsxCell[]
} & Depended

/** What the cells depended on besides their own bytes; null where the sheet asked for none. */
type Depended = { date1904: boolean; strings: readonly string[] | null; dateStyles: DateStyles | null }

/** Larger sheets, and those with larger tables of strings or styles, are not kept, so that odd files do not stay in memory. */
const mostBytesKept = 256 * 1024
const mostTableBytesKept = 256 * 1024
/**
 * All sheets of a large workbook: with room for fewer than the next file has, each would go before it is asked for again. In
 * memory, cells take several times the bytes that they were read from.
 */
const kept = recent<string, Rows>(
  { entries: 200, weight: 6 * 1024 * 1024 },
  ({ bytes, strings }) => bytes.length + (strings === null ? 0 : (rememberedSize(strings) ?? 0)),
)

/**
 * Remembers the rows of the sheet that was last read from each part: the workbooks of one scheme differ in figures, and their
 * heads, empty lines and most rows of checks are, byte by byte, those of the file before. What is found is the same as by
 * scanning (held to by a test), and counts against the limits as if scanned.
 */
export type RowMemory = {
  /** What the scan is to use in place of its context, so that the memory learns what the cells depended on. */
  readonly context: SheetContext
  /**
   * At the tag of a row, the scan having come to `row` and `column`: passes over it and adds its cells if it is the row that stood in the
   * same place; else false.
   */
  passRow(scan: FoundCell, tagAt: number, row: number, column: number): boolean
  /** Keeps the rows that were read, for the next file; `end` is the tag after the last, `row` and `column` where the scan has come to. */
  keep(scan: FoundCell, end: number, row: number, column: number): void
}

/** Memory for reading one sheet. */
export function rowMemory(part: string, bytes: Buffer, context: SheetContext): RowMemory {
  const depended: Depended = { date1904: context.date1904, strings: null, dateStyles: null }
  const rows: Rows = { ...depended, bytes, starts: [], rowsBefore: [], columnsBefore: [], firstCells: [], cells: [] }
  const held = kept.get(part)
  const known = held !== undefined && dependsOnTheSame(held, context) ? held : undefined
  if (known !== undefined) Object.assign(depended, { strings: known.strings, dateStyles: known.dateStyles })
  const note = (scan: FoundCell, tagAt: number, row: number, column: number): void => {
    rows.starts.push(tagAt)
    rows.rowsBefore.push(row)
    rows.columnsBefore.push(column)
    rows.firstCells.push(scan.cells.length)
  }
  return {
    context: {
      ...context,
      strings: () => (depended.strings = context.strings()),
      dateStyles: () => (depended.dateStyles = context.dateStyles()),
    },
    passRow: (scan, tagAt, row, column) => {
      const index = rows.starts.length
      note(scan, tagAt, row, column)
      const from = known?.starts[index]
      const to = known?.starts[index + 1]
      if (known === undefined || from === undefined || to === undefined || known.rowsBefore[index] !== row) return false
      const end = tagAt + to - from
      if (end > bytes.length || bytes.compare(known.bytes, from, to, tagAt, end) !== 0) return false
      for (let at = known.firstCells[index]!; at < known.firstCells[index + 1]!; at += 1) addCell(scan, known.cells[at]!)
      scan.at = end
      scan.row = known.rowsBefore[index + 1]!
      scan.column = known.columnsBefore[index + 1]!
      return true
    },
    keep: (scan, end, row, column) => {
      if (bytes.length > mostBytesKept || !isSmall(depended.strings) || !isSmall(depended.dateStyles)) return
      note(scan, end, row, column)
      kept.set(part, Object.assign(rows, depended, { bytes: ownBytes(bytes), cells: scan.cells }))
    },
  }
}

function dependsOnTheSame(held: Rows, context: SheetContext): boolean {
  try {
    return (
      held.date1904 === context.date1904 &&
      (held.strings === null || held.strings === context.strings()) &&
      (held.dateStyles === null || held.dateStyles === context.dateStyles())
    )
  } catch {
    // A broken table is not the same as a whole one. The sheet at hand may never ask for it; if it does, it is refused there.
    return false
  }
}

/** A table that a further file can have the same of, and that holds little: the cells keep the text of all its strings alive. */
function isSmall(table: object | null): boolean {
  return table === null || (rememberedSize(table) ?? Infinity) <= mostTableBytesKept
}

/** A part that was stored unpacked is a piece of the whole file, which must not stay in memory with it. */
function ownBytes(bytes: Buffer): Buffer {
  return bytes.byteLength < bytes.buffer.byteLength ? Buffer.from(bytes) : bytes
}
