import { fromText, toText, type Decimal } from '../../decimal/decimal.ts'
import {
  allOrNone,
  bindReference,
  bindTyped,
  bindValue,
  countArguments,
  gathered,
  noneGathered,
  refuse,
  type Binder,
} from '../kit/binder.ts'
import type { Bound, BoundNode, Operand, Scope } from '../bound/bound.ts'
import { isDate } from '../bound/dates.ts'
import type { ParsedCall } from '../functions/function.ts'
import { FUNCTIONS, functionNamed } from '../functions/list.ts'
import { nearest } from '../syntax/nearest.ts'
import type { FormulaProblem } from '../syntax/problem.ts'
import { isCompareOperator, type ArithmeticOperator, type CompareOperator, type Node, type Tree } from '../syntax/tree.ts'

export type Binding = { ok: true; bound: Bound } | { ok: false; problems: FormulaProblem[] }

/**
 * Gives every name of a parsed formula its meaning and checks every type (docs/design/formula.md: Types); all problems
 * are reported together, each with its place in the source.
 */
export function bind(tree: Tree, scope: Scope): Binding {
  const binder: Binder = {
    scope,
    problems: [],
    outer: noneGathered(),
    unit: noneGathered(),
    parameters: new Set(),
    usesBlanks: false,
    acrossUnits: false,
    inside: false,
    bareNames: tree.condition,
    operand: bindOperand,
  }
  const root = bindValue(binder, tree.root)
  if (root === null || binder.problems.length > 0) return { ok: false, problems: binder.problems }
  const { outer, unit } = binder
  const bound: Bound = {
    tree,
    root,
    type: root.type,
    cells: [...outer.cells],
    lists: [...outer.lists.values()],
    listCells: [...outer.listCells.values()],
    priorCells: [...outer.priorCells],
    parameters: [...binder.parameters],
    attributes: [...outer.attributes],
    usesBlanks: binder.usesBlanks,
    acrossUnits: binder.acrossUnits,
    unitCells: [...unit.cells],
    unitPriorCells: [...unit.priorCells],
    unitLists: [...unit.lists.values()],
    unitAttributes: [...unit.attributes],
  }
  return { ok: true, bound }
}

function bindOperand(binder: Binder, node: Node): Operand | null {
  const { at } = node
  switch (node.kind) {
    case 'number':
      return { kind: 'constant', value: node.value, type: 'number', at }
    case 'text':
      return { kind: 'constant', value: node.value, type: 'text', at }
    case 'boolean':
      return { kind: 'constant', value: node.value, type: 'boolean', at }
    case 'reference':
      return bindReference(binder, node.reference)
    case 'name':
      return bindAttribute(binder, node.name, node)
    case 'minus':
    case 'percent': {
      const operand = bindTyped(binder, node.operand, 'number')
      return operand && { kind: node.kind, operand, type: 'number', at }
    }
    case 'in':
      return bindMembership(binder, node)
    case 'call':
      return bindCall(binder, node)
    case 'binary': {
      const { operator, left, right } = node
      if (isCompareOperator(operator)) return bindComparison(binder, node, operator)
      return operator === '&' ? bindConcatenation(binder, node, left, right) : bindArithmetic(binder, node, operator, left, right)
    }
  }
}

function bindCall(binder: Binder, call: ParsedCall): Operand | null {
  const { name, args, at } = call
  const called = functionNamed(name)
  if (called === undefined) {
    return refuse(binder, {
      code: 'unknown-function',
      name,
      nearest: nearest(
        name,
        FUNCTIONS.map((one) => one.name),
      ),
      at,
    })
  }
  if (called.acrossUnits && !binder.scope.acrossUnits) return refuse(binder, { code: 'across-units-not-allowed', name, at })
  if (called.acrossUnits && binder.inside) return refuse(binder, { code: 'across-units-nested', name, at })
  if (!countArguments(binder, name, args, at, called.least, called.most)) return null
  if (called.asksAboutBlanks) binder.usesBlanks = true
  return called.bind(binder, call)
}

