import { countOf, type DemoData } from './data.ts'
import { putCount, putYuan, type DemoFacts } from './facts.ts'
import type { SizedUnit } from './sizes.ts'
import { splitTotal } from './split.ts'
import { vary } from './vary.ts'

/** The exact amount for a child and term from the published totals: 154.32 万元 ÷ 3858 人次. */
export const YUAN_PER_CHILD_AND_TERM = 400

const reasons = ['02', '03', '04', '05'] as const

/** Returns MS01 of every kindergarten: the published person-times split by kindergarten, term and reason, each at the same amount. */
export function preschoolFacts(data: DemoData, units: readonly SizedUnit[]): Map<string, DemoFacts> {
  const kindergartens = units.filter((sized) => sized.unit.role === 'kindergarten')
  const children = kindergartens.map((sized) => sized.stages.reduce((all, stage) => all + stage.pupils, 0))
  const weights = children.map((count, index) => count * vary(kindergartens[index]?.unit.code ?? '', 'aid', 80, 120))
  const aided = splitTotal(countOf(data, 'MS01.01.5'), weights, 1)
  return new Map(kindergartens.map((sized, index) => [sized.unit.code, aidOf(sized.unit.code, aided[index] ?? 0)]))
}

function aidOf(code: string, personTimes: number): DemoFacts {
  const facts: DemoFacts = {}
  const [spring = 0, autumn = 0] = splitTotal(personTimes, [vary(code, 'spring', 47, 53), 50], 1)
  for (const [count, column] of [
    [spring, 1],
    [autumn, 3],
  ] as const) {
    const weights = [vary(code, 'poor', 38, 50), vary(code, 'relief', 20, 30), vary(code, 'orphan', 4, 12), vary(code, 'other', 14, 26)]
    splitTotal(count, weights, 1).forEach((part, index) => {
      putCount(facts, `MS01.${reasons[index]}.${column}`, part)
      putYuan(facts, `MS01.${reasons[index]}.${column + 1}`, part * YUAN_PER_CHILD_AND_TERM)
    })
  }
  return facts
}
