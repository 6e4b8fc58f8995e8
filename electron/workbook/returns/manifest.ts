import type { CellRef } from '../../../shared/words.ts'
import { keyPrefix, manifestFormat, manifestKeys, manifestSheet, namePrefix, valuePrefix } from '../manifest.ts'
import type { XlsxBook } from '../xlsx/book.ts'
import { plainDecimal } from '../xlsx/number-text.ts'

/** What the very hidden sheet says of a return, and which defined name stands for what. */
export type ReturnManifest = {
  scheme: string
  version: string
  period: string
  unitCode: string
  unitName: string
  revision: number
  changedAt: string | null
  /** Defined name in lower case (Excel ignores case) → cell. */
  cells: ReadonlyMap<string, CellRef>
  /** Defined name in lower case → field of the sign-off. */
  signs: ReadonlyMap<string, string>
  /** Defined name in lower case → `CHECK@CELL`. */
  whys: ReadonlyMap<string, string>
}

/** Reads `_xt`; null when the sheet is gone or is not ours. */
export function readManifest(book: XlsxBook): ReturnManifest | null {
  const sheet = book.sheets.find((one) => one.name === manifestSheet)
  if (sheet === undefined) return null
  const values = new Map<string, string>()
  const cells = new Map<string, CellRef>()
  const signs = new Map<string, string>()
  const whys = new Map<string, string>()
  let key: { row: number; text: string } | null = null
  for (const cell of sheet.cells) {
    if (cell.column === 1) key = { row: cell.row, text: cell.text }
    if (cell.column !== 2 || key?.row !== cell.row) continue
    if (key.text.startsWith(namePrefix.cell)) cells.set(key.text.toLowerCase(), cell.text)
    else if (key.text.startsWith(namePrefix.sign)) signs.set(key.text.toLowerCase(), cell.text.slice(valuePrefix.sign.length))
    else if (key.text.startsWith(namePrefix.why)) whys.set(key.text.toLowerCase(), cell.text.slice(valuePrefix.why.length))
    else if (!key.text.startsWith(keyPrefix.prior)) values.set(key.text, cell.text)
  }
  const value = (name: string): string => values.get(name) ?? ''
  if (value(manifestKeys.format) !== manifestFormat) return null
  return {
    scheme: value(manifestKeys.scheme),
    version: value(manifestKeys.version),
    period: value(manifestKeys.period),
    unitCode: value(manifestKeys.unitCode),
    unitName: value(manifestKeys.unitName),
    revision: Number(plainDecimal(value(manifestKeys.revision)) ?? '0'),
    changedAt: value(manifestKeys.changedAt) || null,
    cells,
    signs,
    whys,
  }
}
