import { compare, fromInteger } from '../../decimal/decimal.ts'
import type { BoundNode } from '../bound/bound.ts'
import { bare, excelCall, whole, type Excel, type Piece } from './excel-text.ts'

/** Beyond nine decimals binary arithmetic shows; rounding there first makes 1.005 a tie again. */
export const CLEAN_PLACES = 9

/** A figure that is about to be rounded or cut at fewer places than binary arithmetic is right at; without `places`, to a whole number. */
export function cleaned(excel: Excel, node: BoundNode, places?: BoundNode): string {
  const text = bare(excel.number(node))
  const typed = node.kind === 'constant' || (node.kind === 'cell' && !excel.addresses.computed(node.key))
  const coarse =
    places === undefined ||
    (places.kind === 'constant' && compare(places.value as number, fromInteger(CLEAN_PLACES)) < 0) ||
    places.kind === 'minus'
  return typed || !coarse ? text : excelCall('ROUND', text, String(CLEAN_PLACES))
}

/** A spreadsheet's function that rounds or cuts a figure to so many decimals. */
export function writeRounding(name: string, excel: Excel, [value, places]: readonly BoundNode[]): Piece {
  return whole(excelCall(name, cleaned(excel, value!, places), bare(excel.number(places!))))
}
