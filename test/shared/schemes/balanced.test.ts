import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { toText } from '../../../shared/decimal/decimal.ts'
import { display } from '../../../shared/decimal/display.ts'
import { computeIndicators } from '../../../shared/indicator/compute.ts'
import { parametersInForce } from '../../../shared/period/period.ts'
import { tablesOf } from '../../../shared/scheme/conditions.ts'
import { levelsOf } from '../demo/demo-levels.ts'
import { aUnit, builtIn, failing, filed, plainDemo, text, type Typed } from './built-in.ts'

const golden = JSON.parse(readFileSync(new URL('../../fixtures/golden/balanced-development.json', import.meta.url), 'utf8')) as {
  cv: { students: number[]; books: number[]; mean: string; cv: string; cv_2dp: string; wrong: Record<string, string> }
  thresholds: Record<'小学' | '初中', Record<string, string>>
  cv_limit: Record<'小学' | '初中', string>
  split: Record<string, string>
  class_size: { standard: Record<'小学' | '初中', string> }
}
const scheme = builtIn('balanced')
const demo = plainDemo('balanced')
const levels = levelsOf(scheme, demo)
const figures = new Map(computeIndicators(scheme, levels.county).map((figure) => [figure.indicator.code, figure]))
const PERIOD = '2021-2022'
const stages = ['小学', '初中'] as const
const seven = ['高于规定学历教师', '骨干教师', '体育艺术教师', '教学及辅助用房面积', '体育运动场馆面积', '教学仪器设备值', '网络多媒体教室']

/** Returns resources that just reach all seven standards for a primary school of 1000 pupils, changed by `said`. */
function resources(said: Typed = {}): Typed {
  return {
    'BD02.01.1': '60',
    'BD02.02.1': '42',
    'BD02.03.1': '10',
    'BD02.04.1': '9',
    'BD02.05.1': '4500',
    'BD02.06.1': '7500',
    'BD02.07.1': '2000000',
    'BD02.08.1': '23',
    ...said,
  }
}
const primary = (said: Typed = {}): Typed => ({ 'BD01.01.1': '1000', 'BD04.01.1': '24', 'BD04.01.2': '0', ...resources(said) })
const of = (kind: string, cells: Typed) => filed(scheme, aUnit({ kind }), PERIOD, cells)

describe('the published example of the coefficient of variation', () => {
  const books = figures.get('小学生均图书差异系数')

  it('is in the demo: the same five schools', () => {
    const own = demo.filings
      .filter((filing) => filing.facts['BD02.09.1'] !== undefined)
      .map(({ facts }) => [Number(facts['BD01.01.1']), Number(facts['BD02.09.1'])])
    expect(own).toEqual(golden.cv.students.map((pupils, index) => [pupils, golden.cv.books[index]]))
  })

  it('comes out as published: mean, coefficient, and as shown with two decimals', () => {
    expect(figures.get('小学生均图书(册)')?.shown).toBe(golden.cv.mean)
    expect(books?.shown).toBe(golden.cv.cv)
    expect(display(books?.value ?? null, '0.00')).toBe(golden.cv.cv_2dp)
  })

  it('is neither of the values got without weights', () => {
    expect(Object.values(golden.cv.wrong)).not.toContain(display(books?.value ?? null, '0.000'))
  })
})

describe('standards, limits, class sizes', () => {
  const inForce = parametersInForce(scheme.parameters, PERIOD)
  const parameter = (name: string): string => toText(inForce.get(name) ?? -1)

  it.each(stages)('of %s are the published ones', (stage) => {
    expect(seven.map((name) => parameter(`${stage}${name}标准`))).toEqual(Object.values(golden.thresholds[stage]))
    for (const name of seven)
      expect(figures.get(`${stage}${name}差异系数`)?.indicator.target?.source, name).toBe(`<= ${golden.cv_limit[stage]}`)
    expect(parameter(`${stage}标准班额`)).toBe(golden.class_size.standard[stage])
  })

  it.each(stages)('of %s stand beside each coefficient, to measure single schools by', (stage) => {
    for (const name of seven)
      expect(figures.get(`${stage}${name}差异系数`)?.indicator.each?.standard?.parameters, name).toEqual([`${stage}${name}标准`])
  })
})

