import { isVector, type Operand, type Vector } from '../bound/bound.ts'
import { excelCell, isCellLike } from './excel-cells.ts'
import { gatherRanges } from './excel-ranges.ts'
import { excelCall, type Excel } from './excel-text.ts'

/** The ranges that hold exactly a vector's cells, or the one cell. */
export function rangesOf(excel: Excel, operand: Operand): string[] {
  if (isVector(operand))
    return operand.kind === 'list-column'
      ? [excel.addresses.listColumn(operand.table, operand.column)]
      : gatherRanges(addressesOf(excel, operand))
  return isCellLike(operand) ? [excelCell(excel, operand)] : []
}

export function addressesOf({ addresses }: Excel, vector: Vector): string[] {
  if (vector.kind === 'list-column') return []
  return vector.keys.map((key) => (vector.kind === 'cells' ? addresses.cell(key) : addresses.prior(key)))
}

/** Summands that count the filled cells: COUNT for figures and dates; for texts, cells neither empty nor 不适用. */
export function filledIn(excel: Excel, operands: readonly Operand[], choose = (addresses: string[]): string[] => addresses): string[] {
  const figures = operands.filter((operand) => operand.type !== 'text')
  const texts = operands.filter((operand) => operand.type === 'text')
  const addresses = gatherRanges(choose(figures.flatMap((operand) => singlesOf(excel, operand))))
  const ranges = figures.flatMap((operand) => (isVector(operand) && operand.kind === 'list-column' ? rangesOf(excel, operand) : []))
  const counted = [...addresses, ...choose(ranges)]
  return [
    ...(counted.length > 0 ? [excelCall('COUNT', ...counted)] : []),
    ...texts.flatMap((operand) => rangesOf(excel, operand)).map((range) => `SUMPRODUCT((${range}<>"")*(${range}<>"/"))`),
  ]
}

export function singlesOf(excel: Excel, operand: Operand): string[] {
  if (isVector(operand)) return addressesOf(excel, operand)
  return isCellLike(operand) ? [excelCell(excel, operand)] : []
}

/** The condition that none of these cells is filled in; an address used several times is tested once. */
export function noneFilled(excel: Excel, operands: readonly Operand[]): string {
  return `${filledIn(excel, operands, (addresses) => [...new Set(addresses)]).join('+')}=0`
}
