import { add, divide, fromInteger, fromText, multiply, negate, subtract, toText, type Decimal } from '../../decimal/decimal.ts'
import { power, withinRange } from '../../decimal/power.ts'
import { round } from '../../decimal/rounding.ts'
import type { BoundNode } from '../bound/bound.ts'
import type { CellSource } from '../bound/cell-source.ts'
import { compareFigures, sameText } from '../bound/compare.ts'
import { holds, meetsCriterion } from '../bound/criterion.ts'
import { noValue, orBlank } from '../bound/no-value.ts'
import { calledBy } from '../functions/list.ts'
import { allBlank } from './all-blank.ts'
import { asBoolean, asNumber, asText, figure, written, type Compiler, type Run } from '../kit/run.ts'
import type { ArithmeticOperator, CompareOperator } from '../syntax/tree.ts'

const HUNDRED = fromInteger(100)
/** The most decimals of a figure inside a text, as in the workbook. */
const WRITTEN_PLACES = 9

/** Compiles a node to a closure, made once a formula and run for every cell, unit and period. */
export function compileValue(node: BoundNode): Run {
  switch (node.kind) {
    case 'constant': {
      const { value } = node
      return () => value
    }
    case 'cell': {
      const { key } = node
      return node.type === 'number' ? (source) => figure(source.cell(key)) : (source) => written(source.cell(key))
    }
    case 'prior': {
      const { key } = node
      if (node.type === 'number') return (source) => figure(source.prior?.cell(key) ?? null)
      return (source) => written(source.prior?.cell(key) ?? null)
    }
    case 'list-cell': {
      const { table, column } = node
      if (node.type === 'number') return (source) => figure(source.listCell?.(table, column) ?? null)
      return (source) => written(source.listCell?.(table, column) ?? null)
    }
    case 'parameter': {
      const { name } = node
      return (source) => source.parameter(name) ?? noValue()
    }
    case 'unit': {
      const { attribute } = node
      if (node.type === 'number') return (source) => fromText(source.unit(attribute)?.trim() ?? '')
      return (source) => written(source.unit(attribute))
    }
    case 'minus': {
      const operand = compileNumber(node.operand)
      return (source) => negate(operand(source))
    }
    case 'percent': {
      const operand = compileNumber(node.operand)
      return (source) => divide(operand(source), HUNDRED)
    }
    case 'arithmetic':
      return compileArithmetic(node.operator, compileNumber(node.left), compileNumber(node.right))
    case 'concatenation': {
      const left = compileWritten(node.left)
      const right = compileWritten(node.right)
      return (source) => written(left(source) + right(source))
    }
    case 'comparison':
      return compileComparison(node.operator, node.left, node.right)
    case 'in': {
      const operand = compileValue(node.operand)
      const by = node.operand.type === 'boolean' ? 'text' : node.operand.type
      const { members } = node
      return (source) => {
        const value = operand(source)
        if (value === null || typeof value === 'boolean') return false
        return members.some((member) =>
          by === 'text' ? sameText(String(value), String(member)) : meetsCriterion(value, { operator: '=', operand: member, by }),
        )
      }
    }
    case 'call':
    case 'is-blank':
    case 'aggregate':
    case 'sum-if':
    case 'across':
      return calledBy(node).compile(node, compiler)
  }
}

/** A unit's value under the same blank rules as a formula of its own. */
function compileOfUnit(node: BoundNode): Run {
  const run = compileValue(node)
  const blank = allBlank(node)
  return (unit) => (blank(unit) ? null : orBlank(() => run(unit)))
}

/** The compiler of the arguments in the definitions of functions. */
export const compiler: Compiler = { value: compileValue, ofUnit: compileOfUnit }

type RunNumber = (source: CellSource) => Decimal

function compileNumber(node: BoundNode): RunNumber {
  return asNumber(compileValue(node))
}

function compileText(node: BoundNode): (source: CellSource) => string {
  return asText(compileValue(node))
}

function compileArithmetic(operator: ArithmeticOperator, left: RunNumber, right: RunNumber): Run {
  switch (operator) {
    case '+':
      return (source) => add(left(source), right(source))
    case '-':
      return (source) => subtract(left(source), right(source))
    case '*':
      return (source) => {
        const product = multiply(left(source), right(source))
        return typeof product === 'number' ? product : (withinRange(product) ?? noValue())
      }
    case '/':
      return (source) => {
        const dividend = left(source)
        return divide(dividend, right(source)) ?? noValue()
      }
    case '^':
      return (source) => power(left(source), right(source)) ?? noValue()
  }
}

function compileWritten(node: BoundNode): (source: CellSource) => string {
  if (node.type !== 'number') return compileText(node)
  const run = compileValue(node) as (source: CellSource) => Decimal | null
  return (source) => {
    const value = run(source)
    return value === null ? '' : toText(round(value, WRITTEN_PLACES))
  }
}

function compileComparison(operator: CompareOperator, leftNode: BoundNode, rightNode: BoundNode): Run {
  if (leftNode.type === 'number') {
    const left = compileNumber(leftNode)
    const right = compileNumber(rightNode)
    return (source) => holds(operator, compareFigures(left(source), right(source)))
  }
  if (leftNode.type === 'boolean') {
    const left = asBoolean(compileValue(leftNode))
    const right = asBoolean(compileValue(rightNode))
    return (source) => (left(source) === right(source)) === (operator === '=')
  }
  const left = compileText(leftNode)
  const right = compileText(rightNode)
  if (leftNode.type === 'text') return (source) => sameText(left(source), right(source)) === (operator === '=')
  return (source) => {
    const [a, b] = [left(source), right(source)]
    return holds(operator, a < b ? -1 : a > b ? 1 : 0)
  }
}
