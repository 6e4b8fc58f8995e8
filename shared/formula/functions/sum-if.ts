import { add, fromInteger, toText, type Decimal } from '../../decimal/decimal.ts'
import type { Lang } from '../../words.ts'
import { isVector, type BoundNode, type Vector } from '../bound/bound.ts'
import type { CellSource } from '../bound/cell-source.ts'
import { meetsCriterion, readCriterion, type Criterion } from '../bound/criterion.ts'
import { bindValue, refuse, type Binder } from '../kit/binder.ts'
import { compileVector, type Compiler, type Run } from '../kit/run.ts'
import { asValue, named, vectorName, type Phrase, type Teller } from '../kit/teller.ts'
import type { CompareOperator, Node } from '../syntax/tree.ts'
import type { FormulaFunction, ParsedCall } from './function.ts'
import { writeSumIf, writeSumIfBlank, type SumIf } from './sum-if-excel.ts'

export const SUMIF = sumIf('SUMIF', 'range, test, summed range', { formula: 'SUMIF([PX.类别], "国培", [PX.人次])', result: '37' })
export const COUNTIF = sumIf('COUNTIF', 'range, test', { formula: 'COUNTIF([PX.人次], ">=12")', result: '2' })

/** The number of members of a range that meet a test, or the sum of the members beside them. */
function sumIf(name: 'SUMIF' | 'COUNTIF', takes: string, example: FormulaFunction['example']): FormulaFunction<SumIf> {
  const count = name === 'SUMIF' ? 3 : 2
  return {
    name,
    takes,
    gives: 'number',
    example,
    least: count,
    most: count,
    bind: bindSumIf,
    called: {
      compile: compileSumIf,
      excel: { write: (node, excel) => writeSumIf(excel, node), blank: (node, excel) => writeSumIfBlank(excel, node) },
      words: { say },
    },
  }
}

function bindVector(binder: Binder, node: Node, name: string): Vector | null {
  const operand = binder.operand(binder, node)
  if (operand === null || isVector(operand)) return operand
  return refuse(binder, { code: 'vector-needed', name, at: node.at })
}

function bindSumIf(binder: Binder, { args, at, name }: ParsedCall): BoundNode | null {
  const summing = name === SUMIF.name
  const vector = bindVector(binder, args[0]!, name)
  const test = bindValue(binder, args[1]!)
  const sum = summing ? bindVector(binder, args[2]!, name) : null
  if (vector === null || test === null || (summing && sum === null)) return null
  if (sum !== null && sum.type !== 'number')
    return refuse(binder, { code: 'type-expected', expected: 'number', found: sum.type, at: sum.at })
  if (sum !== null && !alike(vector, sum)) {
    return refuse(binder, { code: 'vectors-differ', name, test: lengthOf(vector), sum: lengthOf(sum), at })
  }
  if (test.type !== vector.type && test.type !== 'text') {
    return refuse(binder, { code: 'type-expected', expected: vector.type, found: test.type, at: test.at })
  }
  if (test.type !== 'text' || test.kind !== 'constant')
    return { kind: 'sum-if', name, vector, criterion: null, test, sum, type: 'number', at }
  const criterion = readCriterion(String(test.value), vector.type)
  if (criterion === null) return refuse(binder, { code: 'bad-criterion', text: String(test.value), at: test.at })
  return { kind: 'sum-if', name, vector, criterion, test, sum, type: 'number', at }
}

function alike(a: Vector, b: Vector): boolean {
  if (a.kind === 'list-column' || b.kind === 'list-column') return a.kind === b.kind && 'table' in a && 'table' in b && a.table === b.table
  return a.keys.length === b.keys.length
}

function lengthOf(vector: Vector): number | null {
  return vector.kind === 'list-column' ? null : vector.keys.length
}

/**
 * Compiles SUMIF and COUNTIF; blanks never meet a test and are never added. The sum is 0 when no member meets the test,
 * and blank when only blanks would be added.
 */
function compileSumIf(node: SumIf, compiler: Compiler): Run {
  const vector = compileVector(node.vector)
  const sum = node.sum === null ? null : compileVector(node.sum)
  const criterion = compileCriterion(node, compiler)
  return (source) => {
    const test = criterion(source)
    const matching = vector(source).map((content) => content !== null && test !== null && meetsCriterion(content, test))
    const count = matching.filter(Boolean).length
    if (sum === null || count === 0) return fromInteger(count)
    const amounts = sum(source).filter((content, i) => matching[i] === true && content !== null)
    return amounts.length === 0 ? null : (amounts as Decimal[]).reduce(add)
  }
}

function compileCriterion(node: SumIf, compiler: Compiler): (source: CellSource) => Criterion | null {
  const { criterion, vector, test } = node
  if (criterion !== null) return () => criterion
  const run = compiler.value(test)
  return (source) => {
    const value = run(source) ?? (test.type === 'number' ? 0 : '')
    if (typeof value === 'boolean') return null
    return test.type === 'text' ? readCriterion(String(value), vector.type) : { operator: '=', operand: value, by: vector.type }
  }
}

type Words = {
  meets: Readonly<Record<CompareOperator, string>>
  where(of: SumIf['vector'], name: string, test: string): string
  sum(summed: string, where: string): string
  count(where: string): string
}

const WORDS: Readonly<Record<Lang, Words>> = {
  zh: {
    meets: { '=': '为', '<>': '不为', '<': '小于', '<=': '不大于', '>': '大于', '>=': '不小于' },
    where: ({ kind }, name, test) => (kind === 'list-column' ? `${name} ${test} 的各行` : `${name}中${test} 的`),
    sum: (summed, where) => `${where} ${summed} 之和`,
    count: (where) => `${where}个数`,
  },
  en: {
    meets: { '=': 'is', '<>': 'is not', '<': 'is below', '<=': 'is at most', '>': 'is above', '>=': 'is at least' },
    where: ({ kind }, name, test) =>
      kind === 'list-column' ? `the rows where ${name} ${test}` : `those of ${name} that ${test.replace(/^is /, 'are ')}`,
    sum: (summed, where) => `the sum of ${summed} over ${where}`,
    count: (where) => `the number of ${where}`,
  },
}

function say(node: SumIf, teller: Teller): Phrase {
  const { vector, criterion, test, sum } = node
  const words = WORDS[teller.lang]
  const operand =
    criterion === null
      ? asValue(teller, test)
      : typeof criterion.operand === 'string'
        ? teller.words.quoted(criterion.operand)
        : toText(criterion.operand)
  const where = words.where(vector, vectorName(teller, vector), `${words.meets[criterion?.operator ?? '=']} ${operand}`)
  return named(teller, node, sum === null ? words.count(where) : words.sum(vectorName(teller, sum), where))
}
