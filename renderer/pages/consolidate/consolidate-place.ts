import { groupings, type Grouping } from '../../../shared/consolidation/grouping.ts'
import { moneyUnits, type MoneyUnit } from '../../../shared/consolidation/money.ts'
import { go, hashOf, type Place } from '../../place/router.ts'
import type { CellRef, TableCode } from '../../../shared/words.ts'

/** The place on the page, as in the address: `#/consolidate/MS03?by=township&group=梅山镇&cell=MS03.02.1&money=万元`. */
export type ConsolidatePlace = {
  table: TableCode | null
  by: Grouping
  group: string | undefined
  cell: CellRef | null
  money: MoneyUnit | null
}

export function consolidatePlace({ parts, query }: Place): ConsolidatePlace {
  const by = groupings.find((one) => one === query['by']) ?? 'county'
  return {
    table: parts[0] ?? null,
    by,
    group: query['group'],
    cell: query['cell'] ?? null,
    money: moneyUnits.find((one) => one === query['money']) ?? null,
  }
}

/** Goes to another place on the page; only `push` leaves a step to go back to. */
export function goTo({ table, by, group, cell, money }: ConsolidatePlace, how: 'push' | 'replace'): void {
  go(
    hashOf('consolidate', table === null ? [] : [table], {
      by: by === 'county' ? undefined : by,
      group,
      cell: cell ?? undefined,
      money: money ?? undefined,
    }),
    how,
  )
}
