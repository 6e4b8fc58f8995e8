import { toText, type Decimal } from '../../decimal/decimal.ts'
import { roundDown } from '../../decimal/rounding.ts'
import { isVector, type BoundNode, type Operand, type Vector } from '../bound/bound.ts'
import type { CellSource, Content, Value } from '../bound/cell-source.ts'
import { noValue } from '../bound/no-value.ts'

/** A part of a formula made ready to run. */
export type Run = (source: CellSource) => Value

/** The recursion of ../run, passed in so that a function's definition does not import it in a circle. */
export type Compiler = {
  value(node: BoundNode): Run
  /** A unit's value under the same blank rules as a formula of its own. */
  ofUnit(node: BoundNode): Run
}

/** Blank rule 2: a blank counts as 0 in arithmetic and in comparison with numbers. */
export function asNumber(run: Run): (source: CellSource) => Decimal {
  return (source) => (run(source) as Decimal | null) ?? 0
}

/** Blank rule 2: a blank counts as "" in text. */
export function asText(run: Run): (source: CellSource) => string {
  return (source) => (run(source) as string | null) ?? ''
}

export function asBoolean(run: Run): (source: CellSource) => boolean {
  return (source) => run(source) === true
}

/** A content as a figure; a text has no value here, because text is never taken for 0 (docs/design/numbers.md: Blank). */
export function figure(content: Content): Decimal | null {
  return typeof content === 'string' ? noValue() : content
}

/** A content as text; an empty text is a blank. */
export function written(content: Content): string | null {
  if (content === null || content === '') return null
  return typeof content === 'string' ? content : toText(content)
}

/** A number of decimals or a part of a date, cut to a whole number as in Excel. */
export function wholeOf(d: Decimal): number {
  const whole = Number(toText(roundDown(d, 0)))
  return Number.isSafeInteger(whole) ? whole : noValue()
}

/** The members of a vector, blanks included. */
export function compileVector(vector: Vector): (source: CellSource) => readonly Content[] {
  const read: (content: Content) => Content = vector.type === 'number' ? figure : written
  if (vector.kind === 'list-column') {
    const { table, column } = vector
    return (source) => source.listColumn(table, column).map(read)
  }
  const { keys } = vector
  if (vector.kind === 'cells') return (source) => keys.map((key) => read(source.cell(key)))
  return (source) => keys.map((key) => read(source.prior?.cell(key) ?? null))
}

type Visit = (source: CellSource, take: (value: Value) => void) => void

/** Visits each member of an argument without making a list of cells, because tables are summed often. */
export function compileEach(operand: Operand, compiler: Compiler): Visit {
  if (!isVector(operand)) {
    const run = compiler.value(operand)
    return (source, take) => take(run(source))
  }
  const read = operand.type === 'number' ? figure : written
  if (operand.kind === 'cells') {
    const { keys } = operand
    return (source, take) => {
      for (const key of keys) take(read(source.cell(key)))
    }
  }
  const vector = compileVector(operand)
  return (source, take) => vector(source).forEach(take)
}
