/**
 * The kinds of cells and their texts. Rows and columns count from 1, as on the sheet (row 1, column 1 is A1).
 *
 * | kind                  | text                                                                          |
 * |-----------------------|-------------------------------------------------------------------------------|
 * | number                | unchanged from the file, `1E3` and `0.30000000000000004` included (number-text.ts) |
 * | text                  | the text, rich text joined, phonetic guides left out                           |
 * | boolean               | `TRUE` or `FALSE`                                                              |
 * | error                 | `#DIV/0!`, `#N/A` …                                                            |
 * | date                  | `2024-03-01`, `2024-03-01T08:30:00`, or `08:30:00` for a time without a day     |
 * | formula-without-value | empty: the program that wrote the file did not calculate                       |
 */
type XlsxCellKind = 'number' | 'text' | 'boolean' | 'error' | 'date' | 'formula-without-value'

/** A cell with content. `formula` is true when the program that wrote the file calculated the value. */
export type XlsxCell = { row: number; column: number; kind: XlsxCellKind; text: string; formula: boolean }

/** A merged region, both corners included. Only its first cell has content; the cells under the rest are left out. */
export type XlsxMerge = { row: number; column: number; lastRow: number; lastColumn: number }

export type XlsxSheetState = 'visible' | 'hidden' | 'veryHidden'

/** A sheet. Its cells and merges are unpacked and read at first use, which may throw an XlsxRefusal. */
export type XlsxSheet = {
  readonly name: string
  readonly state: XlsxSheetState
  /** False for chart sheets and macro sheets, which have no cells. */
  readonly hasCells: boolean
  /** Cells with content, row by row, each row from left to right. */
  readonly cells: readonly XlsxCell[]
  readonly merges: readonly XlsxMerge[]
  /** The cell at a row and column (from 1); undefined when empty. */
  at(row: number, column: number): XlsxCell | undefined
}

/** The cell of a defined name. */
export type XlsxTarget = { readonly sheet: string; readonly row: number; readonly column: number }

/**
 * A defined name. `target` is null unless the name means one cell of this workbook (not a range, a constant, a formula,
 * another workbook, #REF!); `text` is the definition in the file. `scope` is the index of the sheet of a local name.
 */
export type XlsxName = {
  readonly name: string
  readonly scope: number | null
  readonly text: string
  readonly target: XlsxTarget | null
}

export type XlsxBook = {
  readonly sheets: readonly XlsxSheet[]
  readonly names: readonly XlsxName[]
  readonly date1904: boolean
}
