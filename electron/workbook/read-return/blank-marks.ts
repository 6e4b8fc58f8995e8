import type { XlsxCell } from '../xlsx/book.ts'

const marks = /^[\s×xX✕/—–\-无]*$/u

/** True for a text of blanks, crosses, strokes or 无, which marks an empty cell. */
export function isBlankMark(cell: XlsxCell): boolean {
  return cell.kind === 'text' && cell.text.length < 10 && marks.test(cell.text)
}
