import type { BoundNode, Operand } from '../bound/bound.ts'
import type { CellKey } from '../bound/cell-source.ts'

/** The workbook's addresses of a formula's inputs, as a formula on that cell's sheet writes them. */
export type Addresses = {
  cell(key: CellKey): string
  /** A range, one cell a row of the list. */
  listColumn(table: string, column: string): string
  /** The cell of the current row, in a rule of a list. */
  listCell?(table: string, column: string): string
  /** A cell on the hidden sheet, like the next two. */
  prior(key: CellKey): string
  parameter(name: string): string
  unit(attribute: string): string
  /** True when the cell holds a formula. An input cell's figure has four decimals and is compared without rounding. */
  computed(key: CellKey): boolean
}

/** The longest formula that Excel 2007 takes, in characters. */
export const LONGEST_EXCEL_FORMULA = 8_192

/** Thrown when a formula has no form in a spreadsheet; toExcel() catches it and returns null. */
export class NoExcelForm extends Error {}

/** An expression and the rank of its outermost operator (Excel's ranks are the language's own). */
export type Piece = { text: string; rank: number }

export const RANK = { comparison: 1, join: 2, sum: 3, product: 4, power: 5, whole: 8 } as const

/** The ways to write a node; each gives text that stands alone as an argument of a function. */
export type Excel = {
  addresses: Addresses
  /** A blank is 0. */
  number(node: BoundNode): Piece
  /** A blank is "". */
  text(node: BoundNode): Piece
  truth(node: BoundNode): Piece
  /** A serial number; a blank is 0. */
  date(node: BoundNode): Piece
  /** The form of the node's own type, where a blank counts as 0, "" or FALSE. */
  filled(node: BoundNode): Piece
  /** A blank is "". */
  value(node: BoundNode): Piece
  /** The condition that the node is blank, or null when it never is. */
  isBlank(operand: Operand): string | null
  /** True when the operand can be an error in a spreadsheet where evaluate() finds no value. */
  canFail(operand: Operand): boolean
}

export function limited(piece: Piece): Piece {
  if (piece.text.length > LONGEST_EXCEL_FORMULA) throw new NoExcelForm('too long')
  return piece
}

export function whole(text: string): Piece {
  return { text, rank: RANK.whole }
}

/** The piece as an argument of a function or as the whole formula. */
export function bare(piece: Piece): string {
  return piece.text
}

/** The piece as an operand of an operator of this rank, in brackets when it binds less tightly. */
export function within(piece: Piece, rank: number): string {
  return piece.rank < rank ? `(${piece.text})` : piece.text
}

export function excelCall(name: string, ...args: string[]): string {
  return `${name}(${args.join(',')})`
}

/** A text literal; a long text is joined from several, because Excel takes at most 255 characters in one. */
export function literal(text: string): Piece {
  if (text.length <= 200) return whole(`"${text.replaceAll('"', '""')}"`)
  const pieces: string[] = []
  let piece = ''
  for (const character of text) {
    if (piece.length + character.length > 200) {
      pieces.push(piece)
      piece = ''
    }
    piece += character
  }
  return { text: [...pieces, piece].map((part) => `"${part.replaceAll('"', '""')}"`).join('&'), rank: RANK.join }
}
