import type { FunctionNode, BoundNode, Operand } from '../bound/bound.ts'
import type { Value } from '../bound/cell-source.ts'
import type { Binder } from '../kit/binder.ts'
import type { Excel, Piece } from '../kit/excel-text.ts'
import type { Compiler, Run } from '../kit/run.ts'
import type { Mood, Phrase, Teller } from '../kit/teller.ts'
import type { ValueType } from '../syntax/problem.ts'
import type { Node } from '../syntax/tree.ts'

/** A call as it was parsed. */
export type ParsedCall = Node & { kind: 'call' }

/**
 * All that is known of one function; the binder, the compiler, the Excel writer, the wording, the table of docs/scheme-guide.md and the
 * tests read it here.
 */
export type FormulaFunction<Called extends FunctionNode = FunctionNode> = {
  name: string
  /** What stands in the brackets, as the guide writes it: `number, decimals`. */
  takes: string
  gives: ValueType | 'as given'
  /** The type of each argument, where every argument is one value of a type that is always the same. */
  argumentTypes?: readonly ValueType[]
  /** A formula over the example cells of test/shared/formula/functions/example.ts, and what it comes to (a blank is '—'). */
  example: { formula: string; result: string | boolean }
  /** How many arguments; null: any number. */
  least: number
  most: number | null
  /** ISBLANK, NZ: blanks alone do not make the result blank (blank rule 1, docs/design/formula.md: Blanks). */
  asksAboutBlanks?: true
  /** A statistic across the units of the level, for indicators and for checks at the collecting level. */
  acrossUnits?: true
  /** Gives the arguments their meaning; null once a problem is put down. The number of arguments is right. */
  bind(binder: Binder, call: ParsedCall): Operand | null
  /** Absent where binding leaves a cell, a parameter or an attribute, which every reader of the bound tree knows. */
  called?: CalledFunction<Called>
}

/** What the readers of the bound tree ask of a called function. */
export type CalledFunction<Called extends FunctionNode> = {
  compile(node: Called, compiler: Compiler): Run
  /**
   * Of a condition made of conditions: the parts because of which it is not as wanted, each with how it is wanted. Absent: the condition
   * itself is at fault.
   */
  atFault?(node: Called, wanted: boolean, value: (part: BoundNode) => Value): { part: BoundNode; wanted: boolean }[]
  /** Null: no spreadsheet has it. */
  excel: ExcelForm<Called> | null
  words: FunctionWords<Called>
}

export type ExcelForm<Called extends FunctionNode> = {
  /** A blank result is 0, "" or FALSE. */
  write(node: Called, excel: Excel): Piece
  /** A blank result is ""; absent: written around `write` with the condition of `blank`. */
  writeValue?(node: Called, excel: Excel): Piece
  /** When the result is blank, or null when it never is; absent: never. */
  blank?(node: Called, excel: Excel): string | null
  /** Whether it can be an error where evaluate() finds no value; absent: when a part can. */
  canFail?(node: Called, canFail: (part: Operand) => boolean): boolean
  /** The result is a whole number that binary arithmetic holds exactly, so that it needs no rounding to be compared. */
  isCount?: true
}

export type FunctionWords<Called extends FunctionNode> = {
  /** The value in words; absent for a condition. */
  say?(node: Called, teller: Teller): Phrase
  /** A condition in words; absent or null: what it comes to, and as something that must be so: that it never is. */
  clause?(node: Called, holds: boolean, mood: Mood, teller: Teller): string | null
  /** Whether the value is a share, so that a gap to it is one of percentage points; absent: it is not. */
  isPercentage?(node: Called, isPercentage: (part: BoundNode) => boolean): boolean
}
