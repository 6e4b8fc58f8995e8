import type { CellRef } from '../../../shared/words.ts'
import { keyPrefix, manifestFormat, manifestKeys, manifestSheet, namePrefix, valuePrefix } from '../manifest.ts'
import type { XlsxBook, XlsxCell } from '../xlsx/book.ts'
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
  /** False when it was handed out to be filled in. */
  carriesFiling: boolean
  names: ManifestNames
}

/** Defined names in lower case (Excel ignores case) and what they stand for. The same object for every file that says the same. */
export type ManifestNames = {
  cells: ReadonlyMap<string, CellRef>
  /** → field of the sign-off. */
  signs: ReadonlyMap<string, string>
  /** → `CHECK@CELL`. */
  whys: ReadonlyMap<string, string>
}

/** Reads `_xt`; null when the sheet is gone or is not ours. */
export function readManifest(book: XlsxBook): ReturnManifest | null {
  const sheet = book.sheets.find((one) => one.name === manifestSheet && one.hasCells)
  if (sheet === undefined) return null
  const values = new Map<string, string>()
  const pairs: string[] = []
  let key: XlsxCell | null = null
  for (const cell of sheet.cells) {
    if (cell.column === 1) key = cell
    if (cell.column !== 2 || key?.row !== cell.row) continue
    if (key.text.startsWith('XT')) pairs.push(key.text, cell.text)
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
    names: namesOf(pairs),
  }
}

const utcTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/

/** The lists of names that were read lately: returns of one kind of unit all carry the same one. Longer lists are not kept. */
const lists: { pairs: readonly string[]; names: ManifestNames }[] = []
const mostKept = 8
const longestKept = 20_000

function namesOf(pairs: readonly string[]): ManifestNames {
  const known = lists.find((list) => samePairs(list.pairs, pairs))
  if (known !== undefined) return known.names
  const cells = new Map<string, CellRef>()
  const signs = new Map<string, string>()
  const whys = new Map<string, string>()
  for (let at = 0; at < pairs.length; at += 2) {
    const name = (pairs[at] ?? '').toLowerCase()
    const stands = pairs[at + 1] ?? ''
    if (name.startsWith(cellStart)) cells.set(name, stands)
    else if (name.startsWith(signStart) && stands.startsWith(valuePrefix.sign)) signs.set(name, stands.slice(valuePrefix.sign.length))
    else if (name.startsWith(whyStart) && stands.startsWith(valuePrefix.why)) whys.set(name, stands.slice(valuePrefix.why.length))
  }
  const names = { cells, signs, whys }
  if (pairs.length <= longestKept) lists.unshift({ pairs, names })
  lists.length = Math.min(lists.length, mostKept)
  return names
}

const cellStart = namePrefix.cell.toLowerCase()
const signStart = namePrefix.sign.toLowerCase()
const whyStart = namePrefix.why.toLowerCase()

function samePairs(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false
  return true
}