describe('a school', () => {
  it('meets all seven when it just reaches each standard', () => {
    const source = of('小学', primary())
    expect(text(source, 'BD03.38.小')).toBe('7')
    expect(text(source, 'BD03.39.小')).toBe('1')
  })

  it.each([
    ['six of seven pass', { 'BD02.02.1': '41' }, '6', '1'],
    ['five of seven do not', { 'BD02.02.1': '41', 'BD02.08.1': '22' }, '5', '0'],
    ['a hundredth of a square metre decides', { 'BD02.05.1': '4499.99' }, '6', '1'],
  ])('%s', (_, said, met, passed) => {
    const source = of('小学', primary(said))
    expect([text(source, 'BD03.38.小'), text(source, 'BD03.39.小')]).toEqual([met, passed])
  })

  it('is told what lies below 85% of a standard', () => {
    expect(text(of('小学', primary({ 'BD02.05.1': '3825' })), 'BD03.40.小')).toBe('0')
    expect(text(of('小学', primary({ 'BD02.05.1': '3824.99' })), 'BD03.40.小')).toBe('1')
  })

  it('is measured by the standards of its stage', () => {
    expect(text(of('初中', { 'BD01.02.1': '1000', ...resources() }), 'BD03.38.初')).toBe('2')
  })
})

describe('combined schools', () => {
  /** Returns the part's share of 4680 square metres, for the ratios of the published rule. */
  const shareOf = (kind: string, column: string, cells: Typed): string =>
    text(of(kind, { ...cells, ...resources({ 'BD02.05.1': '4680' }) }), `BD03.14.${column}`)

  it('of nine years are split 1 : 1.1 by pupils', () => {
    expect(golden.split['九年一贯制 (小:初)']).toBe('1:1.1')
    const cells = { 'BD01.01.1': '100', 'BD01.02.1': '100' }
    expect(shareOf('九年一贯制', '小', cells)).toBe('2228.5714')
    expect(shareOf('九年一贯制', '初', cells)).toBe('2451.4286')
  })

  it('of junior and senior stages are split 1 : 1.2', () => {
    expect(golden.split['完全中学 (初:高)']).toBe('1:1.2')
    expect(shareOf('完全中学', '初', { 'BD01.02.1': '120', 'BD01.03.1': '100' })).toBe('2340')
  })

  it('of twelve years are split 1 : 1.1 : 1.32', () => {
    expect(golden.split['十二年一贯制']).toBe('1:1.1:1.32')
    const cells = { 'BD01.01.1': '132', 'BD01.02.1': '120', 'BD01.03.1': '100' }
    expect(shareOf('十二年一贯制', '小', cells)).toBe('1560')
    expect(shareOf('十二年一贯制', '初', cells)).toBe('1560')
  })

  it('weigh pupils, not only stages', () => {
    expect(shareOf('九年一贯制', '初', { 'BD01.01.1': '220', 'BD01.02.1': '100' })).toBe('1560')
  })

  it('count each part as one school', () => {
    const source = of('九年一贯制', { 'BD01.01.1': '100', 'BD01.02.1': '100', ...resources() })
    expect([text(source, 'BD03.04.小'), text(source, 'BD03.04.初')]).toEqual(['1', '1'])
    expect(text(of('小学', primary()), 'BD03.04.初')).toBe('—')
  })

  it('are split one by one: a county has no share of its own', () => {
    for (const ref of ['BD03.02.小', 'BD03.03.小', 'BD03.03.初']) expect(text(levels.county, ref), ref).toBe('—')
    expect(text(levels.county, 'BD03.14.小')).toBe('3780')
  })

  it('keep everything where there is one stage only', () => {
    expect(text(of('小学', primary()), 'BD03.14.小')).toBe('4500')
  })
})

