import type { XlsxName, XlsxSheetState } from './book.ts'
import type { XlsxLimits } from './limits.ts'
import { definedName } from './names.ts'
import { XlsxRefusal, damaged } from './refusal.ts'
import type { XmlSource } from './xml-decode.ts'
import { xmlText } from './xml-text.ts'
import type { XmlWalk } from './xml-walk.ts'
import { attribute, closes, enterRoot, nextTag, skipElement, startWalk } from './xml-walk.ts'

export type SheetEntry = { readonly name: string; readonly relation: string; readonly state: XlsxSheetState }

export type WorkbookPart = { readonly sheets: readonly SheetEntry[]; readonly names: readonly XlsxName[]; readonly date1904: boolean }

/** Reads the workbook part: its sheets in order, its defined names, its calendar. */
export function readWorkbookPart(source: XmlSource, part: string, limits: XlsxLimits): WorkbookPart {
  const walk = startWalk(source, part)
  const sheets: SheetEntry[] = []
  let names: readonly XlsxName[] = []
  let date1904 = false
  enterRoot(walk, 'workbook')
  while (nextTag(walk)) {
    if (walk.kind === 'close') continue
    if (walk.name === 'workbookPr') {
      date1904 = isTrue(attribute(walk, 'date1904'))
      skipElement(walk)
    } else if (walk.name === 'sheet') sheets.push(sheetEntry(walk))
    else if (walk.name === 'definedNames') names = readNames(walk, limits)
    else if (walk.name !== 'sheets') skipElement(walk)
    if (sheets.length > limits.sheets) throw new XlsxRefusal('too-many-sheets', { found: sheets.length, allowed: limits.sheets })
  }
  if (sheets.length === 0) throw damaged('no-sheets', part)
  return { sheets, names, date1904 }
}

function sheetEntry(walk: XmlWalk): SheetEntry {
  const name = attribute(walk, 'name')
  if (name === undefined) throw damaged('sheet-without-name', walk.part)
  const state = attribute(walk, 'state')
  return {
    name,
    // The relation's `id` has its own prefix (r:id); `sheetId` is a different attribute.
    relation: attribute(walk, 'id') ?? '',
    state: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
  }
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on'
}

/** The last list of names that was read, because the workbooks of one scheme carry the same list, byte by byte. */
let lastText = ''
let lastNames: readonly XlsxName[] = []
/** The list of a longer part is not kept, because its text keeps the whole part in memory. */
const longestKept = 1024 * 1024

function readNames(walk: XmlWalk, limits: XlsxLimits): readonly XlsxName[] {
  if (walk.kind === 'empty') return []
  const { text } = walk.source
  const from = walk.start
  if (lastText !== '' && text.slice(from, from + lastText.length) === lastText && lastNames.length <= limits.names) {
    // The text ends with the closing tag of the list, so the walk goes on behind it.
    walk.end = from + lastText.length
    walk.kind = 'close'
    return lastNames
  }
  const names: XlsxName[] = []
  const depth = walk.depth
  while (nextTag(walk) && !closes(walk, depth)) {
    if (walk.name !== 'definedName' || walk.kind !== 'open') continue
    const name = attribute(walk, 'name')
    const scope = attribute(walk, 'localSheetId')
    const textAt = walk.end
    skipElement(walk)
    const value = xmlText(text.slice(textAt, walk.start), walk.source.raw, walk.part)
    if (name !== undefined) names.push(Object.freeze(definedName(name, scope === undefined ? null : Number(scope), value)))
    if (names.length > limits.names)
      throw new XlsxRefusal('too-many-names', { reason: 'names', found: names.length, allowed: limits.names })
  }
  if (text.length <= longestKept) {
    lastText = text.slice(from, walk.end)
    lastNames = Object.freeze(names)
  }
  return names
}
