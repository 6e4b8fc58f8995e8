import { putCount, putYuan, type DemoFacts } from './facts.ts'
import { givesMeals, type SizedUnit } from './sizes.ts'
import { vary } from './vary.ts'

const YUAN_A_DAY = { spring: 4, autumn: 5 }
const canteen = '食堂供餐'

/**
 * Returns MS03 of one compulsory school: both terms, only spring for a merged teaching point, and 0 for the county's own schools; null for
 * other units.
 */
export function nutritionFacts(sized: SizedUnit): DemoFacts | null {
  const { unit } = sized
  if (unit.role === 'merged') return springOf(sized, 0)
  if (givesMeals(unit)) return { ...springOf(sized, boardersOf(sized)), ...autumnOf(sized) }
  if (unit.countySchool === null || !['小学', '初中'].includes(unit.kind)) return null
  return { 'MS03.01.1': '0', 'MS03.01.2': '0' }
}

function springOf(sized: SizedUnit, autumnBoarders: number): DemoFacts {
  const facts: DemoFacts = { 'MS03.05.1': canteen }
  const days = vary(sized.unit.code, 'spring-days', 97, 102)
  putCount(facts, 'MS03.01.1', 1)
  putCount(facts, 'MS03.02.1', sized.spring)
  putCount(facts, 'MS03.03.1', sized.spring)
  putCount(facts, 'MS03.04.1', Math.min(sized.spring, autumnBoarders))
  putCount(facts, 'MS03.07.1', days)
  putYuan(facts, 'MS03.08.1', paid(sized.unit.code, 'spring', sized.spring * days * YUAN_A_DAY.spring))
  facts['MS03.09.1'] = `2021-0${vary(sized.unit.code, 'spring-month', 3, 6)}-${vary(sized.unit.code, 'spring-day', 10, 28)}`
  return facts
}

function autumnOf(sized: SizedUnit): DemoFacts {
  const facts: DemoFacts = { 'MS03.05.2': canteen }
  const pupils = sized.stages.reduce((all, stage) => all + stage.pupils, 0)
  const days = vary(sized.unit.code, 'autumn-days', 92, 98)
  putCount(facts, 'MS03.01.2', 1)
  putCount(facts, 'MS03.03.2', pupils)
  putCount(facts, 'MS03.04.2', boardersOf(sized))
  putCount(facts, 'MS03.07.2', days)
  putYuan(facts, 'MS03.08.2', paid(sized.unit.code, 'autumn', pupils * days * YUAN_A_DAY.autumn))
  facts['MS03.09.2'] = `2021-${vary(sized.unit.code, 'autumn-month', 10, 11)}-${vary(sized.unit.code, 'autumn-day', 10, 28)}`
  return facts
}

/** Returns 98.5 to 100 percent of the amount, because a pupil's absent days are not paid. */
function paid(code: string, term: string, yuan: number): number {
  return Math.floor((yuan * vary(code, `paid-${term}`, 985, 1000)) / 1000)
}

function boardersOf(sized: SizedUnit): number {
  return sized.stages.reduce((all, stage) => all + stage.boarders, 0)
}
