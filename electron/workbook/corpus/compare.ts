import type * as SheetJS from '@e965/xlsx'
import { formatAddress } from '../xlsx/address.ts'
import type { XlsxBook, XlsxCell, XlsxMerge } from '../xlsx/book.ts'

/** The result of comparing two readers on one file: the number of equal cells, and the differences in words (`表1!B3: …`). */
export type ReaderComparison = { same: number; differences: string[] }

type Library = Pick<typeof SheetJS, 'read' | 'SSF'>
type OtherCell = SheetJS.CellObject

/** Error values by their numbers in SheetJS. */
const errorTexts: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
}

/**
 * Compares our reading of a workbook with SheetJS's: sheet names, addresses and values. Dates are compared as ISO text, each
 * reader converting by itself; cells under a merged region are skipped because our reader leaves them out.
 */
export function compareWithSheetJs(ours: XlsxBook, bytes: Uint8Array, library: Library): ReaderComparison {
  const theirs = library.read(bytes, {
    type: 'array',
    dense: true,
    cellDates: false,
    cellNF: true,
    cellText: false,
    cellHTML: false,
    cellStyles: false,
  })
  const ourNames = ours.sheets.map((sheet) => sheet.name)
  if (JSON.stringify(ourNames) !== JSON.stringify(theirs.SheetNames)) {
    return { same: 0, differences: [`sheets: ${ourNames.join(' | ')} ≠ ${theirs.SheetNames.join(' | ')}`] }
  }
  const date1904 = theirs.Workbook?.WBProps?.date1904 ?? false
  const comparison: ReaderComparison = { same: 0, differences: [] }
  for (const sheet of ours.sheets) {
    const rows = (theirs.Sheets[sheet.name] as { '!data'?: (OtherCell | undefined)[][] } | undefined)?.['!data'] ?? []
    const unseen = new Set(sheet.cells)
    const covered = coverage(sheet.merges)
    rows.forEach((row, rowIndex) =>
      row?.forEach((other, columnIndex) => {
        if (!other || covered(rowIndex + 1, columnIndex + 1)) return
        const cell = sheet.at(rowIndex + 1, columnIndex + 1)
        if (cell) unseen.delete(cell)
        const found = difference(cell, other, library, date1904)
        if (found === null) comparison.same += 1
        else comparison.differences.push(`${sheet.name}!${formatAddress(rowIndex + 1, columnIndex + 1)}: ${found}`)
      }),
    )
    for (const cell of unseen) {
      if (cell.text !== '')
        comparison.differences.push(`${sheet.name}!${formatAddress(cell.row, cell.column)}: ${cell.kind} ${cell.text} ≠ nothing`)
    }
  }
  return comparison
}

/** The difference of two cells in words; null when both mean the same. */
function difference(cell: XlsxCell | undefined, other: OtherCell, library: Library, date1904: boolean): string | null {
  const nothing = other.t === 'z' || other.v === undefined || other.v === null || other.v === ''
  const ours = cell && cell.text !== '' ? `${cell.kind} ${cell.text}` : 'nothing'
  if (ours === 'nothing' || nothing)
    return (ours === 'nothing') === nothing ? null : `${ours} ≠ ${nothing ? 'nothing' : `${other.t} ${String(other.v)}`}`
  return means(cell!, other, library, date1904) ? null : `${ours} ≠ ${other.t} ${String(other.v)} (${String(other.z)})`
}

function means(cell: XlsxCell, other: OtherCell, library: Library, date1904: boolean): boolean {
  switch (cell.kind) {
    case 'number':
      return other.t === 'n' && Number(cell.text) === other.v
    case 'text':
      return other.t === 's' && cell.text === other.v
    case 'boolean':
      return other.t === 'b' && (cell.text === 'TRUE') === other.v
    case 'error':
      return other.t === 'e' && cell.text === errorTexts[other.v as number]
    case 'date':
      return other.t === 'n' && cell.text === isoBySheetJs(other.v as number, library, date1904)
    case 'formula-without-value':
      return false
  }
}

/** A serial date as ISO text in our form, converted by SheetJS. */
function isoBySheetJs(serial: number, library: Library, date1904: boolean): string {
  const parts = library.SSF.parse_date_code(serial, { date1904 }) as {
    y: number
    m: number
    d: number
    H: number
    M: number
    S: number
    u: number
  }
  const two = (value: number): string => String(value).padStart(2, '0')
  const milliseconds = Math.round((parts.S + parts.u) * 1000)
  const seconds = (milliseconds / 1000).toFixed(3).replace(/\.?0+$/, '')
  const time = `${two(parts.H)}:${two(parts.M)}:${seconds.replace(/^\d(?!\d)/, '0$&')}`
  if (serial < 1 && serial > 0) return time
  const day = `${String(parts.y).padStart(4, '0')}-${two(parts.m)}-${two(parts.d)}`
  if (serial === 0 && !date1904) return time
  return time === '00:00:00' ? day : `${day}T${time}`
}

/** Returns a test that is true when a cell lies under a merged region without being its first. */
function coverage(merges: readonly XlsxMerge[]): (row: number, column: number) => boolean {
  return (row, column) =>
    merges.some(
      (merge) =>
        row >= merge.row &&
        row <= merge.lastRow &&
        column >= merge.column &&
        column <= merge.lastColumn &&
        !(row === merge.row && column === merge.column),
    )
}
