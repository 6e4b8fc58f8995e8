import type { BoundNode, Operand } from '../bound/bound.ts'
import type { CellKey } from '../bound/cell-source.ts'

/** Where the workbook keeps what a formula reads; addresses as a formula of that cell's sheet writes them. */
export type Addresses = {
  cell(key: CellKey): string
  /** A range, one cell a row of the list. */
  listColumn(table: string, column: string): string
  /** This row's cell, in a rule of a list. */
  listCell?(table: string, column: string): string
  /** On the hidden sheet, as are the next two. */
  prior(key: CellKey): string
  parameter(name: string): string
  unit(attribute: string): string
  /** Whether the cell holds a formula: an input cell's figure has four decimals and needs no rounding to be compared. */
  computed(key: CellKey): boolean
}

/** What Excel 2007 takes. */
export const LONGEST_EXCEL_FORMULA = 8_192

/** A formula has no form in a spreadsheet; caught by toExcel(), which says null. */
export class NoExcelForm extends Error {}

/** An expression with how tightly its outermost operator binds (Excel's ranks are the language's own). */
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
  /** By the node's own type, where a blank counts as 0, "" or FALSE. */
  filled(node: BoundNode): Piece
  /** A blank is "". */
  value(node: BoundNode): Piece
  /** The condition that the node is blank, or null when it never is. */
  isBlank(operand: Operand): string | null
  /** Whether the operand can be an error in a spreadsheet where evaluate() finds no value. */
  canFail(operand: Operand): boolean
}

export function limited(piece: Piece): Piece {
  if (piece.text.length > LONGEST_EXCEL_FORMULA) throw new NoExcelForm('too long')
  return piece
}

export function whole(text: string): Piece {
  return { text, rank: RANK.whole }
}

/** As an argument of a function, or as the whole formula. */
export function bare(piece: Piece): string {
  return piece.text
}

/** As an operand of something that binds as tightly as `rank`. */
export function within(piece: Piece, rank: number): string {
  return piece.rank < rank ? `(${piece.text})` : piece.text
}

export function excelCall(name: string, ...args: string[]): string {
  return `${name}(${args.join(',')})`
}

/** A text literal; Excel takes at most 255 characters in one. */
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
