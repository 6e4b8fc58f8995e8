import type { Lang } from '../../words.ts'
import { isVector, type BoundNode, type Operand, type Vector } from '../bound/bound.ts'
import type { CellKey, CellSource, Value } from '../bound/cell-source.ts'
import type { Wording } from './wording.ts'

/** How people call what a formula names. */
export type SpokenNames = {
  /** 「一年级 合计」. */
  cell(key: CellKey): string
  listColumn(table: string, column: string): string
  /** Absent: the name that the formula uses. */
  parameter?(name: string): string
  unit?(attribute: string): string
}

/** An expression in words, with how tightly its outermost part holds together. */
export type Phrase = { text: string; rank: number }

/** How tightly a phrase holds together: one inside a tighter one stands in brackets. */
export const PHRASE_RANK = { condition: 1, sign: 2, sum: 3, product: 4, power: 5, whole: 8 } as const

/** Operators as people write them. */
export const SIGNS = { '+': '+', '-': '-', '*': '×', '/': '÷', '^': '^' } as const

/** A condition as it is, or as it should be. */
export type Mood = 'is' | 'must'

/** The one walk over the bound tree that makes words of it: with the values of `cells` (explain), or without values (in-words). */
export type Teller = {
  lang: Lang
  words: Wording
  names: SpokenNames
  /** Null: what a formula does is said, and not what it comes to. */
  cells: CellSource | null
  /** The value of a part; null where there is none, and where no values are shown. */
  value(node: BoundNode): Value
  /** A value as a sentence shows it: at most four decimals, a blank as a word. */
  shown(value: Value, percent?: 'percent'): string
  phrase(node: BoundNode): Phrase
  /** The phrase, in brackets where it holds together less tightly than `rank`; without one, never. */
  say(node: BoundNode, rank?: number): string
  /** A condition, or with `holds` false its opposite. */
  clause(node: BoundNode, holds: boolean, mood: Mood): string
}

/** More members than this are not written out. */
export const MOST_NAMED = 4
const NAMED_OF_MANY = 2

export function said(text: string, rank: number = PHRASE_RANK.whole): Phrase {
  return { text, rank }
}

/** What a part is called, with its value in brackets where values are shown. */
export function named(teller: Teller, node: BoundNode, text: string, rank: number = PHRASE_RANK.whole): Phrase {
  return teller.cells === null ? said(text, rank) : said(`${text} (${teller.shown(teller.value(node))})`)
}

/** What a part comes to; where no values are shown, the part itself. */
export function asValue(teller: Teller, node: BoundNode): string {
  return teller.cells === null ? teller.say(node) : teller.shown(teller.value(node))
}

/** The name of each member of a vector; of a list's column, its own. */
export function memberNames({ names, words }: Teller, vector: Vector): string[] {
  if (vector.kind === 'list-column') return [names.listColumn(vector.table, vector.column)]
  return vector.keys.map((key) => (vector.kind === 'cells' ? names.cell(key) : words.prior(names.cell(key))))
}

/** Many cells named by the first of them and their number. */
export function manyOf({ words }: Teller, names: readonly string[]): string {
  return words.many(names.slice(0, NAMED_OF_MANY), names.length)
}

export function vectorName(teller: Teller, vector: Vector): string {
  const names = memberNames(teller, vector)
  return names.length > MOST_NAMED ? manyOf(teller, names) : names.join(teller.words.comma)
}

/** A cell without what it holds; what is asked of the period before stands beside this period's figure. */
export function nameOf(teller: Teller, operand: Operand): string {
  const { names, words } = teller
  if (isVector(operand)) return vectorName(teller, operand)
  if (operand.kind === 'prior') return words.prior(names.cell(operand.key))
  if (operand.kind === 'cell') return names.cell(operand.key)
  return operand.kind === 'list-cell' ? names.listColumn(operand.table, operand.column) : teller.say(operand)
}

/** What is asked whether it is filled in; of a blank cell only the name, since the sentence says the rest. */
export function askedOf(teller: Teller, operand: Operand): string {
  return isVector(operand) || teller.value(operand) === null ? nameOf(teller, operand) : teller.say(operand)
}
