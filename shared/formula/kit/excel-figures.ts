import { compare, fromInteger } from '../../decimal/decimal.ts'
import type { BoundNode } from '../bound/bound.ts'
import { bare, excelCall, whole, type Excel, type Piece } from './excel-text.ts'

/** The decimals to which a figure is rounded first: binary errors show beyond nine, and the rounding makes 1.005 a tie again. */
export const CLEAN_PLACES = 9

/** Writes a figure that is rounded or cut next, cleaned of binary errors when few decimals remain; without `places`, none remain. */
export function cleaned(excel: Excel, node: BoundNode, places?: BoundNode): string {
  const text = bare(excel.number(node))
  const typed = node.kind === 'constant' || (node.kind === 'cell' && !excel.addresses.computed(node.key))
  const coarse =
    places === undefined ||
    (places.kind === 'constant' && compare(places.value as number, fromInteger(CLEAN_PLACES)) < 0) ||
    places.kind === 'minus'
  return typed || !coarse ? text : excelCall('ROUND', text, String(CLEAN_PLACES))
}

/** Writes a spreadsheet's function that rounds or cuts a figure to a number of decimals. */
export function writeRounding(name: string, excel: Excel, [value, places]: readonly BoundNode[]): Piece {
  return whole(excelCall(name, cleaned(excel, value!, places), bare(excel.number(places!))))
}
