import { constants, crc32, deflateRawSync } from 'node:zlib'
import { cellXml, escapeXml, type Content } from './cell-xml.ts'
import { lineCount, linesHeight } from './measure.ts'
import type { HeightSlot, Slot, Slots } from './slot.ts'
import { joinZip, packPart, splitOwnZip, type PackedPart } from './zip.ts'

/**
 * A workbook whose filing-dependent cells are open. exceljs draws it once for all units that file the same tables; what
 * stands before the first slot and after the last of each sheet is deflated once, so that a filing costs only what
 * differs (PERFORMANCE.md Writing).
 */
export type Template = { parts: readonly TemplatePart[] }

type TemplatePart =
  | { kind: 'fixed'; part: PackedPart }
  | { kind: 'core'; name: string; xml: string }
  | { kind: 'sheet'; name: Buffer; head: Segment; tail: Segment; open: readonly Open[] }

type Segment = { bytes: Buffer; packed: Buffer }

/** A slot in sheet XML and the fixed XML between the slot before and this one; `head` is how its tag begins. */
type Open = { before: string; head: string } & ({ kind: 'cell'; formula: string; slot: Slot } | { kind: 'row'; slot: HeightSlot })

/** A cell that leads to another sheet when clicked. */
export type SheetLink = { ref: string; location: string }
export type DefinedName = { name: string; text: string }

/** The tallest row a spreadsheet can show, in points. */
const tallestRow = 409

/** What exceljs is told as time of creation; it stands once more in docProps/core.xml, where the filing's own time goes. */
export const templateTime = '2000-01-01T00:00:00Z'

/** Opens a workbook made by exceljs at its slots; `slots` by sheet in the order of the sheets, `names` go into workbook.xml, links on the first sheet. */
export function compileTemplate(xlsx: Buffer, slots: readonly Slots[], names: readonly DefinedName[], coverLinks: readonly SheetLink[]): Template {
  const parts: TemplatePart[] = []
  for (const [name, drawn] of splitOwnZip(xlsx)) {
    const bare = name.startsWith('xl/worksheets/') ? drawn.replace(idleAttributes, '') : drawn
    const xml = name === 'xl/worksheets/sheet1.xml' ? withLinks(bare, coverLinks) : bare
    const sheet = /^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name)
    const open = sheet === null ? undefined : slots[Number(sheet[1]) - 1]
    if (open !== undefined && open.size > 0) parts.push(openSheet(name, xml, open))
    else if (name === 'docProps/core.xml') parts.push({ kind: 'core', name, xml })
    else parts.push({ kind: 'fixed', part: packPart(name, name === 'xl/workbook.xml' ? withNames(xml, names) : xml) })
  }
  return { parts }
}

/** A workbook from a template: `contentOf` says what a slot holds; `time` is when the filing changed, ISO 8601 in UTC, empty when it never did. */
export function fillTemplate(template: Template, contentOf: (slot: Slot) => Content, time: string): Buffer {
  return joinZip(
    template.parts.map((part) => {
      if (part.kind === 'fixed') return part.part
      if (part.kind === 'core') return packPart(part.name, time === '' ? part.xml : part.xml.replaceAll(templateTime, escapeXml(time)))
      return fillSheet(part, contentOf)
    }),
  )
}

function fillSheet(part: Extract<TemplatePart, { kind: 'sheet' }>, contentOf: (slot: Slot) => Content): PackedPart {
  let xml = ''
  for (const open of part.open) {
    xml += open.before
    if (open.kind === 'cell') xml += cellXml(open.head, open.formula, contentOf(open.slot))
    else xml += `${open.head} ht="${rowHeight(open.slot, contentOf)}" customHeight="1">`
  }
  const middle = Buffer.from(xml, 'utf8')
  return {
    name: part.name,
    crc: crc32(part.tail.bytes, crc32(middle, crc32(part.head.bytes))),
    size: part.head.bytes.length + middle.length + part.tail.bytes.length,
    packed: Buffer.concat([part.head.packed, deflateRawSync(middle, { level: 1, finishFlush: constants.Z_FULL_FLUSH }), part.tail.packed]),
  }
}

