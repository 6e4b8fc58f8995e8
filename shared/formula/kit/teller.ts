import type { Lang } from '../../words.ts'
import { isVector, type BoundNode, type Operand, type Vector } from '../bound/bound.ts'
import type { CellKey, CellSource, Value } from '../bound/cell-source.ts'
import type { Wording } from './wording.ts'

/** The names that people use for the parts of a formula. */
export type SpokenNames = {
  /** The title of a cell: 「一年级 合计」. */
  cell(key: CellKey): string
  listColumn(table: string, column: string): string
  /** Absent: the name that the formula uses. */
  parameter?(name: string): string
  unit?(attribute: string): string
}

/** An expression in words and the rank of its outermost part. */
export type Phrase = { text: string; rank: number }

/** The binding ranks of phrases; a looser phrase inside a tighter one gets brackets. */
export const PHRASE_RANK = { condition: 1, sign: 2, sum: 3, product: 4, power: 5, whole: 8 } as const

/** The operators as people write them. */
export const SIGNS = { '+': '+', '-': '-', '*': '×', '/': '÷', '^': '^' } as const

/** The mood of a condition in words: as it is, or as it should be. */
export type Mood = 'is' | 'must'

/** The only walk that words a bound tree: with the values of `cells` (explain), or without values (in-words). */
export type Teller = {
  lang: Lang
  words: Wording
  names: SpokenNames
  /** Null: the formula is told without values. */
  cells: CellSource | null
  /** The value of a part; null where there is none, and where no values are shown. */
  value(node: BoundNode): Value
  /** A value as a sentence shows it: at most four decimals, a blank as a word. */
  shown(value: Value, percent?: 'percent'): string
  phrase(node: BoundNode): Phrase
  /** The phrase, in brackets when its rank is below `rank`; without `rank`, never. */
  say(node: BoundNode, rank?: number): string
  /** A condition, or with `holds` false its opposite. */
  clause(node: BoundNode, holds: boolean, mood: Mood): string
}

/** The most members that are written out. */
export const MOST_NAMED = 4
const NAMED_OF_MANY = 2

export function said(text: string, rank: number = PHRASE_RANK.whole): Phrase {
  return { text, rank }
}

/** The name of a part, with its value in brackets when values are shown. */
export function named(teller: Teller, node: BoundNode, text: string, rank: number = PHRASE_RANK.whole): Phrase {
  return teller.cells === null ? said(text, rank) : said(`${text} (${teller.shown(teller.value(node))})`)
}

/** The value of a part; without values, the part in words. */
export function asValue(teller: Teller, node: BoundNode): string {
  return teller.cells === null ? teller.say(node) : teller.shown(teller.value(node))
}

/** The name of each member of a vector; for a list's column, the name of the column. */
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

/** The name of a cell or vector without its value, marked when of the period before; any other operand as a phrase. */
export function nameOf(teller: Teller, operand: Operand): string {
  const { names, words } = teller
  if (isVector(operand)) return vectorName(teller, operand)
  if (operand.kind === 'prior') return words.prior(names.cell(operand.key))
  if (operand.kind === 'cell') return names.cell(operand.key)
  return operand.kind === 'list-cell' ? names.listColumn(operand.table, operand.column) : teller.say(operand)
}

/** The operand of a blank test in words; a blank cell by its name only, because the sentence says that it is blank. */
export function askedOf(teller: Teller, operand: Operand): string {
  return isVector(operand) || teller.value(operand) === null ? nameOf(teller, operand) : teller.say(operand)
}
