import { formatAddress } from '../electron/workbook/xlsx/address.ts'
import { plainDecimal } from '../electron/workbook/xlsx/number-text.ts'
import { readXlsx } from '../electron/workbook/xlsx/read-xlsx.ts'

/** The results in the formula cells of a workbook, by sheet and address. */
export type Calculated = ReadonlyMap<string, string>

/** Reads every formula cell of a workbook; numbers keep 12 digits, more than any sheet shows. */
export function calculated(bytes: Uint8Array): Calculated {
  const found = new Map<string, string>()
  for (const sheet of readXlsx(bytes).sheets) {
    for (const cell of sheet.cells) {
      if (!cell.formula) continue
      const text = cell.kind === 'number' ? String(Number(Number(plainDecimal(cell.text)).toPrecision(12))) : cell.text
      found.set(`${sheet.name}!${formatAddress(cell.row, cell.column)}`, text)
    }
  }
  return found
}

/** The differing formula cells of two workbooks. An empty text equals a missing cell, because programs write a blank result either way. */
export function differences(ours: Calculated, theirs: Calculated): string[] {
  return [...ours]
    .filter(([at, text]) => (theirs.get(at) ?? '') !== text)
    .map(([at, text]) => `${at}: here ${text}, in the spreadsheet ${theirs.get(at) ?? 'nothing'}`)
}
