import type { XlsxCell } from './book.ts'
import type { FoundCell, SheetContext } from './cell-value.ts'
import { addCell } from './cell-value.ts'
import { rememberedSize } from './package.ts'
import { recent } from './recent.ts'
import type { DateStyles } from './styles-part.ts'

/**
 * The rows of one sheet as read: of each row the position of its tag, the row and column of the scan before it, and the index
 * of its first cell. The last entry is the end of the rows.
 */
type Rows = {
  bytes: Buffer
  starts: number[]
  rowsBefore: number[]
  columnsBefore: number[]
  firstCells: number[]
  cells: readonly XlsxCell[]
} & Depended

/** The inputs of the cells besides their own bytes; null when the sheet used none. */
type Depended = { date1904: boolean; strings: readonly string[] | null; dateStyles: DateStyles | null }

/** Larger sheets, and sheets with larger tables of strings or styles, are not kept, so that odd files do not stay in memory. */
const mostBytesKept = 256 * 1024
const mostTableBytesKept = 256 * 1024
/**
 * Holds all sheets of a large workbook, because a smaller memory would drop each sheet before the next file needs it. In
 * memory, cells take several times the bytes of their source.
 */
const kept = recent<string, Rows>(
  { entries: 200, weight: 6 * 1024 * 1024 },
  ({ bytes, strings }) => bytes.length + (strings === null ? 0 : (rememberedSize(strings) ?? 0)),
)

/**
 * A memory of the rows last read from each sheet part. The workbooks of one scheme differ in figures, but their heads, empty
 * lines and most rows of checks are the same bytes. Remembered rows give the same cells as scanning (checked by a test) and
 * count against the limits as if scanned.
 */
export type RowCache = {
  /** The context for the scan, which tells the memory the inputs of the cells. */
  readonly context: SheetContext
  /**
   * Passes over the row whose tag is at `tagAt` and adds its cells when it equals the remembered row in the same place; else
   * false. `row` and `column` are those of the scan before the row.
   */
  passRow(scan: FoundCell, tagAt: number, row: number, column: number): boolean
  /** Keeps the rows that were read, for the next file; `end` is the tag after them, `row` and `column` those of the scan. */
  keep(scan: FoundCell, end: number, row: number, column: number): void
}

/** Makes the memory for reading one sheet. */
export function rowCacheOf(part: string, bytes: Buffer, context: SheetContext): RowCache {
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
    // A broken table differs from a whole one. A sheet that uses the table refuses it then.
    return false
  }
}

/** True for a small table that further files can share, because the cells keep all its strings in memory. */
function isSmall(table: object | null): boolean {
  return table === null || (rememberedSize(table) ?? Infinity) <= mostTableBytesKept
}

/** Copies a part that was stored unpacked, because such a part is a piece of the whole file, which must not stay in memory. */
function ownBytes(bytes: Buffer): Buffer {
  return bytes.byteLength < bytes.buffer.byteLength ? Buffer.from(bytes) : bytes
}
