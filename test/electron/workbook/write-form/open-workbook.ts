import { read, type CellObject, type WorkBook } from '@e965/xlsx'
import { splitOwnZip } from '../../../../electron/workbook/write-form/template/zip.ts'
import { writeWorkbook } from '../../../../electron/workbook/write-form/write-workbook.ts'
import type { WorkbookInput } from '../../../../electron/workbook/write-form/input.ts'

/** A written workbook as read by another program (SheetJS), with its raw parts. */
export type Opened = {
  bytes: Uint8Array
  book: WorkBook
  parts: ReadonlyMap<string, string>
  /** The manifest as key → value. */
  manifest: ReadonlyMap<string, string>
  /** Defined names of the manifest → their meanings. */
  names: ReadonlyMap<string, string>
  /** The XML of a sheet by its name. */
  xml(sheet: string): string
  at(sheet: string, address: string): CellObject | undefined
  /** The cell of a defined name. */
  named(name: string): CellObject | undefined
  /** The cell of the form, found by the manifest and its defined name. */
  cell(ref: string): CellObject | undefined
}

export async function openWorkbook(input: WorkbookInput): Promise<Opened> {
  return openBytes(await writeWorkbook(input))
}

export function openBytes(bytes: Uint8Array): Opened {
  const book = read(bytes, { cellFormula: true, cellNF: true, cellStyles: true, sheetStubs: true })
  const parts = splitOwnZip(Buffer.from(bytes))
  const at = (sheet: string, address: string): CellObject | undefined => book.Sheets[sheet]?.[address] as CellObject | undefined
  const manifest = new Map<string, string>()
  for (let row = 1; at('_xt', `A${row}`)?.v !== undefined; row += 1)
    manifest.set(String(at('_xt', `A${row}`)?.v), String(at('_xt', `B${row}`)?.v ?? ''))
  const names = new Map(
    [...manifest].flatMap(([key, value]) =>
      key.startsWith('names:') ? value.split(' ').map((item) => item.split('=') as [string, string]) : [],
    ),
  )
  const named = (name: string): CellObject | undefined => {
    const text = book.Workbook?.Names?.find((found) => found.Name === name)?.Ref ?? ''
    const parsed = /^'(.+)'!\$([A-Z]+)\$(\d+)$/.exec(text)
    if (parsed === null) throw new Error(`${name} points to ${text || 'nothing'}`)
    return at(parsed[1] ?? '', `${parsed[2] ?? ''}${parsed[3] ?? ''}`)
  }
  return {
    bytes,
    book,
    parts,
    manifest,
    names,
    at,
    named,
    xml: (sheet) => parts.get(`xl/worksheets/sheet${book.SheetNames.indexOf(sheet) + 1}.xml`) ?? '',
    cell: (ref) => {
      const name = [...names].find(([key, value]) => key.startsWith('XT_') && value === ref)?.[0]
      if (name === undefined) throw new Error(`${ref} is not in the manifest`)
      return named(name)
    },
  }
}
