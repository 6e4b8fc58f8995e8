import { balanceSums } from '../../shared/decimal/balance-sums.ts'
import { divide, fromText, type Decimal } from '../../shared/decimal/decimal.ts'
import { display, patternFor } from '../../shared/decimal/display.ts'
import type { Cell, Table } from '../../shared/scheme/scheme.ts'
import type { CellRef } from '../../shared/words.ts'
import { cellOf, type PrintValues } from './figures.ts'
import { sumRelations } from './sum-relations.ts'

/** Money kept in `from` and printed in `to`: divided by 10^`shift`, with `decimals`. 元 in 万元 is shift 4. */
export type CoarserUnit = { from: string; to: string; shift: number; decimals: number }

export type Rescaled = { texts: ReadonlyMap<CellRef, string>; notes: readonly string[] }

/** Figures of one table in a coarser unit, balanced so that printed parts add up (舍位平衡, DESIGN §3); every move is listed. */
export function rescaleTable(table: Table, cells: ReadonlyMap<CellRef, Cell>, values: PrintValues, coarser: CoarserUnit): Rescaled {
  const unit = fromText(`1${'0'.repeat(coarser.shift)}`) ?? 0
  const pattern = patternFor({ decimals: coarser.decimals, grouping: true })
  const exact = new Map<CellRef, Decimal>()
  for (const [ref, value] of values) {
    const [code, row = '', column = ''] = ref.split('.')
    if (code !== table.code || typeof value === 'string') continue
    if (cellOf(table, cells, row, column)?.quantity !== coarser.from || (typeof value === 'object' && 'na' in value)) continue
    exact.set(ref, divide(value, unit) ?? 0)
  }
  const { printed, adjustments, unbalanced } = balanceSums(exact, sumRelations(table, cells), coarser.decimals)
  const texts = new Map([...printed].map(([ref, value]) => [ref, display(value, pattern)]))
  const notes = [
    ...adjustments.map(({ key, rounded, adjusted }) => `${key} 四舍五入为 ${display(rounded, pattern)}，为使分项之和等于合计，印为 ${display(adjusted, pattern)}${coarser.to}。`),
    ...unbalanced.map((key) => `${key} 的分项之和与合计因四舍五入相差，未能调平。`),
  ]
  return { texts, notes }
}