function bindArithmetic(binder: Binder, node: Node, operator: ArithmeticOperator, leftNode: Node, rightNode: Node): BoundNode | null {
  const left = bindTyped(binder, leftNode, 'number')
  const right = bindTyped(binder, rightNode, 'number')
  return left && right && { kind: 'arithmetic', operator, left, right, type: 'number', at: node.at }
}

function bindConcatenation(binder: Binder, node: Node, leftNode: Node, rightNode: Node): BoundNode | null {
  const [left, right] = [leftNode, rightNode].map((side) => {
    const value = bindValue(binder, side)
    if (value?.type !== 'boolean') return value
    return refuse(binder, { code: 'type-expected', expected: 'text', found: 'boolean', at: side.at })
  })
  return left && right ? { kind: 'concatenation', left, right, type: 'text', at: node.at } : null
}

function bindComparison(binder: Binder, node: Node & { kind: 'binary' }, operator: CompareOperator): BoundNode | null {
  const { at } = node
  const first = bindSide(binder, node.left, node.right)
  const second = bindSide(binder, node.right, node.left)
  if (!first || !second) return null
  const left = likeOther(first, second, node.left, binder)
  const right = likeOther(second, first, node.right, binder)
  if (left.type !== right.type) return refuse(binder, { code: 'different-types', left: left.type, right: right.type, at })
  if (operator !== '=' && operator !== '<>' && (left.type === 'text' || left.type === 'boolean')) {
    return refuse(binder, { code: 'no-order', operator, type: left.type, at })
  }
  return { kind: 'comparison', operator, left, right, type: 'boolean', at }
}

/** Binds a side of a comparison; in a condition, a bare word beside an attribute is a text: `kind = 教育局`. */
function bindSide(binder: Binder, side: Node, other: Node): BoundNode | null {
  const wordBeside = binder.bareNames && side.kind === 'name' && binder.scope.attribute(side.name) === undefined
  const besideAttribute = other.kind === 'name' && binder.scope.attribute(other.name) !== undefined
  if (wordBeside && besideAttribute) return { kind: 'constant', value: side.name, type: 'text', at: side.at }
  return bindValue(binder, side)
}

/** The side under the other's type when it is a constant that fits that type: "2021-09-01" a date, code 450921 a text. */
function likeOther(side: BoundNode, other: BoundNode, node: Node, binder: Binder): BoundNode {
  if (side.kind !== 'constant') return side
  if (other.type === 'date' && typeof side.value === 'string' && isDate(side.value)) return { ...side, type: 'date' }
  if (other.kind !== 'unit' || !binder.bareNames) return side
  if (other.type === 'text' && node.kind === 'number') return { ...side, value: toText(node.value), type: 'text' }
  const figure = other.type === 'number' && typeof side.value === 'string' ? fromText(side.value) : null
  return figure === null ? side : { ...side, value: figure, type: 'number' }
}

function bindMembership(binder: Binder, node: Node & { kind: 'in' }): BoundNode | null {
  const { at } = node
  const operand = bindValue(binder, node.operand)
  if (operand === null) return null
  const { type } = operand
  if (type === 'boolean') return refuse(binder, { code: 'type-expected', expected: 'text', found: type, at: node.operand.at })
  const members = allOrNone(
    node.words.map((word): Decimal | string | null => {
      if (type === 'text') return word.text
      if (type === 'date') return isDate(word.text) ? word.text : refuse(binder, { code: 'bad-date', text: word.text, at: word.at })
      return fromText(word.text.normalize('NFKC')) ?? refuse(binder, { code: 'type-expected', expected: type, found: 'text', at: word.at })
    }),
  )
  return members && { kind: 'in', operand, members, type: 'boolean', at }
}

/** Binds an attribute of the unit by its bare name, allowed only in conditions and in across-units functions. */
function bindAttribute(binder: Binder, name: string, node: Node): BoundNode | null {
  const type = binder.scope.attribute(name)
  if (!binder.bareNames)
    return refuse(binder, { code: 'bare-name', name, nearest: nearest(name, binder.scope.attributeNames()), at: node.at })
  if (type === undefined)
    return refuse(binder, { code: 'unknown-attribute', name, nearest: nearest(name, binder.scope.attributeNames()), at: node.at })
  gathered(binder).attributes.add(name)
  return { kind: 'unit', attribute: name, type, at: node.at }
}
