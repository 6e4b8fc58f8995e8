import type { Decimal } from '../../decimal/decimal.ts'
import type { FormulaProblem, ValueType } from '../syntax/problem.ts'
import type { ArithmeticOperator, CompareOperator, Reference, Span, Tree } from '../syntax/tree.ts'
import type { CellKey, CellKind } from './cell-source.ts'
import type { Criterion } from './criterion.ts'

export type ListColumn = { table: string; column: string }

/** The meaning of a reference at the place of the formula. */
export type Resolution =
  | { kind: 'cell'; key: CellKey; type: CellKind }
  | { kind: 'vector'; keys: CellKey[]; type: CellKind }
  | { kind: 'list-column'; table: string; column: string; type: CellKind }
  /** The cell of the current row, in a rule of that list. */
  | { kind: 'list-cell'; table: string; column: string; type: CellKind }
  | { kind: 'unknown'; message: FormulaProblem }

/** The names that a formula may use, given by its scheme. */
export type Scope = {
  resolve(reference: Reference): Resolution
  parameter(name: string): boolean
  parameterNames(): string[]
  attribute(name: string): CellKind | undefined
  attributeNames(): string[]
  /** True where statistics across units may be used: in indicators, and in checks at the collecting level. */
  acrossUnits: boolean
}

export type Vector = { at: Span; type: CellKind } & (
  | { kind: 'cells'; keys: readonly CellKey[] }
  | { kind: 'prior-cells'; keys: readonly CellKey[] }
  | { kind: 'list-column'; table: string; column: string }
)

export type Operand = BoundNode | Vector

export type BoundNode = { at: Span; type: ValueType } /** A null constant is a blank: `""` where a number or date is wanted. */ & (
  | { kind: 'constant'; value: Decimal | string | boolean | null }
  | { kind: 'cell'; key: CellKey }
  | { kind: 'prior'; key: CellKey }
  | { kind: 'list-cell'; table: string; column: string }
  | { kind: 'parameter'; name: string }
  | { kind: 'unit'; attribute: string }
  | { kind: 'minus'; operand: BoundNode }
  | { kind: 'percent'; operand: BoundNode }
  | { kind: 'arithmetic'; operator: ArithmeticOperator; left: BoundNode; right: BoundNode }
  | { kind: 'concatenation'; left: BoundNode; right: BoundNode }
  | { kind: 'comparison'; operator: CompareOperator; left: BoundNode; right: BoundNode }
  | { kind: 'in'; operand: BoundNode; members: readonly (Decimal | string)[] }
  /** A call with its arguments; `name` leads to the definition of the function (../functions). */
  | { kind: 'call'; name: string; args: readonly BoundNode[] }
  | { kind: 'is-blank'; name: string; operand: Operand }
  | { kind: 'aggregate'; name: string; args: readonly Operand[] }
  /** COUNTIF when `sum` is null. `criterion` is null when `test` is computed at run time. */
  | { kind: 'sum-if'; name: string; vector: Vector; criterion: Criterion | null; test: BoundNode; sum: Vector | null }
  | { kind: 'across'; name: string; value: BoundNode | null; weight: BoundNode | null; where: BoundNode | null }
)

/** A part of the tree that calls a function. */
export type FunctionNode = BoundNode & { kind: 'call' | 'is-blank' | 'aggregate' | 'sum-if' | 'across' }

const FUNCTION_KINDS: readonly string[] = ['call', 'is-blank', 'aggregate', 'sum-if', 'across'] satisfies FunctionNode['kind'][]

export function isFunctionNode(node: Operand): node is FunctionNode {
  return FUNCTION_KINDS.includes(node.kind)
}

export function isVector(operand: Operand): operand is Vector {
  return operand.kind === 'cells' || operand.kind === 'prior-cells' || operand.kind === 'list-column'
}

/** A formula with all names resolved and all types checked. */
export type Bound = {
  tree: Tree
  root: BoundNode
  type: ValueType
  /** The referenced cells of this period, members of vectors included, in order of first mention. */
  cells: readonly CellKey[]
  lists: readonly ListColumn[]
  listCells: readonly ListColumn[]
  priorCells: readonly CellKey[]
  parameters: readonly string[]
  attributes: readonly string[]
  /** True when ISBLANK or NZ is used: blanks alone do not make the result blank (blank rule 1, docs/design/formula.md: Blanks). */
  usesBlanks: boolean
  /** True when an across-units function is used: the formula needs `units` and has no Excel form. */
  acrossUnits: boolean
  /** The inputs that the across-units functions read of each unit. */
  unitCells: readonly CellKey[]
  unitPriorCells: readonly CellKey[]
  unitLists: readonly ListColumn[]
  unitAttributes: readonly string[]
}
