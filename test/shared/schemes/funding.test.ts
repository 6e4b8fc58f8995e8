import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { computeIndicators } from '../../../shared/indicator/compute.ts'
import { tablesOf } from '../../../shared/scheme/conditions.ts'
import type { Unit } from '../../../shared/unit/unit.ts'
import { levelsOf } from '../demo/demo-levels.ts'
import { aUnit, builtIn, failing, filed, plainDemo, text } from './built-in.ts'

const golden = JSON.parse(readFileSync(new URL('../../fixtures/golden/ledger-qinzhou-2021.json', import.meta.url), 'utf8')) as {
  funding: { cases: [string, number, number, string][] }
}
const scheme = builtIn('funding')
const rows: Record<string, string> = { 小学: '01', 教学点: '01', 初中: '02', 特殊教育: '03' }

/** Returns a school's funding for a year, in 元. */
function funded(unit: Unit, pupils: number, boarders: number, period = '2021'): string {
  const row = rows[unit.kind] ?? ''
  return text(filed(scheme, unit, period, { [`GF01.${row}.1`]: String(pupils), [`GF01.${row}.2`]: String(boarders) }), 'GF02.09.5')
}

/** Returns the unit of a published case; 农村小学 and 城区小学 differ by urban-rural class. */
function unitOfCase(kind: string): Unit {
  if (kind === '农村小学') return aUnit({ kind: '小学', class: '220' })
  if (kind === '城区小学') return aUnit({ kind: '小学', class: '111' })
  return aUnit({ kind })
}

describe('the published funding cases', () => {
  it('are seven', () => {
    expect(golden.funding.cases).toHaveLength(7)
  })

  it.each(golden.funding.cases)('%s with %i pupils, %i of them boarders: %s 元', (kind, pupils, boarders, yuan) => {
    expect(funded(unitOfCase(kind), pupils, boarders)).toBe(yuan)
  })
})

describe('the floor of 100 pupils', () => {
  it('holds below 100 only', () => {
    expect(funded(aUnit({}), 99, 0)).toBe('65000')
    expect(funded(aUnit({}), 101, 0)).toBe('65650')
  })

  it('holds in villages, towns and at every teaching point, not in cities', () => {
    for (const place of ['210', '220', '121', '122', '123']) expect(funded(aUnit({ class: place }), 60, 0), place).toBe('65000')
    for (const place of ['111', '112']) expect(funded(aUnit({ class: place }), 60, 0), place).toBe('39000')
    expect(funded(aUnit({ kind: '教学点', class: '111' }), 60, 0)).toBe('65000')
  })

  it('gives nothing to a school without pupils, and asks whether it is still there', () => {
    expect(funded(aUnit({}), 0, 0)).toBe('0')
    expect(failing(scheme, aUnit({}), '2021', { 'GF01.01.1': '0' })).toEqual(['GF02-2'])
  })

  it('is not for junior schools', () => {
    expect(funded(aUnit({ kind: '初中' }), 60, 0)).toBe('51000')
  })

  it('asks the county where a small school lies when the roster does not say', () => {
    expect(failing(scheme, aUnit({ class: '' }), '2021', { 'GF01.01.1': '60' })).toEqual(['GF02-1'])
    expect(failing(scheme, aUnit({ class: '' }), '2021', { 'GF01.01.1': '160' })).toEqual([])
  })

  it('is added to the boarders’ supplement of the pupils there are', () => {
    expect(funded(aUnit({}), 80, 50)).toBe('75000')
  })
})

