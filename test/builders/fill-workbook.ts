import { readFileSync, writeFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { readXlsx } from '../../electron/workbook/xlsx/read-xlsx.ts'

/** The place of each input cell of an exported workbook, by cell, and by `sign:<field>` and `why:<check>@<cell>`. */
export function placesIn(bytes: Uint8Array): Map<string, { sheet: string; row: number; column: number }> {
  const book = readXlsx(bytes)
  const sheet = book.sheets.find(({ name }) => name === '_xt')
  const lists = (sheet?.cells ?? []).filter((cell) => cell.column === 2 && sheet?.at(cell.row, 1)?.text.startsWith('names:'))
  const stands = new Map(lists.flatMap((cell) => cell.text.split(' ').map((item) => item.split('=') as [string, string])))
  return new Map(
    book.names.flatMap(({ name, target }) => (target === null || !stands.has(name) ? [] : [[stands.get(name) ?? '', target] as const])),
  )
}

/** Fills in a workbook like a person with a spreadsheet: the given values go into their cells, all else stays. */
export async function fillWorkbook(from: string, to: string, values: Record<string, number | string>): Promise<void> {
  const bytes = readFileSync(from)
  const places = placesIn(bytes)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as unknown as ArrayBuffer)
  for (const [cell, value] of Object.entries(values)) {
    const place = places.get(cell)
    if (place === undefined) throw new Error(`${cell} has no name in ${from}`)
    const sheet = book.getWorksheet(place.sheet)
    if (sheet === undefined) throw new Error(`${place.sheet} is not in ${from}`)
    sheet.getCell(place.row, place.column).value = value
  }
  writeFileSync(to, Buffer.from(await book.xlsx.writeBuffer()))
}
