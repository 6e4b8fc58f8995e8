import { parseRegion } from './address.ts'
import type { XlsxCell, XlsxMerge } from './book.ts'
import type { SheetContext } from './cell-value.ts'
import { dropCovered } from './merges.ts'
import { XlsxRefusal, damaged } from './refusal.ts'
import { scanCells } from './sheet-scan.ts'
import type { RawSource } from './xml-decode.ts'
import type { XmlWalk } from './xml-walk.ts'
import { attribute, closes, enterRoot, nextTag, passOver, skipElement, startWalk } from './xml-walk.ts'

export type SheetPart = { readonly cells: readonly XlsxCell[]; readonly merges: readonly XlsxMerge[] }

/** Reads a worksheet part: cells with content row by row, and merged regions. Skips formats, validations and drawings. */
export function readSheetPart(source: RawSource, part: string, context: SheetContext): SheetPart {
  const walk = startWalk(source, part)
  enterRoot(walk, 'worksheet')
  let cells: XlsxCell[] = []
  let merges: readonly XlsxMerge[] = []
  let dataSeen = false
  while (nextTag(walk)) {
    if (walk.kind === 'close') continue
    if (walk.name === 'sheetData' && !dataSeen) {
      dataSeen = true
      if (walk.kind === 'open') {
        const scanned = scanCells(source, walk.end, part, context)
        cells = inOrder(scanned.cells)
        walk.end = scanned.end
        walk.kind = 'close'
      }
      // A sheet without merges ends here, because the rest (validations, conditional formats) is often longer than the cells.
      if (source.text.indexOf('mergeCells', walk.end) < 0) break
    } else if (walk.name === 'mergeCells') {
      merges = readMerges(walk, context)
      if (dataSeen) break
    } else skipElement(walk)
  }
  return { cells: dropCovered(cells, merges, part), merges }
}

function readMerges(walk: XmlWalk, context: SheetContext): readonly XlsxMerge[] {
  const merges: XlsxMerge[] = []
  if (walk.kind === 'empty') return merges
  const depth = walk.depth
  takePlainMerges(walk, merges, context.limits.merges)
  while (nextTag(walk) && !closes(walk, depth)) {
    if (walk.name !== 'mergeCell' || walk.kind === 'close') continue
    const region = parseRegion(attribute(walk, 'ref') ?? '')
    if (!region) throw damaged('merge-outside-sheet', walk.part)
    merges.push(region)
    if (merges.length > context.limits.merges)
      throw new XlsxRefusal('too-many-names', { reason: 'merges', found: merges.length, allowed: context.limits.merges })
  }
  return merges
}

const plainStart = '<mergeCell ref="'

/** Takes the regions in the plainest form, which nearly all have, without a stop at each tag. */
function takePlainMerges(walk: XmlWalk, merges: XlsxMerge[], most: number): void {
  const { text } = walk.source
  let at = walk.end
  while (merges.length < most && text.startsWith(plainStart, at)) {
    const from = at + plainStart.length
    const to = text.indexOf('"', from)
    const region = text.startsWith('/>', to + 1) ? parseRegion(text.slice(from, to)) : null
    if (region === null) break
    merges.push(region)
    at = to + 3
    passOver(walk, at)
  }
}

/**
 * Sorts the cells of the rare file that has them out of order; of two cells with one address the later counts, as in other
 * readers.
 */
function inOrder(cells: XlsxCell[]): XlsxCell[] {
  for (let index = 1; index < cells.length; index += 1) {
    if (!isAfter(cells[index]!, cells[index - 1]!)) return sorted(cells)
  }
  return cells
}

function isAfter(cell: XlsxCell, before: XlsxCell): boolean {
  return cell.row > before.row || (cell.row === before.row && cell.column > before.column)
}

function sorted(cells: XlsxCell[]): XlsxCell[] {
  const ordered = cells.toSorted((a, b) => a.row - b.row || a.column - b.column)
  return ordered.filter((cell, index) => {
    const next = ordered[index + 1]
    return !next || isAfter(next, cell)
  })
}
