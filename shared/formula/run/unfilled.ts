import { isVector, type BoundNode, type Operand } from '../bound/bound.ts'
import type { CellKey, CellSource, Value } from '../bound/cell-source.ts'
import { compileValue } from './compile.ts'
import { calledBy } from '../functions/list.ts'
import { orBlank } from '../bound/no-value.ts'

/** A blank cell that makes a condition fail; `asked` when the condition demands that the cell is filled in. */
export type Unfilled = { asked: boolean } & ({ kind: 'cell'; key: CellKey } | { kind: 'list-cell'; table: string; column: string })

/**
 * The blank cells that make a condition fail, the demanded ones first. The search follows the failing parts, as
 * `explain` does:
 *
 * | failing part                            | leads to                    | asked |
 * |-----------------------------------------|-----------------------------|-------|
 * | NOT(ISBLANK(x)), x <> "", x blank       | x, every member of a range  | yes   |
 * | x compared with a value, x blank        | x                           | no    |
 * | AND, OR, NOT, IF, IFS, NZ               | cells of the failing parts  |       |
 */
export function unfilled(root: BoundNode, cells: CellSource): Unfilled[] {
  const found = failing({ part: root, wanted: true }, cells)
  return [...found.filter(({ asked }) => asked), ...found.filter(({ asked }) => !asked)]
}

function failing({ part: node, wanted }: { part: BoundNode; wanted: boolean }, cells: CellSource): Unfilled[] {
  const value = (part: BoundNode): Value => orBlank(() => compileValue(part)(cells))
  switch (node.kind) {
    case 'is-blank':
      return wanted ? [] : blanksIn(node.operand, cells, { asked: true })
    case 'comparison': {
      const sides = [node.left, node.right]
      const asked = sides.some((side) => side.kind === 'constant' && side.value === '') && (node.operator === '<>') === wanted
      return sides.flatMap((side) => blanksIn(side, cells, { asked }))
    }
    case 'call':
      return (calledBy(node).atFault?.(node, wanted, value) ?? []).flatMap((fault) => failing(fault, cells))
    default:
      return []
  }
}

function blanksIn(operand: Operand, cells: CellSource, { asked }: { asked: boolean }): Unfilled[] {
  if (isVector(operand))
    return operand.kind !== 'cells'
      ? []
      : operand.keys.filter((key) => cells.cell(key) === null).map((key) => ({ asked, kind: 'cell', key }))
  if (operand.kind === 'cell') return cells.cell(operand.key) === null ? [{ asked, kind: 'cell', key: operand.key }] : []
  if (operand.kind === 'list-cell')
    return (cells.listCell?.(operand.table, operand.column) ?? null) === null
      ? [{ asked, kind: 'list-cell', table: operand.table, column: operand.column }]
      : []
  return []
}
