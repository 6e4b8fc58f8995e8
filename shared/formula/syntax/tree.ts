import type { Decimal } from '../../decimal/decimal.ts'

/** A place in the source as written, in UTF-16 units. */
export type Span = { offset: number; length: number }

/** A dotted part of a reference: a code, a range of codes, or all. */
export type Selector = { kind: 'code'; code: string } | { kind: 'range'; from: string; to: string } | { kind: 'all' }

/**
 * The reference in [ ], read as cells of a grid: `[03]` has only a row, `[.2]` only a column, `[T.03.2]` all three; an
 * absent row or column means this one. `[A.B]` may also be column B of the list table A, and `[.B]` this row's cell of
 * a list. The scheme decides from `parts`, the parts as written (null for an empty one), because it knows the codes.
 */
export type Reference = {
  table?: string
  row?: Selector
  column?: Selector
  parts: readonly (Selector | null)[]
  /** The reference as written, brackets included, full-width digits made plain. */
  text: string
  at: Span
}

export type CompareOperator = '=' | '<>' | '<' | '<=' | '>' | '>='
export type ArithmeticOperator = '+' | '-' | '*' | '/' | '^'
export type BinaryOperator = CompareOperator | ArithmeticOperator | '&'

/** `x in [a, b]` holds words; each keeps its place for messages. */
export type Word = { text: string; at: Span }

export type Node = { at: Span } & (
  | { kind: 'number'; value: Decimal }
  | { kind: 'text'; value: string }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'reference'; reference: Reference }
  | { kind: 'name'; name: string }
  | { kind: 'minus'; operand: Node }
  | { kind: 'percent'; operand: Node }
  | { kind: 'binary'; operator: BinaryOperator; left: Node; right: Node }
  | { kind: 'in'; operand: Node; words: readonly Word[] }
  | { kind: 'call'; name: string; args: readonly Node[] }
)

/** A parsed formula. In a condition on units (`where`, `filed-by`) bare attribute names and words are allowed. */
export type Tree = { source: string; root: Node; condition: boolean }

const COMPARE_OPERATORS: readonly string[] = ['=', '<>', '<', '<=', '>', '>=']

export function isCompareOperator(operator: string): operator is CompareOperator {
  return COMPARE_OPERATORS.includes(operator)
}

/** The smallest span that holds both. */
export function join(a: Span, b: Span): Span {
  const offset = Math.min(a.offset, b.offset)
  return { offset, length: Math.max(a.offset + a.length, b.offset + b.length) - offset }
}
