import { toText } from '../../shared/decimal/decimal.ts'
import {
  isCompareOperator,
  type BinaryOperator,
  type Node,
  type Reference,
  type Selector,
  type Tree,
} from '../../shared/formula/syntax/tree.ts'

/** The binding rank of each form; a form that binds looser than its place gets brackets (docs/design/formula.md: Lexis). */
const RANK = { comparison: 1, '&': 2, '+': 3, '-': 3, '*': 4, '/': 4, '^': 5, minus: 6, percent: 7, whole: 8 } as const

/** The canonical source of a tree: parsing it gives the same tree again. */
export function print(tree: Tree): string {
  return printNode(tree.root)
}

function printNode(node: Node): string {
  switch (node.kind) {
    case 'number':
      return toText(node.value)
    case 'text':
      return quote(node.value)
    case 'boolean':
      return node.value ? 'TRUE' : 'FALSE'
    case 'reference':
      return printReference(node.reference)
    case 'name':
      return node.name
    case 'minus':
      return `-${within(node.operand, RANK.minus)}`
    case 'percent':
      return `${within(node.operand, RANK.percent)}%`
    case 'in':
      return `${within(node.operand, RANK['&'])} in [${node.words.map((word) => word.text).join(', ')}]`
    case 'call':
      return `${node.name}(${node.args.map(printNode).join(', ')})`
    case 'binary': {
      const rank = rankOf(node)
      // Comparisons do not chain, so both sides must bind tighter; the others associate to the left.
      const left = within(node.left, isCompareOperator(node.operator) ? rank + 1 : rank)
      return `${left} ${node.operator} ${within(node.right, rank + 1)}`
    }
  }
}

/** A text as the language writes it. */
function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}

function within(node: Node, rank: number): string {
  const text = printNode(node)
  return rankOf(node) < rank ? `(${text})` : text
}

function rankOf(node: Node): number {
  if (node.kind === 'binary') return operatorRank(node.operator)
  if (node.kind === 'in') return RANK.comparison
  return node.kind === 'minus' || node.kind === 'percent' ? RANK[node.kind] : RANK.whole
}

function operatorRank(operator: BinaryOperator): number {
  return isCompareOperator(operator) ? RANK.comparison : RANK[operator]
}

function printReference(reference: Reference): string {
  return `[${reference.parts.map(printSelector).join('.')}]`
}

function printSelector(selector: Selector | null): string {
  if (selector === null) return ''
  if (selector.kind === 'all') return '*'
  return selector.kind === 'code' ? selector.code : `${selector.from}:${selector.to}`
}