describe('who is left out', () => {
  it('special and vocational schools, kindergartens and offices file nothing', () => {
    for (const kind of ['特殊教育', '中职', '幼儿园', '高中', '教育局']) expect(tablesOf(scheme, aUnit({ kind })), kind).toEqual([])
  })

  it('a teaching point of fewer than 50 pupils, but no small school', () => {
    const small = { 'BD01.01.1': '49', ...resources() }
    expect(text(of('教学点', small), 'BD03.04.小')).toBe('0')
    expect(text(of('教学点', small), 'BD03.11.小')).toBe('—')
    expect(text(of('教学点', { ...small, 'BD01.01.1': '50' }), 'BD03.04.小')).toBe('1')
    expect(text(of('小学', { ...small, 'BD01.01.1': '37' }), 'BD03.04.小')).toBe('1')
  })

  it('neither its pupils nor its equipment move the county’s mean', () => {
    expect(text(levels.county, 'BD03.05.小')).toBe('662')
    const without = levelsOf(scheme, { ...demo, filings: demo.filings.filter((filing) => filing.unit !== '2134990106') })
    const means = (level: typeof levels): string[] => seven.map((_, index) => text(level.county, `BD03.${21 + index}.小`))
    expect(means(without)).toEqual(means(levels))
  })

  it('missing figures are not taken for zero', () => {
    const { 'BD02.05.1': _, ...rest } = primary()
    const source = of('小学', rest)
    expect(text(source, 'BD03.14.小')).toBe('—')
    expect(text(source, 'BD03.38.小')).toBe('6')
  })
})

describe('the checks', () => {
  it('pass a school in order', () => {
    expect(failing(scheme, aUnit({}), PERIOD, primary())).toEqual([])
  })

  it.each([
    ['小学', { 'BD01.02.1': '3' }, 'BD01-1'],
    ['小学', { 'BD02.02.1': '61' }, 'BD02-1'],
    ['小学', { 'BD02.03.1': '61' }, 'BD02-2'],
    ['小学', { 'BD02.04.1': '61' }, 'BD02-3'],
    ['小学', { 'BD04.01.2': '25' }, 'BD04-1'],
    ['小学', { 'BD04.01.2': '1', 'BD04.01.3': '2' }, 'BD04-2'],
    ['小学', { 'BD04.01.1': '22' }, 'BD04-6'],
    ['初中', {}, 'BD01-2'],
    ['九年一贯制', {}, 'BD01-3'],
    ['完全中学', {}, 'BD01-4'],
    ['十二年一贯制', {}, 'BD01-5'],
  ])('find in a %s %j: %s', (kind, said, check) => {
    expect(failing(scheme, aUnit({ kind }), PERIOD, { ...primary(), ...said })).toContain(check)
  })

  it('ask about large classes and large schools', () => {
    expect(failing(scheme, aUnit({}), PERIOD, { ...primary(), 'BD04.01.2': '1', 'BD04.01.3': '1' })).toEqual(['BD04-3'])
    expect(failing(scheme, aUnit({}), PERIOD, { ...primary(), 'BD01.01.1': '2001', 'BD04.01.1': '45' })).toEqual(['BD01-6'])
  })
})

describe('the demo county', () => {
  it('gives every figure as worked out by hand', () => {
    expect(Object.fromEntries([...figures].map(([code, figure]) => [code, figure.shown]))).toMatchObject(demo.published.indicators)
  })

  it('shows a coefficient above its limit, a school that fails, and one left out', () => {
    expect(figures.get('小学骨干教师差异系数')?.met).toBe(false)
    expect(figures.get('小学达标学校比例')?.met).toBe(false)
    expect(levels.filed.filter((one) => text(one.source, 'BD03.04.小') === '0')).toHaveLength(1)
  })

  it('has nothing that a check finds fault with', () => {
    expect([...levels.countyFailures, ...levels.filed.flatMap((one) => one.failures)].map((failure) => failure.key)).toEqual([])
  })
})
