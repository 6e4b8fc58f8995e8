import { putCount, putYuan, type DemoFacts } from './facts.ts'
import { YUAN_PER_CHILD_AND_TERM } from './preschool.ts'
import type { SizedUnit } from './sizes.ts'
import { vary } from './vary.ts'

/**
 * Returns a unit's invented facts of the year before, near this year's, for the checks that compare with the year before. Teaching points
 * change more than other schools; a merged teaching point was still open.
 */
export function demoPriorFacts(sized: SizedUnit, now: DemoFacts): DemoFacts {
  if (sized.unit.role === 'merged') return mergedBefore(sized)
  const facts: DemoFacts = {}
  for (const [cell, value] of Object.entries(now)) putBefore(facts, sized, cell, Number(value), now)
  return facts
}

function putBefore(facts: DemoFacts, sized: SizedUnit, cell: string, value: number, now: DemoFacts): void {
  const { code, role } = sized.unit
  const [table, row, column] = cell.split('.')
  const spread = role === 'point' ? 30 : 7
  const percent = 100 + vary(code, 'before', -spread, spread)
  const scaled = Math.round((value * percent) / 100)
  if (table === 'MS00') {
    if (column === '1' || column === '2') putCount(facts, cell, value)
    else if (column === '7' || column === '8')
      putCount(facts, cell, Math.max(1, value + (column === '7' ? 1 : 0) - vary(code, `staff${row}`, 0, 1)))
    else putCount(facts, cell, scaled)
  }
  if (table === 'MS01' && (column === '1' || column === '3')) {
    const before = Math.round((value * vary(code, 'aid-before', 88, 108)) / 100)
    putCount(facts, cell, before)
    putYuan(facts, `MS01.${row}.${column === '1' ? '2' : '4'}`, before * YUAN_PER_CHILD_AND_TERM)
  }
  if (table === 'MS02' && row === '01') putYuan(facts, cell, Math.floor(value * vary(code, 'funds-before', 94, 98)) * 100)
  if (table === 'MS03' && (row === '01' || row === '03')) putCount(facts, cell, row === '01' ? value : scaled)
  if (table === 'MS05') putAidBefore(facts, cell, column ?? '', value, vary(code, 'aid-before', 91, 98))
  if (table === 'MS06' && column === '2') putCount(facts, cell, value - Number(now[`MS06.${row}.1`] ?? '0'))
}

function putAidBefore(facts: DemoFacts, cell: string, column: string, value: number, percent: number): void {
  if (column === '2' || column === '4') putYuan(facts, cell, Math.floor(value * percent) * 100)
  else putCount(facts, cell, Math.floor((value * percent) / 100))
}

function mergedBefore(sized: SizedUnit): DemoFacts {
  const pupils = sized.spring + vary(sized.unit.code, 'before', 0, 5)
  const facts: DemoFacts = {}
  const counts: Record<string, number> = {
    'MS00.04.1': 1,
    'MS00.04.2': 2,
    'MS00.04.3': pupils,
    'MS00.04.4': Math.floor(pupils / 2),
    'MS00.04.5': 0,
    'MS00.04.6': Math.floor(pupils / 4),
    'MS00.04.7': 2,
    'MS00.04.8': 2,
    'MS03.01.1': 1,
    'MS03.01.2': 1,
    'MS03.03.1': pupils,
    'MS03.03.2': pupils,
  }
  for (const [cell, count] of Object.entries(counts)) putCount(facts, cell, count)
  putYuan(facts, 'MS02.01.2', 98_000)
  return facts
}
