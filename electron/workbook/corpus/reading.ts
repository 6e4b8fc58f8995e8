import Big from 'big.js'
import { plainDecimal } from '../xlsx/number-text.ts'
import { readXlsx } from '../xlsx/read-xlsx.ts'
import type { XlsxRefusalCode, XlsxRefusalDetails } from '../xlsx/refusal.ts'
import { XlsxRefusal } from '../xlsx/refusal.ts'

/** The result of our reader for one file. `peakMb` is the peak memory of the process so far: flat over many files is good. */
export type CorpusReading =
  | { outcome: 'read'; sheets: number; cells: number; names: number; sum: string; ms: number; peakMb: number }
  | { outcome: 'refused'; code: XlsxRefusalCode; details: XlsxRefusalDetails; ms: number; peakMb: number }

/** Reads a whole workbook and counts its contents. Throws only errors that are defects of the reader, never XlsxRefusal. */
export function readForCorpus(bytes: Uint8Array): CorpusReading {
  const start = performance.now()
  const spent = (): { ms: number; peakMb: number } => ({ ms: performance.now() - start, peakMb: process.resourceUsage().maxRSS / 1024 })
  try {
    const book = readXlsx(bytes)
    const cells = book.sheets.reduce((sum, sheet) => sum + sheet.cells.length, 0)
    const used = spent()
    let sum = new Big(0)
    for (const sheet of book.sheets) {
      for (const cell of sheet.cells) if (cell.kind === 'number') sum = sum.plus(plainDecimal(cell.text) ?? 0)
    }
    return { outcome: 'read', sheets: book.sheets.length, cells, names: book.names.length, sum: sum.toFixed(), ...used }
  } catch (error) {
    if (error instanceof XlsxRefusal) return { outcome: 'refused', code: error.code, details: error.details, ...spent() }
    throw error
  }
}
