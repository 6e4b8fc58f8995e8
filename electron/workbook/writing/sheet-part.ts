import { constants, crc32, deflateRawSync } from 'node:zlib'
import { cellXml, type CellContent } from './cell-xml.ts'
import { lineCount, linesHeight } from './measure.ts'
import type { HeightSlot, Slot, Slots } from './slot.ts'
import { fillSteady, packSteady, type MarkCell, type SteadyPart } from './steady-part.ts'
import type { PackedPart } from './zip.ts'

/**
 * A sheet opened at its slots: what stands before the first and after the last is deflated once; between them are runs
 * that are deflated for each filing, or, where only marks of checks differ, filled in ready deflated.
 */
export type WrittenSheet = { name: Buffer; head: Segment; runs: readonly Run[]; tail: Segment }

type Segment = { bytes: Buffer; packed: Buffer }
type Run = { open: readonly Open[]; steady: SteadyPart | null }

/** A slot in sheet XML and the fixed XML between the slot before and this one; `head` is how its tag begins. */
type Open = { before: string; head: string } & ({ kind: 'cell'; formula: string; slot: Slot } | { kind: 'row'; slot: HeightSlot })

/** The tallest row a spreadsheet can show, in points. */
const tallestRow = 409
/** Marks in one steady run: an explanation given within it makes the run an ordinary one, so runs are not too long. */
const marksInRun = 40
const fewestMarks = 6

const slotTag = /<row r="(\d+)"([^>]*)>|<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs

/** Opens sheet XML at its slots. Deflated pieces end on a byte and refer to nothing before them, so they may be joined. */
export function openSheet(name: string, xml: string, slots: Slots): WrittenSheet {
  const open: Open[] = []
  let first = 0
  let last = 0
  for (const found of xml.matchAll(slotTag)) {
    const slot = slots.get(found[1] ?? found[3] ?? '')
    if (slot === undefined) continue
    if (open.length === 0) first = last = found.index
    const before = xml.slice(last, found.index)
    open.push(slot.kind === 'height' ? openRow(before, found, slot) : openCell(before, found, slot))
    last = found.index + found[0].length
  }
  if (open.length !== slots.size) throw new Error(`${name}: ${slots.size - open.length} of ${slots.size} slots have no cell`)
  const head = Buffer.from(xml.slice(0, first), 'utf8')
  const tail = Buffer.from(xml.slice(last), 'utf8')
  return {
    name: Buffer.from(name, 'utf8'),
    head: { bytes: head, packed: deflateRawSync(head, { finishFlush: constants.Z_FULL_FLUSH }) },
    tail: { bytes: tail, packed: deflateRawSync(tail) },
    runs: runsOf(open),
  }
}

/** The sheet with its slots filled. */
export function fillSheet(part: WrittenSheet, contentOf: (slot: Slot) => CellContent): PackedPart {
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
  contentOf: (slot: Slot) => CellContent,
  crc: number,
): { packed: Buffer; crc: number; size: number } {
  if (steady !== null && open.every((one) => one.kind === 'cell' && (one.slot.kind === 'check' || contentOf(one.slot) === null))) {
    return { ...fillSteady(steady, (key) => contentOf({ kind: 'check', key }), crc), size: steady.raw.length }
  }
  let xml = ''
  for (const one of open) {
    xml += one.before
    if (one.kind === 'cell') xml += cellXml(one.head, one.formula, contentOf(one.slot))
    else xml += `${one.head} ht="${rowHeight(one.slot, contentOf)}" customHeight="1">`
  }
  const bytes = Buffer.from(xml, 'utf8')
  return { packed: deflateRawSync(bytes, { level: 1, finishFlush: constants.Z_FULL_FLUSH }), crc: crc32(bytes, crc), size: bytes.length }
}

/** Splits slots into runs: those of marks and explanation cells, in bounded number, and all others. */
function runsOf(open: readonly Open[]): Run[] {
  const runs: { open: Open[]; marks: number; steady: boolean }[] = []
  for (const one of open) {
    const steady = one.kind === 'cell' && (one.slot.kind === 'check' || (one.slot.kind === 'text' && one.formula === ''))
    const last = runs.at(-1)
    const mark = one.slot.kind === 'check' ? 1 : 0
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
function steadyOf(open: readonly Open[]): SteadyPart {
  const cells: MarkCell[] = []
  let between = ''
  for (const one of open) {
    if (one.kind !== 'cell') continue
    if (one.slot.kind === 'check') {
      cells.push({ before: between + one.before, head: one.head, formula: one.formula, key: one.slot.key })
      between = ''
    } else {
      between += one.before + cellXml(one.head, one.formula, null)
    }
  }
  return packSteady(cells, between)
}

/** Programs fit a row to its text only when they please, so the height is written. */
function rowHeight({ least, texts }: HeightSlot, contentOf: (slot: Slot) => CellContent): number {
  let height = least
  for (const { ref, width } of texts) {
    const content = contentOf({ kind: 'fact', ref, date: false })
    if (content?.kind === 'text') height = Math.max(height, linesHeight(lineCount(content.text, width)))
  }
  return Math.min(height, tallestRow)
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
