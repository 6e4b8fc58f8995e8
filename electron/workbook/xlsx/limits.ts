/** The limits of a workbook; a file beyond one is refused (docs/design/workbook.md: Limits). All limits of the reader are here. */
export type XlsxLimits = {
  /** Bytes of the file on disk. */
  fileBytes: number
  /** Unpacked bytes of all parts together. */
  unpackedBytes: number
  /** Unpacked bytes of one part. The limit bounds the peak, because a part is held as bytes and as text for a moment. */
  partBytes: number
  /** Entries in the zip directory. */
  entries: number
  /** Sheets of all kinds. */
  sheets: number
  /** Cells with content in all sheets together. */
  cells: number
  /** Entries in the table of shared strings. */
  sharedStrings: number
  /** Characters of text in all cells together, because a million cells may point to one long shared string. */
  textLength: number
  /** Defined names. */
  names: number
  /** Merged regions of one sheet. */
  merges: number
}

const MiB = 1024 * 1024

/** The limits of the program (docs/design/workbook.md: Limits); those not named there are far above any real school workbook. */
export const xlsxLimits: Readonly<XlsxLimits> = Object.freeze({
  fileBytes: 64 * MiB,
  unpackedBytes: 256 * MiB,
  partBytes: 128 * MiB,
  entries: 4096,
  sheets: 200,
  cells: 1_000_000,
  sharedStrings: 1_000_000,
  textLength: 64 * MiB,
  names: 100_000,
  merges: 100_000,
})

/** The size of a sheet, fixed by the file format (ECMA-376): rows 1–1,048,576 and columns 1–16,384. */
export const lastRow = 1_048_576
export const lastColumn = 16_384
