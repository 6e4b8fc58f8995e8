import type { XlsxCell } from '../xlsx/book.ts'

const marks = /^[\s×xX✕/—–\-无]*$/u

/** Blanks, crosses and strokes say that nothing is there. */
export function isBlankMark(cell: XlsxCell): boolean {
  return cell.kind === 'text' && cell.text.length < 10 && marks.test(cell.text)
}
