import type { SumRelation } from '../decimal/controlled-rounding.ts'
import type { BoundNode, Operand } from '../formula/bound/bound.ts'
import type { Cell } from '../scheme/scheme.ts'
import type { CellRef, TableCode } from '../words.ts'

/** Returns the table's computed cells with a plain sum of one unit: `[.1] + [.3]`, `SUM([02:05])`. Only plain sums are balanced. */
export function sumRelations(cells: ReadonlyMap<CellRef, Cell>, table: TableCode): SumRelation[] {
  return [...cells.values()].flatMap((cell) => {
    if (cell.table !== table || cell.formula === null) return []
    const parts = addends(cell.formula.root)
    return parts === null || parts.some((key) => cells.get(key)?.quantity !== cell.quantity) ? [] : [{ total: cell.ref, parts }]
  })
}

/** Returns the addends of a formula; null when the formula is not a plain sum. */
function addends(node: BoundNode | Operand): CellRef[] | null {
  if (node.kind === 'cell') return [node.key]
  if (node.kind === 'cells') return [...node.keys]
  if (node.kind === 'arithmetic' && node.operator === '+') return joined([node.left, node.right])
  if (node.kind === 'aggregate' && node.name === 'SUM') return joined(node.args)
  return null
}

function joined(nodes: readonly Operand[]): CellRef[] | null {
  const parts = nodes.map(addends)
  return parts.includes(null) ? null : parts.flatMap((part) => part ?? [])
}
