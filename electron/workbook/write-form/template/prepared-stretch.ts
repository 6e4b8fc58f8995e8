import { constants, crc32, deflateRawSync } from 'node:zlib'
import { cellXml, type CellContent } from './cell-xml.ts'
import { checkMarks } from '../check-words.ts'

/**
 * A stretch of sheet XML that is the same in every filing but for the marks of checks, deflated once with open marks.
 * The three marks take three bytes each, so the XML behind a mark never moves: deflate may refer back over the mark, and
 * the mark is a stored block of three bytes at a fixed place. Half of a workbook's bytes are the formulas of 审核; prepared,
 * they cost a filing next to nothing (docs/performance.md: What makes it fast).
 */
export type PreparedStretch = { raw: Buffer; packed: Buffer; gaps: readonly { key: string; raw: number; packed: number }[] }

/** The cell of a mark in the template, with the XML before it and the key of its check. */
export type MarkCell = { before: string; head: string; formula: string; key: string }

const markBytes = 3
const farthestBack = 32_768
const marks: ReadonlyMap<string, Buffer> = new Map(Object.values(checkMarks).map((mark) => [mark, Buffer.from(mark, 'utf8')]))
const probe = { kind: 'text', text: checkMarks.holds } as const

/** Deflates the stretch: the fixed XML before each mark, the open marks, the XML `after` the last mark. */
export function prepareStretch(cells: readonly MarkCell[], after: string): PreparedStretch {
  const texts: string[] = []
  let text = ''
  for (const { before, head, formula } of cells) {
    const xml = cellXml(head, formula, probe)
    const at = xml.lastIndexOf(checkMarks.holds)
    texts.push(text + before + xml.slice(0, at))
    text = xml.slice(at + checkMarks.holds.length)
  }
  texts.push(text + after)
  return packAround(
    texts.map((fixed) => Buffer.from(fixed, 'utf8')),
    cells.map(({ key }) => key),
  )
}

/** The stretch with its marks filled in: deflated bytes that end on a byte, and the checksum continued from `crc`. */
export function fillStretch(part: PreparedStretch, markOf: (key: string) => CellContent, crc: number): { packed: Buffer; crc: number } {
  const raw = Buffer.from(part.raw)
  const packed = Buffer.from(part.packed)
  for (const gap of part.gaps) {
    const content = markOf(gap.key)
    const mark = content === null ? undefined : marks.get(content.text)
    if (mark === undefined) throw new Error(`no mark for ${gap.key}`)
    mark.copy(raw, gap.raw)
    mark.copy(packed, gap.packed)
  }
  return { packed, crc: crc32(raw, crc) }
}

function packAround(fixed: readonly Buffer[], keys: readonly string[]): PreparedStretch {
  const raws: Buffer[] = []
  const packs: Buffer[] = []
  const gaps: { key: string; raw: number; packed: number }[] = []
  // No text of a sheet has these bytes, so deflate never refers to the place of a mark.
  const open = Buffer.from([1, 2, 3])
  let history = Buffer.alloc(0)
  let raw = 0
  let packed = 0
  fixed.forEach((bytes, index) => {
    const piece = deflateRawSync(bytes, { dictionary: history.length === 0 ? undefined : history, finishFlush: constants.Z_SYNC_FLUSH })
    raws.push(bytes)
    raw += bytes.length
    const key = keys[index]
    if (key === undefined) {
      packs.push(piece)
      return
    }
    // A flush ends in a stored block of no bytes; its length is set to three, and the mark follows.
    piece.writeUInt16LE(markBytes, piece.length - 4)
    piece.writeUInt16LE(0xffff - markBytes, piece.length - 2)
    packs.push(piece, open)
    raws.push(open)
    packed += piece.length
    gaps.push({ key, raw, packed })
    raw += markBytes
    packed += markBytes
    history = Buffer.concat([history, bytes, open]).subarray(-farthestBack)
  })
  return { raw: Buffer.concat(raws), packed: Buffer.concat(packs), gaps }
}
