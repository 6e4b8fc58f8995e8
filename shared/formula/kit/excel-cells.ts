import type { BoundNode } from '../bound/bound.ts'
import type { Excel } from './excel-text.ts'

/** A cell of the workbook, of this period or the one before. */
export type CellLike = BoundNode & { kind: 'cell' | 'prior' | 'list-cell' }

export function isCellLike(node: BoundNode): node is CellLike {
  return node.kind === 'cell' || node.kind === 'prior' || node.kind === 'list-cell'
}

export function excelCell({ addresses }: Excel, node: CellLike): string {
  if (node.kind === 'cell') return addresses.cell(node.key)
  if (node.kind === 'prior') return addresses.prior(node.key)
  if (addresses.listCell === undefined) throw new Error(`no address for this row's ${node.table}.${node.column}`)
  return addresses.listCell(node.table, node.column)
}
