import { constants, crc32, deflateRawSync } from 'node:zlib'
import { cellXml, escapeXml, type Content } from './cell-xml.ts'
import type { Slot, Slots } from './slot.ts'
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
  | { kind: 'sheet'; name: Buffer; head: Segment; tail: Segment; open: readonly OpenCell[] }

type Segment = { bytes: Buffer; packed: Buffer }

/** A slot's cell in sheet XML, and the fixed XML between the slot before and this one. */
type OpenCell = { before: string; head: string; formula: string; slot: Slot }

/** A cell that leads to another sheet when clicked. */
export type SheetLink = { ref: string; location: string }
export type DefinedName = { name: string; text: string }

/** What exceljs is told as time of creation; it stands once more in docProps/core.xml, where the filing's own time goes. */
export const templateTime = '2000-01-01T00:00:00Z'

/** Opens a workbook made by exceljs at its slots; `slots` by sheet in the order of the sheets, `names` go into workbook.xml, links on the first sheet. */
export function compileTemplate(xlsx: Buffer, slots: readonly Slots[], names: readonly DefinedName[], coverLinks: readonly SheetLink[]): Template {
  const parts: TemplatePart[] = []
  for (const [name, drawn] of splitOwnZip(xlsx)) {
    const xml = name === 'xl/worksheets/sheet1.xml' ? withLinks(drawn, coverLinks) : drawn
    const sheet = /^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name)
    const open = sheet === null ? undefined : slots[Number(sheet[1]) - 1]
    if (open !== undefined && open.size > 0) parts.push(openSheet(name, xml, open))
    else if (name === 'docProps/core.xml') parts.push({ kind: 'core', name, xml })
    else parts.push({ kind: 'fixed', part: packPart(name, name === 'xl/workbook.xml' ? withNames(xml, names) : xml) })
  }
  return { parts }
}

/** A workbook from a template: `contentOf` says what a slot holds, `time` is when the filing changed, ISO 8601 in UTC. */
export function fillTemplate(template: Template, contentOf: (slot: Slot) => Content, time: string): Buffer {
  return joinZip(
    template.parts.map((part) => {
      if (part.kind === 'fixed') return part.part
      if (part.kind === 'core') return packPart(part.name, part.xml.replaceAll(templateTime, escapeXml(time)))
      return fillSheet(part, contentOf)
    }),
  )
}

function fillSheet(part: Extract<TemplatePart, { kind: 'sheet' }>, contentOf: (slot: Slot) => Content): PackedPart {
  let xml = ''
  for (const { before, head, formula, slot } of part.open) xml += before + cellXml(head, formula, contentOf(slot))
  const middle = Buffer.from(xml, 'utf8')
  return {
    name: part.name,
    crc: crc32(part.tail.bytes, crc32(middle, crc32(part.head.bytes))),
    size: part.head.bytes.length + middle.length + part.tail.bytes.length,
    packed: Buffer.concat([part.head.packed, deflateRawSync(middle, { level: 1, finishFlush: constants.Z_FULL_FLUSH }), part.tail.packed]),
  }
}

/** Deflated pieces that end in a full flush stand on a byte and know nothing of each other, so they may be joined. */
function openSheet(name: string, xml: string, slots: Slots): TemplatePart {
  const open: OpenCell[] = []
  const cell = /<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs
  let first = -1
  let last = 0
  for (let found = cell.exec(xml); found !== null; found = cell.exec(xml)) {
    const slot = slots.get(found[1] ?? '')
    if (slot === undefined) continue
    if (first < 0) first = found.index
    const formula = /<f>.*?<\/f>/s.exec(found[3] ?? '')?.[0] ?? ''
    const style = / s="\d+"/.exec(found[2] ?? '')?.[0] ?? ''
    open.push({ before: last === 0 ? '' : xml.slice(last, found.index), head: `<c r="${found[1] ?? ''}"${style}`, formula, slot })
    last = cell.lastIndex
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

/** Adds the defined names of cells; exceljs keeps a cell matrix for each name, which costs more than all the rest. */
function withNames(xml: string, names: readonly DefinedName[]): string {
  const own = names.map(({ name, text }) => `<definedName name="${escapeXml(name)}">${escapeXml(text)}</definedName>`).join('')
  if (!xml.includes('</definedNames>')) throw new Error('workbook.xml has no definedNames')
  return xml.replace('</definedNames>', () => `${own}</definedNames>`)
}

/** Adds links within the workbook; exceljs would write them as external relations, which programs warn of. */
function withLinks(xml: string, links: readonly SheetLink[]): string {
  const own = links.map(({ ref, location }) => `<hyperlink ref="${ref}" location="${escapeXml(location)}"/>`).join('')
  return links.length === 0 ? xml : xml.replace(/<printOptions|<pageMargins/, (next) => `<hyperlinks>${own}</hyperlinks>${next}`)
}
