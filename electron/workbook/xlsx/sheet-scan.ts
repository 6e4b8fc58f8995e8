import type { XlsxCell } from './book.ts'
import { localName, readCellTag } from './cell-tag.ts'
import type { FoundCell, SheetContext } from './cell-value.ts'
import { keepCell } from './cell-value.ts'
import { lastColumn, lastRow } from './limits.ts'
import { damaged } from './refusal.ts'
import { richText } from './shared-strings.ts'
import type { XmlSource } from './xml-decode.ts'
import { unescapeCellText, xmlText } from './xml-text.ts'
import { nextTag, skipElement, skipNonElement, startWalk, tagEnd } from './xml-walk.ts'

/**
 * Reads the cells between `<sheetData>` and `</sheetData>`, from the character after the opening tag on. Returns the cells
 * with content in the order of the file, and the first character after the closing tag. Runs once over the text:
 * no tree, no pattern matching, one object per cell that has content.
 */
export function scanCells(source: XmlSource, start: number, part: string, context: SheetContext): { cells: XlsxCell[]; end: number } {
  const { text, raw } = source
  const scan: FoundCell = {
    text, raw, part, context, cells: [],
    at: start, row: 0, column: 0, style: 0, type: 0, empty: false,
    valueAt: -1, valueEnd: -1, inlineText: null, formula: false,
  }
  let row = 0
  let column = 0
  for (;;) {
    const closing = nextElement(scan)
    const tagAt = scan.at
    const length = localName(scan)
    const first = text.charCodeAt(scan.at)
    if (closing) {
      const end = tagEnd(text, scan.at, part)
      if (length === 9 && text.startsWith('sheetData', scan.at)) return { cells: scan.cells, end }
      scan.at = end
    } else if (length === 1 && first === 99) {
      scan.at += 1
      readCellTag(scan)
      if (scan.row > 0) row = scan.row
      column = scan.column > 0 ? scan.column : column + 1
      if (row === 0 || column > lastColumn) throw damaged('cell-outside-sheet', part)
      if (!scan.empty) readCell(scan, row, column)
    } else if (length === 3 && first === 114) {
      scan.at += 3
      readCellTag(scan)
      row = scan.row > 0 ? scan.row : row + 1
      column = 0
      if (row > lastRow) throw damaged('cell-outside-sheet', part)
    } else skipUnknown(scan, tagAt - 1)
  }
}

/** Goes to the next tag of an element, stands on its name, and says whether it is a closing tag. */
function nextElement(scan: FoundCell): boolean {
  const { text } = scan
  for (;;) {
    const open = text.charCodeAt(scan.at) === 60 ? scan.at : text.indexOf('<', scan.at)
    if (open < 0) throw damaged('xml-cut-off', scan.part)
    const code = text.charCodeAt(open + 1)
    if (code === 33 || code === 63) {
      scan.at = skipNonElement(text, open, scan.part)
      continue
    }
    scan.at = open + (code === 47 ? 2 : 1)
    return code === 47
  }
}

/** Passes over an element that carries no value (extension lists), whatever is nested in it. */
function skipUnknown(scan: FoundCell, tagAt: number): void {
  const walk = startWalk(scan, scan.part)
  walk.end = tagAt
  nextTag(walk)
  skipElement(walk)
  scan.at = walk.end
}

/** Reads what stands between `<c …>` and `</c>`. */
function readCell(scan: FoundCell, row: number, column: number): void {
  const { text, part, style, type } = scan
  scan.valueAt = -1
  scan.inlineText = null
  scan.formula = false
  for (;;) {
    const closing = nextElement(scan)
    const tagAt = scan.at - 1
    const length = localName(scan)
    const first = text.charCodeAt(scan.at)
    if (closing) {
      if (length !== 1 || first !== 99) throw damaged('xml-tags-crossed', part)
      scan.at = tagEnd(text, scan.at, part)
      break
    }
    if (length === 1 && (first === 118 || first === 102)) {
      const from = tagEnd(text, scan.at, part)
      if (text.charCodeAt(from - 2) === 47) {
        scan.at = from
        if (first === 118) scan.valueAt = scan.valueEnd = from
      } else {
        const to = closeOfText(text, from, part)
        if (first === 118) {
          scan.valueAt = from
          scan.valueEnd = to
        }
        scan.at = tagEnd(text, to, part)
      }
      if (first === 102) scan.formula = true
    } else if (length === 2 && first === 105 && text.charCodeAt(scan.at + 1) === 115) readInline(scan, tagAt)
    else skipUnknown(scan, tagAt)
  }
  keepCell(scan, row, column, style, type)
}

/** Where the `</` stands that ends a text; comments and CDATA inside are passed over. */
function closeOfText(text: string, from: number, part: string): number {
  let at = text.indexOf('<', from)
  while (at >= 0 && text.charCodeAt(at + 1) !== 47) {
    const code = text.charCodeAt(at + 1)
    if (code !== 33 && code !== 63) throw damaged('xml-tag-inside-text', part)
    at = text.indexOf('<', skipNonElement(text, at, part))
  }
  if (at < 0) throw damaged('xml-cut-off', part)
  return at
}

function readInline(scan: FoundCell, tagAt: number): void {
  const { text } = scan
  // Nearly always `<is><t>text</t></is>`; everything else goes the slow way.
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
