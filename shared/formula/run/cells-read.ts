import { isFunctionNode, type BoundNode, type ListColumn, type Operand } from '../bound/bound.ts'
import type { CellKey } from '../bound/cell-source.ts'
import { functionNamed } from '../functions/list.ts'

/** The inputs of a part of a formula, each once, in order of first mention. */
export type CellsRead = { cells: CellKey[]; priorCells: CellKey[]; lists: ListColumn[]; listCells: ListColumn[]; asksAboutBlanks: boolean }

/** The inputs that blank rule 1 tests; inputs that across-units functions read of their units are not included. */
export function cellsReadBy(operand: Operand): CellsRead {
  const cells = new Set<CellKey>()
  const priorCells = new Set<CellKey>()
  const lists = new Map<string, ListColumn>()
  const listCells = new Map<string, ListColumn>()
  let asksAboutBlanks = false
  const waiting: Operand[] = [operand]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.kind === 'cell') cells.add(node.key)
    if (node.kind === 'prior') priorCells.add(node.key)
    if (node.kind === 'cells') for (const key of node.keys) cells.add(key)
    if (node.kind === 'prior-cells') for (const key of node.keys) priorCells.add(key)
    if (node.kind === 'list-column') lists.set(`${node.table}.${node.column}`, { table: node.table, column: node.column })
    if (node.kind === 'list-cell') listCells.set(`${node.table}.${node.column}`, { table: node.table, column: node.column })
    if (isFunctionNode(node) && functionNamed(node.name)?.asksAboutBlanks) asksAboutBlanks = true
    waiting.push(...partsOf(node).reverse())
  }
  return { cells: [...cells], priorCells: [...priorCells], lists: [...lists.values()], listCells: [...listCells.values()], asksAboutBlanks }
}

/** The parts of a node, in source order; an across-units function has none, because its parts are about other units. */
export function partsOf(node: Operand): Operand[] {
  switch (node.kind) {
    case 'minus':
    case 'percent':
    case 'in':
    case 'is-blank':
      return [node.operand]
    case 'arithmetic':
    case 'concatenation':
    case 'comparison':
      return [node.left, node.right]
    case 'call':
    case 'aggregate':
      return [...node.args]
    case 'sum-if':
      return [node.vector, node.test, ...(node.sum === null ? [] : [node.sum])]
    default:
      return []
  }
}

/** True when any node of the tree satisfies the test. */
export function anyPart(root: BoundNode, test: (node: Operand) => boolean): boolean {
  const waiting: Operand[] = [root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (test(node)) return true
    waiting.push(...partsOf(node))
  }
  return false
}