/** Programs fit a row to its text only when they please, so the height is written. */
function rowHeight({ least, texts }: HeightSlot, contentOf: (slot: Slot) => Content): number {
  let height = least
  for (const { ref, width } of texts) {
    const content = contentOf({ kind: 'fact', ref, date: false })
    if (content?.kind === 'text') height = Math.max(height, linesHeight(lineCount(content.text, width)))
  }
  return Math.min(height, tallestRow)
}

/** Hints on rows that no program needs; without them a sheet is a tenth smaller and sooner deflated. */
const idleAttributes = /(?<=<row [^>]*) (?:spans|x14ac:dyDescent)="[^"]*"/g

const slotTag = /<row r="(\d+)"([^>]*)>|<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs

/** Deflated pieces that end in a full flush stand on a byte and know nothing of each other, so they may be joined. */
function openSheet(name: string, xml: string, slots: Slots): TemplatePart {
  const open: Open[] = []
  let first = -1
  let last = 0
  for (const found of xml.matchAll(slotTag)) {
    const slot = slots.get(found[1] ?? found[3] ?? '')
    if (slot === undefined) continue
    if (first < 0) first = found.index
    const before = xml.slice(open.length === 0 ? first : last, found.index)
    open.push(slot.kind === 'height' ? openRow(before, found, slot) : openCell(before, found, slot))
    last = found.index + found[0].length
  }
  if (open.length !== slots.size) throw new Error(`${name}: ${slots.size - open.length} of ${slots.size} slots have no cell`)
  const head = Buffer.from(xml.slice(0, first), 'utf8')
  const tail = Buffer.from(xml.slice(last), 'utf8')
  return {
    kind: 'sheet',
    name: Buffer.from(name, 'utf8'),
    head: { bytes: head, packed: deflateRawSync(head, { finishFlush: constants.Z_FULL_FLUSH }) },
    tail: { bytes: tail, packed: deflateRawSync(tail) },
    open,
  }
}

function openRow(before: string, found: RegExpExecArray, slot: HeightSlot): Open {
  const attributes = (found[2] ?? '').replace(/ (?:ht|customHeight)="[^"]*"/g, '')
  return { kind: 'row', before, head: `<row r="${found[1] ?? ''}"${attributes}`, slot }
}

function openCell(before: string, found: RegExpExecArray, slot: Slot): Open {
  const formula = /<f>.*?<\/f>/s.exec(found[5] ?? '')?.[0] ?? ''
  const style = / s="\d+"/.exec(found[4] ?? '')?.[0] ?? ''
  return { kind: 'cell', before, head: `<c r="${found[3] ?? ''}"${style}`, formula, slot }
}

/** Adds the defined names of cells; exceljs keeps a cell matrix for each name, which costs more than all the rest. */
function withNames(xml: string, names: readonly DefinedName[]): string {
  const own = names.map(({ name, text }) => `<definedName name="${escapeXml(name)}">${escapeXml(text)}</definedName>`).join('')
  if (!xml.includes('</definedNames>')) throw new Error('workbook.xml has no definedNames')
  return xml.replace(relativeArea, '!$$$1$$$2:$$$3$$$4<').replace('</definedNames>', () => `${own}</definedNames>`)
}

/** exceljs writes print areas as `$A1:$J40`; a print area that is not absolute is ignored by LibreOffice. */
const relativeArea = /!\$([A-Z]+)(\d+):\$([A-Z]+)(\d+)</g

/** Adds links within the workbook; exceljs would write them as external relations, which programs warn of. */
function withLinks(xml: string, links: readonly SheetLink[]): string {
  const own = links.map(({ ref, location }) => `<hyperlink ref="${ref}" location="${escapeXml(location)}"/>`).join('')
  return links.length === 0 ? xml : xml.replace(/<printOptions|<pageMargins/, (next) => `<hyperlinks>${own}</hyperlinks>${next}`)
}
