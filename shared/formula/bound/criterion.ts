import { divide, equals, fromInteger, fromText, type Decimal } from '../../decimal/decimal.ts'
import { compareFigures, sameText } from './compare.ts'
import type { CellKind } from './cell-source.ts'
import type { CompareOperator } from '../syntax/tree.ts'
import { isDate } from './dates.ts'

/** The test of SUMIF and COUNTIF: an operator and its operand. */
export type Criterion = { operator: CompareOperator; operand: Decimal | string; by: CellKind }

/**
 * Reads a test written as text: "国培", ">=50", "<>省培", "30%". In texts `*` and `?` are wildcards and `~` makes them
 * plain, as in Excel. Null when a vector of this type cannot be tested so.
 */
export function readCriterion(text: string, type: CellKind): Criterion | null {
  const normal = text.replace(/^\s*[＝＜＞≥≤≠]+/, (signs) =>
    signs.replace('≥', '>=').replace('≤', '<=').replace('≠', '<>').normalize('NFKC'),
  )
  const [, sign, rest = ''] = /^\s*(<>|<=|>=|=|<|>)?\s*(.*?)\s*$/s.exec(normal) ?? []
  const operator = (sign ?? '=') as CompareOperator
  if (type === 'text') return operator === '=' || operator === '<>' ? { operator, operand: rest, by: type } : null
  if (type === 'date') return isDate(rest) ? { operator, operand: rest, by: type } : null
  const operand = readFigure(rest.normalize('NFKC'))
  return operand === null ? null : { operator, operand, by: type }
}

function readFigure(text: string): Decimal | null {
  const percent = text.endsWith('%')
  const figure = fromText((percent ? text.slice(0, -1) : text).replaceAll(',', ''))
  return figure !== null && percent ? divide(figure, fromInteger(100)) : figure
}

/** True when a value that is not blank meets the test. */
export function meetsCriterion(value: Decimal | string, { operator, operand, by }: Criterion): boolean {
  if (by === 'text') {
    if (typeof value !== 'string' || typeof operand !== 'string') return false
    return matches(value, operand) === (operator === '=')
  }
  if (by === 'date') {
    if (typeof value !== 'string' || typeof operand !== 'string') return false
    return holds(operator, value < operand ? -1 : value > operand ? 1 : 0)
  }
  if (typeof value === 'string' || typeof operand === 'string') return false
  return holds(operator, equals(value, operand) ? 0 : compareFigures(value, operand))
}

/** True when the operator accepts the order of its two sides. */
export function holds(operator: CompareOperator, order: number): boolean {
  switch (operator) {
    case '=':
      return order === 0
    case '<>':
      return order !== 0
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
  }
}

/** True when the value matches the pattern; never backtracks beyond the last star, so that no pattern can hang. */
function matches(value: string, pattern: string): boolean {
  const wanted = [...pattern]
  const found = [...value]
  let v = 0
  let p = 0
  let star = -1
  let resume = 0
  while (v < found.length) {
    const escaped = wanted[p] === '~' && '*?~'.includes(wanted[p + 1] ?? ' ')
    const expected = escaped ? wanted[p + 1] : wanted[p]
    if (!escaped && expected === '*') {
      star = p
      resume = v
      p += 1
    } else if (expected !== undefined && ((!escaped && expected === '?') || sameText(expected, found[v]!))) {
      p += escaped ? 2 : 1
      v += 1
    } else if (star >= 0) {
      p = star + 1
      resume += 1
      v = resume
    } else return false
  }
  while (wanted[p] === '*') p += 1
  return p === wanted.length
}
