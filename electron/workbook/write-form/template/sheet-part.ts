import { constants, crc32, deflateRawSync } from 'node:zlib'
import { cellXml, type CellContent } from './cell-xml.ts'
import { lineCount, linesHeight } from '../form/measure.ts'
import type { HeightField, TemplateField, SheetFields } from './template-field.ts'
import { fillStretch, prepareStretch, type MarkCell, type PreparedStretch } from './prepared-stretch.ts'
import type { PackedPart } from './zip.ts'

/**
 * A sheet opened at its fields: the XML before the first field and after the last is deflated once; the runs between are
 * deflated for each filing, or filled in ready deflated when only marks of checks differ.
 */
export type WrittenSheet = { name: Buffer; head: Segment; runs: readonly Run[]; tail: Segment }

type Segment = { bytes: Buffer; packed: Buffer }
type Run = { open: readonly Open[]; steady: PreparedStretch | null }

/** A field in sheet XML, with the fixed XML since the field before; `head` is the beginning of its tag. */
type Open = { before: string; head: string } & (
  | { kind: 'cell'; formula: string; field: TemplateField }
  | { kind: 'row'; field: HeightField }
)

/** The tallest row a spreadsheet can show, in points. */
const tallestRow = 409
/** The largest number of marks in one steady run. An explanation within a run makes all of it an ordinary run, so runs are short. */
const marksInRun = 40
const fewestMarks = 6

const slotTag = /<row r="(\d+)"([^>]*)>|<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs

/** Opens sheet XML at its fields. Deflated pieces end on a byte and refer to nothing before them, so they can be joined. */
export function openSheet(name: string, xml: string, fields: SheetFields): WrittenSheet {
  const open: Open[] = []
  let first = 0
  let last = 0
  for (const found of xml.matchAll(slotTag)) {
    const field = fields.get(found[1] ?? found[3] ?? '')
    if (field === undefined) continue
    if (open.length === 0) first = last = found.index
    const before = xml.slice(last, found.index)
    open.push(field.kind === 'height' ? openRow(before, found, field) : openCell(before, found, field))
    last = found.index + found[0].length
  }
  if (open.length !== fields.size) throw new Error(`${name}: ${fields.size - open.length} of ${fields.size} fields have no cell`)
  const head = Buffer.from(xml.slice(0, first), 'utf8')
  const tail = Buffer.from(xml.slice(last), 'utf8')
  return {
    name: Buffer.from(name, 'utf8'),
    head: { bytes: head, packed: deflateRawSync(head, { finishFlush: constants.Z_FULL_FLUSH }) },
    tail: { bytes: tail, packed: deflateRawSync(tail) },
    runs: runsOf(open),
  }
}

/** Fills in the fields of a sheet. */
export function fillSheet(part: WrittenSheet, contentOf: (field: TemplateField) => CellContent): PackedPart {
  const pieces = [part.head.packed]
  let crc = crc32(part.head.bytes)
  let size = part.head.bytes.length + part.tail.bytes.length
  for (const run of part.runs) {
    const filled = fillRun(run, contentOf, crc)
    pieces.push(filled.packed)
    crc = filled.crc
    size += filled.size
  }
  pieces.push(part.tail.packed)
  return { name: part.name, crc: crc32(part.tail.bytes, crc), size, packed: Buffer.concat(pieces) }
}

function fillRun(
  { open, steady }: Run,
  contentOf: (field: TemplateField) => CellContent,
  crc: number,
): { packed: Buffer; crc: number; size: number } {
  if (steady !== null && open.every((one) => one.kind === 'cell' && (one.field.kind === 'check' || contentOf(one.field) === null))) {
    return { ...fillStretch(steady, (key) => contentOf({ kind: 'check', key }), crc), size: steady.raw.length }
  }
  let xml = ''
  for (const one of open) {
    xml += one.before
    if (one.kind === 'cell') xml += cellXml(one.head, one.formula, contentOf(one.field))
    else xml += `${one.head} ht="${rowHeight(one.field, contentOf)}" customHeight="1">`
  }
  const bytes = Buffer.from(xml, 'utf8')
  return { packed: deflateRawSync(bytes, { level: 1, finishFlush: constants.Z_FULL_FLUSH }), crc: crc32(bytes, crc), size: bytes.length }
}

/** Splits fields into runs: runs of marks and explanation cells, with a limit of marks, and runs of all other fields. */
function runsOf(open: readonly Open[]): Run[] {
  const runs: { open: Open[]; marks: number; steady: boolean }[] = []
  for (const one of open) {
    const steady = one.kind === 'cell' && (one.field.kind === 'check' || (one.field.kind === 'text' && one.formula === ''))
    const last = runs.at(-1)
    const mark = one.field.kind === 'check' ? 1 : 0
    if (last === undefined || last.steady !== steady || (steady && last.marks + mark > marksInRun))
      runs.push({ open: [one], marks: mark, steady })
    else {
      last.open.push(one)
      last.marks += mark
    }
  }
  const joined: Run[] = []
  for (const run of runs) {
    const before = joined.at(-1)
    if (run.steady && run.marks >= fewestMarks) joined.push({ open: run.open, steady: steadyOf(run.open) })
    else if (before !== undefined && before.steady === null)
      joined[joined.length - 1] = { open: [...before.open, ...run.open], steady: null }
    else joined.push({ open: run.open, steady: null })
  }
  return joined
}

/** The run with its explanation cells empty. */
function steadyOf(open: readonly Open[]): PreparedStretch {
  const cells: MarkCell[] = []
  let between = ''
  for (const one of open) {
    if (one.kind !== 'cell') continue
    if (one.field.kind === 'check') {
      cells.push({ before: between + one.before, head: one.head, formula: one.formula, key: one.field.key })
      between = ''
    } else {
      between += one.before + cellXml(one.head, one.formula, null)
    }
  }
  return prepareStretch(cells, between)
}

/** The height of a row for its texts, written because not every program fits rows to their texts. */
function rowHeight({ least, texts }: HeightField, contentOf: (field: TemplateField) => CellContent): number {
  let height = least
  for (const { ref, width } of texts) {
    const content = contentOf({ kind: 'fact', ref, date: false })
    if (content?.kind === 'text') height = Math.max(height, linesHeight(lineCount(content.text, width)))
  }
  return Math.min(height, tallestRow)
}

function openRow(before: string, found: RegExpExecArray, field: HeightField): Open {
  const attributes = (found[2] ?? '').replace(/ (?:ht|customHeight)="[^"]*"/g, '')
  return { kind: 'row', before, head: `<row r="${found[1] ?? ''}"${attributes}`, field }
}

function openCell(before: string, found: RegExpExecArray, field: TemplateField): Open {
  const formula = /<f>.*?<\/f>/s.exec(found[5] ?? '')?.[0] ?? ''
  const style = / s="\d+"/.exec(found[4] ?? '')?.[0] ?? ''
  return { kind: 'cell', before, head: `<c r="${found[3] ?? ''}"${style}`, formula, field }
}
