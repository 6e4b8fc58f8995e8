import type { FunctionNode, BoundNode, Operand } from '../bound/bound.ts'
import type { Value } from '../bound/cell-source.ts'
import type { Binder } from '../kit/binder.ts'
import type { Excel, Piece } from '../kit/excel-text.ts'
import type { Compiler, Run } from '../kit/run.ts'
import type { Mood, Phrase, Teller } from '../kit/teller.ts'
import type { ValueType } from '../syntax/problem.ts'
import type { Node } from '../syntax/tree.ts'

/** A parsed call. */
export type ParsedCall = Node & { kind: 'call' }

/**
 * The definition of one function, read by the binder, the compiler, the Excel writer, the wording, the table of docs/scheme-guide.md and
 * the tests.
 */
export type FormulaFunction<Called extends FunctionNode = FunctionNode> = {
  name: string
  /** The arguments as the guide writes them: `number, decimals`. */
  takes: string
  gives: ValueType | 'as given'
  /** The type of each argument, when every argument is one value of a fixed type. */
  argumentTypes?: readonly ValueType[]
  /** A formula over the example cells of test/shared/formula/functions/example.ts, and its result (a blank is '—'). */
  example: { formula: string; result: string | boolean }
  /** The least and the most arguments; `most` null: any number. */
  least: number
  most: number | null
  /** True for ISBLANK and NZ: blanks alone do not make the result blank (blank rule 1, docs/design/formula.md: Blanks). */
  asksAboutBlanks?: true
  /** True for a statistic across the units of the level, for indicators and for checks at the collecting level. */
  acrossUnits?: true
  /** Binds the call; null once a problem is recorded. The number of arguments is checked before. */
  bind(binder: Binder, call: ParsedCall): Operand | null
  /** Absent when binding gives cells, a parameter or an attribute, which every reader of the bound tree knows. */
  called?: CalledFunction<Called>
}

/** The parts of a definition that the readers of the bound tree use. */
export type CalledFunction<Called extends FunctionNode> = {
  compile(node: Called, compiler: Compiler): Run
  /**
   * The parts that keep a condition made of conditions from its wanted value, each with its own wanted value. Absent: the condition
   * itself is at fault.
   */
  atFault?(node: Called, wanted: boolean, value: (part: BoundNode) => Value): { part: BoundNode; wanted: boolean }[]
  /** Null: no spreadsheet has the function. */
  excel: ExcelForm<Called> | null
  words: FunctionWords<Called>
}

export type ExcelForm<Called extends FunctionNode> = {
  /** A blank result is 0, "" or FALSE. */
  write(node: Called, excel: Excel): Piece
  /** A blank result is ""; absent: written around `write` with the condition of `blank`. */
  writeValue?(node: Called, excel: Excel): Piece
  /** The condition that the result is blank, null when never blank; absent: never. */
  blank?(node: Called, excel: Excel): string | null
  /** True when the result can be an error where evaluate() finds no value; absent: true when a part can. */
  canFail?(node: Called, canFail: (part: Operand) => boolean): boolean
  /** True when the result is a whole number, exact in binary arithmetic and compared without rounding. */
  isCount?: true
}

export type FunctionWords<Called extends FunctionNode> = {
  /** The value in words; absent for a condition. */
  say?(node: Called, teller: Teller): Phrase
  /** A condition in words; absent or null: its value, and for a demand the sentence that the rule allows no filing. */
  clause?(node: Called, holds: boolean, mood: Mood, teller: Teller): string | null
  /** True when the value is a share, so that a gap is in percentage points; absent: false. */
  isPercentage?(node: Called, isPercentage: (part: BoundNode) => boolean): boolean
}
