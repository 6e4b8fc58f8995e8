import type { XlsxCell } from './book.ts'
import { localName, readCellTag } from './cell-tag.ts'
import type { FoundCell, SheetContext } from './cell-value.ts'
import { keepCell } from './cell-value.ts'
import { lastColumn, lastRow } from './limits.ts'
import { readPlainCell } from './plain-cell.ts'
import { damaged } from './refusal.ts'
import { rowCacheOf } from './row-cache.ts'
import { richText } from './shared-strings.ts'
import type { RawSource } from './xml-decode.ts'
import { unescapeCellText, xmlText } from './xml-text.ts'
import { nextTag, skipElement, skipNonElement, startWalk } from './xml-walk.ts'

/**
 * Reads the cells between `<sheetData>` and `</sheetData>`, from the byte after the opening tag on. Returns the cells
 * with content in the order of the file, and the first byte after the closing tag. Runs once over the bytes:
 * no tree, no pattern matching, one object per cell that has content.
 */
export function scanCells(source: RawSource, start: number, part: string, context: SheetContext): { cells: XlsxCell[]; end: number } {
  const { bytes, text, raw } = source
  const memory = rowCacheOf(part, bytes, context)
  const scan: FoundCell = {
    bytes,
    text,
    raw,
    part,
    context: memory.context,
    cells: [],
    at: start,
    row: 0,
    column: 0,
    style: 0,
    type: 0,
    empty: false,
    valueAt: -1,
    valueEnd: -1,
    inlineText: null,
    formula: false,
  }
  let row = 0
  let column = 0
  for (;;) {
    while (bytes[scan.at] === 60 && row > 0 && readPlainCell(scan)) {
      row = scan.row
      column = scan.column
    }
    const closing = nextElement(scan)
    const tagAt = scan.at - 1
    const length = localName(scan)
    const first = bytes[scan.at]
    if (closing) {
      const last = length === 9 && text.startsWith('sheetData', scan.at)
      endTag(scan)
      if (last) {
        memory.keep(scan, tagAt - 1, row, column)
        return { cells: scan.cells, end: scan.at }
      }
    } else if (length === 1 && first === 99) {
      scan.at += 1
      readCellTag(scan)
      if (scan.row > 0) row = scan.row
      column = scan.column > 0 ? scan.column : column + 1
      if (row === 0 || column > lastColumn) throw damaged('cell-outside-sheet', part)
      if (!scan.empty) readCell(scan, row, column)
    } else if (length === 3 && first === 114) {
      if (memory.passRow(scan, tagAt, row, column)) {
        row = scan.row
        column = scan.column
        continue
      }
      scan.at += 3
      readCellTag(scan)
      row = scan.row > 0 ? scan.row : row + 1
      column = 0
      if (row > lastRow) throw damaged('cell-outside-sheet', part)
    } else skipUnknown(scan, tagAt)
  }
}

/** Goes to the name of the next tag of an element; true for a closing tag. */
function nextElement(scan: FoundCell): boolean {
  const { bytes } = scan
  let at = scan.at
  for (;;) {
    while (at < bytes.length && bytes[at] !== 60) at += 1
    const code = bytes[at + 1]
    if (code === undefined) throw damaged('xml-cut-off', scan.part)
    if (code === 33 || code === 63) at = skipNonElement(scan.text, at, scan.part)
    else {
      scan.at = at + (code === 47 ? 2 : 1)
      return code === 47
    }
  }
}

/** Goes behind the `>` of the current tag; true when the tag ended in `/>`. A `>` inside quotes does not end a tag. */
function endTag(scan: FoundCell): boolean {
  const { bytes } = scan
  let quote = 0
  for (let at = scan.at; at < bytes.length; at += 1) {
    const code = bytes[at]!
    if (quote !== 0) {
      if (code === quote) quote = 0
    } else if (code === 62) {
      scan.at = at + 1
      return bytes[at - 1] === 47
    } else if (code === 34 || code === 39) quote = code
  }
  throw damaged('xml-cut-off', scan.part)
}

/** Passes over an element without a value (extension lists) and everything nested in it. */
function skipUnknown(scan: FoundCell, tagAt: number): void {
  const walk = startWalk(scan, scan.part)
  walk.end = tagAt
  nextTag(walk)
  skipElement(walk)
  scan.at = walk.end
}

/** Reads the content between `<c …>` and `</c>`. */
function readCell(scan: FoundCell, row: number, column: number): void {
  const { bytes, part, style, type } = scan
  scan.valueAt = -1
  scan.inlineText = null
  scan.formula = false
  for (;;) {
    const closing = nextElement(scan)
    const tagAt = scan.at - 1
    const length = localName(scan)
    const first = bytes[scan.at]
    if (closing) {
      if (length !== 1 || first !== 99) throw damaged('xml-tags-crossed', part)
      endTag(scan)
      keepCell(scan, row, column, style, type)
      return
    }
    if (length === 1 && first === 118) {
      const empty = endTag(scan)
      scan.valueAt = scan.at
      if (!empty) toCloseOfText(scan)
      scan.valueEnd = scan.at
      if (!empty) endTag(scan)
    } else if (length === 1 && first === 102) {
      scan.formula = true
      if (!endTag(scan)) {
        toCloseOfText(scan)
        endTag(scan)
      }
    } else if (length === 2 && first === 105 && bytes[scan.at + 1] === 115) readInline(scan, tagAt)
    else skipUnknown(scan, tagAt)
  }
}

/** Goes to the `</` that ends a text; passes over comments and CDATA inside. */
function toCloseOfText(scan: FoundCell): void {
  const { bytes, text, part } = scan
  let at = scan.at
  for (;;) {
    at = text.indexOf('<', at)
    const code = bytes[at + 1]
    if (at < 0 || code === undefined) throw damaged('xml-cut-off', part)
    if (code === 47) {
      scan.at = at
      return
    }
    if (code !== 33 && code !== 63) throw damaged('xml-tag-inside-text', part)
    at = skipNonElement(text, at, part)
  }
}

function readInline(scan: FoundCell, tagAt: number): void {
  const { text } = scan
  // Nearly always `<is><t>text</t></is>`; other forms take the slow way.
  if (text.startsWith('<is><t>', tagAt)) {
    const to = text.indexOf('<', tagAt + 7)
    if (text.startsWith('</t></is>', to)) {
      scan.inlineText = unescapeCellText(xmlText(text.slice(tagAt + 7, to), scan.raw, scan.part))
      scan.at = to + 9
      return
    }
  }
  const walk = startWalk(scan, scan.part)
  walk.end = tagAt
  nextTag(walk)
  scan.inlineText = walk.kind === 'open' ? richText(walk) : ''
  scan.at = walk.end
}