describe('the amounts of a year', () => {
  it('are those in force then', () => {
    expect(funded(aUnit({}), 180, 60, '2019')).toBe('120000')
    expect(funded(aUnit({}), 180, 60, '2022')).toBe('129000')
    expect(funded(aUnit({}), 180, 60, '2023')).toBe('147600')
    expect(funded(aUnit({ kind: '初中' }), 100, 0, '2023')).toBe('94000')
  })

  it('fund pupils who learn in a regular class with special needs once, at the special amount', () => {
    const source = filed(scheme, aUnit({}), '2021', { 'GF01.01.1': '180', 'GF01.01.3': '2' })
    expect(text(source, 'GF02.01.5')).toBe('115700')
    expect(text(source, 'GF02.03.5')).toBe('12000')
    expect(text(source, 'GF02.09.1')).toBe('180')
  })

  it('fund each stage of a nine-year school by its own amount', () => {
    expect(text(filed(scheme, aUnit({ kind: '九年一贯制' }), '2021', { 'GF01.01.1': '300', 'GF01.02.1': '200' }), 'GF02.09.5')).toBe(
      '365000',
    )
  })

  it('are blank while nothing is filled in', () => {
    expect(text(filed(scheme, aUnit({}), '2021', {}), 'GF02.09.5')).toBe('—')
  })
})

describe('the checks', () => {
  it('hold boarders and special pupils to the school’s pupils', () => {
    expect(failing(scheme, aUnit({}), '2021', { 'GF01.01.1': '180', 'GF01.01.2': '181' })).toEqual(['GF01-1'])
    expect(failing(scheme, aUnit({}), '2021', { 'GF01.01.1': '180', 'GF01.01.3': '181' })).toEqual(['GF01-2'])
  })

  it('keep a school to its own stage', () => {
    expect(failing(scheme, aUnit({ kind: '初中' }), '2021', { 'GF01.01.1': '180' })).toEqual(['GF01-4'])
    expect(failing(scheme, aUnit({ kind: '特殊教育' }), '2021', { 'GF01.02.1': '25' })).toEqual(['GF01-5'])
  })

  it('ask when less money arrives than was worked out, and when a year brings a fifth less', () => {
    const cells = { 'GF01.01.1': '180', 'GF03.01.1': '58500', 'GF03.02.1': '58499.99' }
    expect(failing(scheme, aUnit({}), '2021', cells)).toEqual(['GF03-1'])
    expect(failing(scheme, aUnit({}), '2021', { ...cells, 'GF03.02.1': '58500' }, { 'GF03.01.1': '160000' })).toEqual(['GF03-3'])
  })

  it('ask schools for pupils and money, the office for where it comes from, others for nothing', () => {
    const codes = (kind: string): string[] => tablesOf(scheme, aUnit({ kind })).map((table) => table.code)
    expect(codes('教学点')).toEqual(['GF01', 'GF02', 'GF03'])
    expect(codes('教育局')).toEqual(['GF04'])
    expect(codes('幼儿园')).toEqual([])
  })
})

describe('the demo county', () => {
  const demo = plainDemo('funding')
  const levels = levelsOf(scheme, demo)

  it('carries the seven published cases, in their order', () => {
    expect(demo.published.totals.slice(0, 7).map((total) => total.value)).toEqual(golden.funding.cases.map((one) => one[3]))
  })

  it('adds up what each school needs, rather than funding the county’s pupils', () => {
    expect(text(levels.county, 'GF02.09.5')).toBe('949500')
    expect(text(levels.county, 'GF02.01.2')).toBe('155')
    expect(text(levels.county, 'GF02.01.3')).toBe('570')
  })

  it('gives the published indicators and has nothing to find fault with', () => {
    const shown = Object.fromEntries(computeIndicators(scheme, levels.county).map((figure) => [figure.indicator.code, figure.shown]))
    expect(shown).toMatchObject(demo.published.indicators)
    expect([...levels.countyFailures, ...levels.filed.flatMap((one) => one.failures)].map((failure) => failure.key)).toEqual([])
  })

  it('finds a budget that does not cover the need', () => {
    const short = {
      ...demo,
      filings: demo.filings.map((one) => (one.unit === demo.office ? { ...one, facts: { ...one.facts, 'GF04.04.1': '149499.99' } } : one)),
    }
    expect(levelsOf(scheme, short).countyFailures.map((failure) => failure.check)).toEqual(['X-预算需求'])
  })
})
