import { add, compare, divide, fromInteger, type Decimal } from '../../decimal/decimal.ts'
import type { AggregateFunction, BoundNode, Operand, Vector } from '../bound/bound.ts'
import type { CellSource, Content, Value } from '../bound/cell-source.ts'
import { isVector } from '../kit/binder.ts'
import { meets, readCriterion, type Criterion } from '../bound/criterion.ts'
import { figure, written, type Compile, type Run } from '../kit/run.ts'

type RunVector = (source: CellSource) => readonly Content[]

/** The members of a vector, blanks included. */
function compileVector(vector: Vector): RunVector {
  const read: (content: Content) => Content = vector.type === 'number' ? figure : written
  if (vector.kind === 'list-column') {
    const { table, column } = vector
    return (source) => source.listColumn(table, column).map(read)
  }
  const { keys } = vector
  if (vector.kind === 'cells') return (source) => keys.map((key) => read(source.cell(key)))
  return (source) => keys.map((key) => read(source.prior?.cell(key) ?? null))
}

/** SUM, AVERAGE, MIN, MAX skip blanks and are blank of nothing but blanks; COUNT counts what is not blank (blank rule 2). */
export function compileAggregate(name: AggregateFunction, args: readonly Operand[], compile: Compile): Run {
  const each = args.map((arg) => compileEach(arg, compile))
  return (source) => {
    let count = 0
    let result: Decimal | null = null
    const take = (value: Value): void => {
      if (value === null) return
      count += 1
      if (name === 'COUNT') return
      const next = value as Decimal
      if (result === null) result = next
      else result = name === 'MIN' || name === 'MAX' ? extreme(name, result, next) : add(result, next)
    }
    for (const visit of each) visit(source, take)
    if (name === 'COUNT') return fromInteger(count)
    return name === 'AVERAGE' && result !== null ? divide(result, fromInteger(count)) : result
  }
}

function extreme(name: 'MIN' | 'MAX', a: Decimal, b: Decimal): Decimal {
  return (name === 'MIN') === compare(a, b) <= 0 ? a : b
}

type Visit = (source: CellSource, take: (value: Value) => void) => void

/** Shows each member of an argument without making a list of them: tables are summed often. */
function compileEach(operand: Operand, compile: Compile): Visit {
  if (!isVector(operand)) {
    const run = compile(operand)
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

/** ISBLANK of a vector: whether all of it is. */
export function compileIsBlank(operand: Operand, compile: Compile): Run {
  if (isVector(operand)) {
    const vector = compileVector(operand)
    return (source) => vector(source).every((content) => content === null)
  }
  const run = compile(operand)
  return (source) => run(source) === null
}

/**
 * SUMIF and COUNTIF; blanks never meet a test and are never added. Where nothing meets the test the sum is 0, where only
 * blanks would be added it is blank.
 */
export function compileSumIf(node: BoundNode & { kind: 'sum-if' }, compile: Compile): Run {
  const vector = compileVector(node.vector)
  const sum = node.sum === null ? null : compileVector(node.sum)
  const criterion = compileCriterion(node, compile)
  return (source) => {
    const test = criterion(source)
    const matching = vector(source).map((content) => content !== null && test !== null && meets(content, test))
    const count = matching.filter(Boolean).length
    if (sum === null || count === 0) return fromInteger(count)
    const amounts = sum(source).filter((content, i) => matching[i] === true && content !== null)
    return amounts.length === 0 ? null : (amounts as Decimal[]).reduce(add)
  }
}

function compileCriterion(node: BoundNode & { kind: 'sum-if' }, compile: Compile): (source: CellSource) => Criterion | null {
  const { criterion, vector, test } = node
  if (criterion !== null) return () => criterion
  const run = compile(test)
  return (source) => {
    const value = run(source) ?? (test.type === 'number' ? 0 : '')
    if (typeof value === 'boolean') return null
    return test.type === 'text' ? readCriterion(String(value), vector.type) : { operator: '=', operand: value, by: vector.type }
  }
}
