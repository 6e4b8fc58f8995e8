import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isBoilerplate } from '../../../shared/check/explanations.ts'
import { toText } from '../../../shared/decimal/decimal.ts'
import { scoreEvaluation } from '../../../shared/evaluation/score.ts'
import { computeIndicators } from '../../../shared/indicator/compute.ts'
import { county, levelsOf, minsheng } from './demo-levels.ts'

type Golden = {
  totals: Record<string, string | string[] | Record<string, string>>
  indicators: Record<string, string>
  evaluation: { full: string; self: string; items: Record<string, string> }
  conflicts: unknown[]
}
const golden = JSON.parse(readFileSync(new URL('../../fixtures/golden/jinzhai-2021.json', import.meta.url), 'utf8')) as Golden
const goldenTotals = Object.values(golden.totals).flatMap((value) => (typeof value === 'string' ? [value] : Object.values(value)))

const scheme = minsheng()
const demo = county()
const levels = levelsOf(scheme, demo)
const shown = (cell: string): string => {
  const value = levels.county.cell(cell)
  return value === null || typeof value === 'string' ? String(value) : toText(value)
}
const kinds = (...wanted: string[]): number => demo.roster.filter((unit) => wanted.includes(unit.kind)).length

describe('the demo county’s roster', () => {
  it('has 23 townships and the published numbers of schools', () => {
    expect(new Set(demo.roster.map((unit) => unit.township)).size).toBe(23)
    expect(kinds('小学', '教学点', '初中', '九年一贯制')).toBe(186 + 18)
    expect(kinds('高中')).toBe(4)
    expect(kinds('中职')).toBe(1)
    expect(kinds('幼儿园')).toBe(23)
    expect(kinds('教育局')).toBe(1)
  })

  it('gives every school its own ten-digit code of its type and the province 34', () => {
    expect(new Set(demo.roster.map((unit) => unit.code)).size).toBe(demo.roster.length)
    const digits: Record<string, string> = { 幼儿园: '11', 小学: '21', 教学点: '21', 初中: '31', 九年一贯制: '31', 高中: '34', 中职: '36' }
    for (const unit of demo.roster) {
      if (unit.kind !== '教育局') expect(unit.code, unit.name).toMatch(new RegExp(`^${digits[unit.kind]}34\\d{6}$`))
    }
  })

  it('has two schools of one name in different townships', () => {
    const namesakes = demo.roster.filter((unit) => unit.name === '希望小学')
    expect(namesakes).toHaveLength(2)
    expect(new Set(namesakes.map((unit) => unit.township)).size).toBe(2)
  })

  it('puts every teaching point under its township’s central school', () => {
    const byCode = new Map(demo.roster.map((unit) => [unit.code, unit]))
    for (const unit of demo.roster.filter((one) => one.kind === '教学点')) {
      expect(byCode.get(unit.parent)?.name, unit.name).toBe(`${unit.township}中心小学`)
    }
  })
})

describe('the demo county’s figures', () => {
  it('carries every published total, in the golden file’s order', () => {
    expect(demo.published.totals.map((total) => total.value)).toEqual(goldenTotals)
  })

  it.each(demo.published.totals)('adds up to the published $name: $value in $cell', ({ value, cell }) => {
    expect(shown(cell)).toBe(value)
  })

  it('gives every published indicator as it was printed', () => {
    expect(demo.published.indicators).toEqual(golden.indicators)
    const computed = computeIndicators(scheme, levels.county).map((figure) => [figure.indicator.code, figure.shown])
    expect(Object.fromEntries(computed)).toMatchObject(golden.indicators)
  })

  it('scores 40 of 40, item by item as published', () => {
    expect(demo.published.evaluation).toEqual(golden.evaluation)
    if (scheme.evaluation === null) throw new Error('the scheme has no evaluation')
    const scores = new Map(
      Object.entries(demo.scores).map(([item, { points, reason }]) => [item, { points: Number(points) * 10_000, reason }]),
    )
    const scored = scoreEvaluation(scheme.evaluation, levels.county, scores)
    const items = scored.items.map((one) => [one.item.title, one.score === null ? null : toText(one.score)])
    expect(Object.fromEntries(items)).toEqual(golden.evaluation.items)
    expect(scored.score === null ? null : toText(scored.score)).toBe('40')
    expect(scored.grade).toBe('优秀')
    expect(scored.vetoes).toEqual([])
  })

  it('is the same county every time', () => {
    expect(county()).toEqual(demo)
  })
})

describe('the demo county’s checks', () => {
  it('finds the three contradictions of the published totals at the county, and nothing else', () => {
    expect(golden.conflicts).toHaveLength(3)
    expect(levels.countyFailures.map((failure) => failure.check)).toEqual(demo.published.conflicts.map((conflict) => conflict.check))
    expect(levels.countyFailures.map((failure) => failure.level)).toEqual(['error', 'error', 'error'])
  })

  it('finds no error in any unit’s own filing', () => {
    const errors = levels.filed.flatMap((one) =>
      one.failures.filter((failure) => failure.level === 'error').map((failure) => `${one.unit.name} ${failure.key}`),
    )
    expect(errors).toEqual([])
  })

  it('has an explanation for every query, and none that nothing asks for', () => {
    for (const one of levels.filed) {
      const asked = one.failures.map((failure) => failure.key).sort()
      expect(Object.keys(one.filing.explanations).sort(), one.unit.name).toEqual(asked)
    }
  })

  it('shows each kind of query at least once', () => {
    const asked = new Set(levels.filed.flatMap((one) => one.failures.map((failure) => failure.check)))
    expect([...asked].sort()).toEqual(['MS00-14', 'MS00-7', 'MS03-9', 'MS05-4', 'MS05-8', 'MS07-1'])
  })

  it('explains in words that say something about the figure', () => {
    const texts = demo.filings.flatMap((filing) => Object.values(filing.explanations))
    expect(texts.filter(isBoilerplate)).toEqual([])
    expect(texts.filter((text) => !/\d/.test(text))).toEqual([])
  })
})

describe('the demo county’s schools are plausible', () => {
  it('merged teaching points file spring nutrition only and have no school any more', () => {
    const merged = levels.filed.filter((one) => one.filing.facts['MS00.04.1'] === '0')
    expect(merged).toHaveLength(18)
    for (const one of merged) {
      expect(one.filing.facts['MS03.01.1'], one.unit.name).toBe('1')
      expect(one.filing.facts['MS03.01.2'], one.unit.name).toBeUndefined()
    }
  })

  it('no class is larger than 55 and no kindergarten larger than 360', () => {
    for (const one of levels.filed) {
      const pupils = Number(one.source.cell('MS00.12.3')) / 10_000
      const classes = Number(one.source.cell('MS00.12.2')) / 10_000
      expect(pupils, one.unit.name).toBeLessThanOrEqual(classes * 55)
      if (one.unit.kind === '幼儿园') expect(pupils, one.unit.name).toBeLessThanOrEqual(360)
    }
  })

  it('every school has figures of the year before', () => {
    expect(demo.prior).toHaveLength(demo.filings.length - 1)
    expect(levels.filed.filter((one) => (one.source.prior?.cell('MS00.12.3') ?? null) !== null)).toHaveLength(demo.prior.length)
  })
})
