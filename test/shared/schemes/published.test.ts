import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { toText } from '../../../shared/decimal/decimal.ts'
import { scoreEvaluation, type ScoredEvaluation } from '../../../shared/evaluation/score.ts'
import { computeIndicators } from '../../../shared/indicator/compute.ts'
import { levelsOf } from '../demo/demo-levels.ts'
import { builtIn, plainDemo } from './built-in.ts'

type Golden = { indicators?: Record<string, string>; conflicts?: { what: string; kind: string }[] }

/** The schemes, each with the published report of the same figures. */
const reports: [scheme: string, golden: string][] = [
  ['duties-huidong', 'duties-huidong-2020'],
  ['duties-banan', 'duties-banan-2018'],
  ['duties-jinyun', 'duties-jinyun-2020'],
  ['duties-hongjiang', 'duties-hongjiang-2021'],
  ['duties-gangcha', 'plan-gangcha-2018'],
  ['health', 'health-self-check'],
  ['performance', 'department-shenze-2020'],
  ['ledger', 'ledger-qinzhou-2021'],
]

function goldenOf(file: string): Golden {
  return JSON.parse(readFileSync(new URL(`../../fixtures/golden/${file}.json`, import.meta.url), 'utf8')) as Golden
}

describe.each(reports)('%s against the published report', (id, file) => {
  const scheme = builtIn(id)
  const demo = plainDemo(id)
  const levels = levelsOf(scheme, demo)
  const golden = goldenOf(file)

  it('computes every published indicator as it was, or should have been, printed', () => {
    const shown = Object.fromEntries(computeIndicators(scheme, levels.county).map((one) => [one.indicator.code, one.shown]))
    expect(demo.published.indicators).toMatchObject(golden.indicators ?? {})
    expect(shown).toMatchObject(demo.published.indicators)
  })

  it('adds up to every published total', () => {
    for (const { name, value, cell } of demo.published.totals) {
      const total = levels.county.cell(cell)
      expect(total === null || typeof total === 'string' ? total : toText(total), name).toBe(value)
    }
  })

  it('finds each contradiction of the report by its check, and nothing else', () => {
    const conflicts = demo.published.conflicts.map((conflict) => conflict.check)
    expect(conflicts).toHaveLength(golden.conflicts?.length ?? 0)
    const found = new Set([...levels.countyFailures, ...levels.filed.flatMap((one) => one.failures)].map((failure) => failure.check))
    expect([...found].sort()).toEqual([...conflicts].sort())
  })
})

function scored(id: string): ScoredEvaluation {
  const scheme = builtIn(id)
  if (scheme.evaluation === null) throw new Error(`${id} has no evaluation`)
  return scoreEvaluation(scheme.evaluation, levelsOf(scheme, plainDemo(id)).county, new Map())
}

describe('published scores', () => {
  it('Jinyun: 95.8 of 100, grade A, three deductions with the printed reasons', () => {
    const golden = (
      goldenOf('duties-jinyun-2020') as { evaluation: { self: string; grade: string; deductions: [string, string, string][] } }
    ).evaluation
    const { score, grade, items } = scored('duties-jinyun')
    expect([score === null ? null : toText(score), grade]).toEqual([golden.self, golden.grade])
    expect(items).toHaveLength(24)
    const deducted = items
      .filter((one) => one.reason !== '')
      .map((one) => [one.item.code, one.reason, String((one.item.points - Number(one.score)) / 10_000)])
    expect(deducted).toEqual(golden.deductions)
  })

  it('health: twenty items, 62 of 62', () => {
    const golden = goldenOf('health-self-check') as { points: string[]; total: string }
    const { score, items } = scored('health')
    expect(items.map((one) => toText(one.item.points))).toEqual(golden.points)
    expect(score === null ? null : toText(score)).toBe(golden.total)
  })
})

describe('the five evaluations of county duties', () => {
  it('have the published numbers of areas, points and tasks', () => {
    const sizes = ['huidong', 'banan', 'jinyun', 'hongjiang', 'gangcha'].map(
      (county) => builtIn(`duties-${county}`).evaluation?.items.length,
    )
    expect(sizes).toEqual([9, 37, 24, 11, 5])
  })

  it('name a responsible department for every item, and one of the filing units leads where figures are asked', () => {
    for (const county of ['huidong', 'banan', 'jinyun', 'hongjiang', 'gangcha']) {
      const { evaluation } = builtIn(`duties-${county}`)
      for (const item of evaluation?.items ?? [])
        expect(item.responsible.length + item.items.length, `${county} ${item.code}`).toBeGreaterThan(0)
    }
  })
})
