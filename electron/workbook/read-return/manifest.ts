import type { CellRef } from '../../../shared/words.ts'
import { keyPrefix, manifestFormat, manifestKeys, manifestSheet, namePrefix, namesWriting, valuePrefix } from '../manifest.ts'
import type { XlsxBook, XlsxCell } from '../xlsx/book.ts'
import { plainDecimal } from '../xlsx/number-text.ts'

/** The content of the very hidden sheet of a return, with the meanings of the defined names. */
export type ReturnManifest = {
  scheme: string
  version: string
  period: string
  unitCode: string
  unitName: string
  revision: number
  changedAt: string | null
  /** False when the workbook was handed out to be filled in. */
  carriesFiling: boolean
  /** True when the program wrote the workbook from an unsigned filing. */
  draft: boolean
  /** All rows but prior figures and names, by key. */
  values: ReadonlyMap<string, string>
  names: ManifestNames
}

/**
 * Defined names in lower case (Excel ignores case) and their meanings. Files with the same names share one object while the
 * list is remembered.
 */
export type ManifestNames = {
  cells: ReadonlyMap<string, CellRef>
  /** Name → field of the sign-off. */
  signs: ReadonlyMap<string, string>
  /** Name → `CHECK@CELL`. */
  whys: ReadonlyMap<string, string>
}

/** Reads `_xt`; null when the sheet is gone or has another format. */
export function readManifest(book: XlsxBook): ReturnManifest | null {
  const sheet = book.sheets.find((one) => one.name === manifestSheet && one.hasCells)
  if (sheet === undefined) return null
  const values = new Map<string, string>()
  const written: string[] = []
  let key: XlsxCell | null = null
  for (const cell of sheet.cells) {
    if (cell.column === 1) key = cell
    if (cell.column !== 2 || key?.row !== cell.row) continue
    if (key.text.startsWith(keyPrefix.names)) written.push(cell.text)
    else if (!key.text.startsWith(keyPrefix.prior)) values.set(key.text, cell.text)
  }
  const value = (name: string): string => values.get(name) ?? ''
  if (value(manifestKeys.format) !== manifestFormat) return null
  const revision = plainDecimal(value(manifestKeys.revision).trim())
  return {
    scheme: value(manifestKeys.scheme),
    version: value(manifestKeys.version),
    period: value(manifestKeys.period),
    unitCode: value(manifestKeys.unitCode).trim(),
    unitName: value(manifestKeys.unitName).trim(),
    revision: revision !== null && /^\d{1,9}$/.test(revision) ? Number(revision) : 0,
    changedAt: utcTime.test(value(manifestKeys.changedAt)) ? value(manifestKeys.changedAt) : null,
    carriesFiling: value(manifestKeys.blank) !== 'yes',
    draft: value(manifestKeys.draft) === 'yes',
    values,
    names: namesOf(written),
  }
}

const utcTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/

/** The lists of names that were read lately, because the returns of one kind of unit all carry the same list. */
const lists: { written: readonly string[]; names: ManifestNames }[] = []
const mostKept = 8
/** The longest list that is kept, in characters; the longest of the demo county has 7,000. */
const longestKept = 256 * 1024

function namesOf(written: readonly string[]): ManifestNames {
  const known = lists.find((list) => list.written.length === written.length && list.written.every((text, index) => text === written[index]))
  if (known !== undefined) return known.names
  if (written.reduce((length, text) => length + text.length, 0) > longestKept) return namesIn(written)
  const own = written.map(ownText)
  const names = namesIn(own)
  lists.unshift({ written: own, names })
  lists.length = Math.min(lists.length, mostKept)
  return names
}

/** Copies a text, because a text cut from its sheet keeps the text of the whole sheet in memory. */
function ownText(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le')
}

function namesIn(written: readonly string[]): ManifestNames {
  const cells = new Map<string, CellRef>()
  const signs = new Map<string, string>()
  const whys = new Map<string, string>()
  for (const item of written.flatMap((text) => text.split(namesWriting.between))) {
    const means = item.indexOf(namesWriting.means)
    if (means < 0) continue
    const name = item.slice(0, means).toLowerCase()
    const stands = item.slice(means + 1)
    if (name.startsWith(cellStart)) cells.set(name, stands)
    else if (name.startsWith(signStart) && stands.startsWith(valuePrefix.sign)) signs.set(name, stands.slice(valuePrefix.sign.length))
    else if (name.startsWith(whyStart) && stands.startsWith(valuePrefix.why)) whys.set(name, stands.slice(valuePrefix.why.length))
  }
  return { cells, signs, whys }
}

const cellStart = namePrefix.cell.toLowerCase()
const signStart = namePrefix.sign.toLowerCase()
const whyStart = namePrefix.why.toLowerCase()
