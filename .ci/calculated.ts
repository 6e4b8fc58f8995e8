import { formatAddress } from '../electron/workbook/xlsx/address.ts'
import { plainDecimal } from '../electron/workbook/xlsx/number-text.ts'
import { readXlsx } from '../electron/workbook/xlsx/read-xlsx.ts'

/** What stands in the formula cells of a workbook, by sheet and address. */
export type Calculated = ReadonlyMap<string, string>

/** Reads every formula cell of a workbook; numbers to 12 digits, which is more than any sheet shows. */
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

/** Where two workbooks differ. A formula that comes to nothing is an empty text in one program and an empty cell in another. */
export function differences(ours: Calculated, theirs: Calculated): string[] {
  return [...ours]
    .filter(([at, text]) => (theirs.get(at) ?? '') !== text)
    .map(([at, text]) => `${at}: here ${text}, in the spreadsheet ${theirs.get(at) ?? 'nothing'}`)
}
