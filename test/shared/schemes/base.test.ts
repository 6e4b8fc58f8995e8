import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isBoilerplate } from '../../../shared/check/explanations.ts'
import { toText } from '../../../shared/decimal/decimal.ts'
import { computeIndicators } from '../../../shared/indicator/compute.ts'
import { parametersInForce } from '../../../shared/period/period.ts'
import { tablesOf } from '../../../shared/scheme/conditions.ts'
import { levelsOf } from '../demo/demo-levels.ts'
import { unitNoteLine } from '../../../shared/text/statutory-head.ts'
import { aUnit, builtIn, failing, filed, plainDemo, text, type Typed } from './built-in.ts'

const golden = JSON.parse(readFileSync(new URL('../../fixtures/golden/balanced-development.json', import.meta.url), 'utf8')) as {
  class_size: { 大班额: string; 超大班额: string; standard: Record<'小学' | '初中', string> }
}
const scheme = builtIn('base')
const demo = plainDemo('base')
const levels = levelsOf(scheme, demo)
const PERIOD = '2021-2022'

/** Returns typed lines of the class register. */
function classes(stage: string, ...lines: [string, number][]): Typed {
  return Object.fromEntries(
    lines.flatMap(([grade, pupils], index) => [
      [`JC03.${index + 1}.学段`, stage],
      [`JC03.${index + 1}.年级`, grade],
      [`JC03.${index + 1}.人数`, String(pupils)],
    ]),
  )
}
const school = { 'JC00.10.1': '公办', 'JC00.11.1': '否' }
const found = (kind: string, cells: Typed, before?: Typed, place = '121'): string[] =>
  failing(scheme, aUnit({ kind, class: place }), PERIOD, cells, before)

describe('the scheme 教育事业基础表', () => {
  it('asks every kind of unit for its own tables', () => {
    const codes = (kind: string): string =>
      tablesOf(scheme, aUnit({ kind }))
        .map((table) => table.code.slice(2))
        .join(' ')
    expect(codes('小学')).toBe('00 01 02 03 04 05 06 07 08 09 10 11 12')
    expect(codes('教学点')).toBe(codes('小学'))
    expect(codes('幼儿园')).toBe('00 01 03 04 05 06 07 09 10 11 12 13')
    expect(codes('中职')).toBe('00 01 03 04 05 06 07 09 10 11 12')
    expect(codes('教育局')).toBe('')
  })

  it('prints like a statutory form: unit note and notes with the relations of every table', () => {
    for (const table of scheme.tables) {
      expect(unitNoteLine(table, 'zh'), table.code).toMatch(/^计量单位：[^计：]+$/)
      expect(table.notes.length, table.code).toBeGreaterThan(0)
    }
  })
})

describe('class sizes', () => {
  const cells = classes('小学', ['一年级', 45], ['二年级', 46], ['三年级', 55], ['四年级', 56], ['五年级', 65], ['六年级', 66])
  const row = (source: ReturnType<typeof filed>, code: string): string[] =>
    ['班数', '学生', '标内', '超标', '大班', '超大'].map((column) => text(source, `JC04.${code}.${column}`))

  it('fall into the published bands at their exact edges', () => {
    expect(golden.class_size).toMatchObject({ 大班额: '56-65', 超大班额: '>=66' })
    expect(row(filed(scheme, aUnit({}), PERIOD, cells), '20')).toEqual(['6', '333', '1', '5', '2', '1'])
  })

  it('are measured by the stage’s own standard', () => {
    const inForce = parametersInForce(scheme.parameters, PERIOD)
    for (const stage of ['小学', '初中'] as const)
      expect(toText(inForce.get(`${stage}标准班额`) ?? 0)).toBe(golden.class_size.standard[stage])
    expect(row(filed(scheme, aUnit({ kind: '初中' }), PERIOD, classes('初中', ['一年级', 50], ['二年级', 51])), '30')).toEqual([
      '2',
      '101',
      '1',
      '1',
      '0',
      '0',
    ])
  })

  it('of a kindergarten go by the age of its children', () => {
    const source = filed(
      scheme,
      aUnit({ kind: '幼儿园' }),
      PERIOD,
      classes('学前', ['小班', 26], ['中班', 30], ['大班', 35], ['混合班', 31], ['托班', 20]),
    )
    expect(['班数', '学生', '标内', '超标'].map((column) => text(source, `JC04.10.${column}`))).toEqual(['5', '142', '3', '2'])
  })

  it('leave the stages a school does not have blank, not 0', () => {
    expect(row(filed(scheme, aUnit({}), PERIOD, cells), '30')).toEqual(['—', '—', '—', '—', '—', '—'])
  })

  it('must add up to the pupils by grade', () => {
    expect(found('小学', { ...school, 'JC01.11.计': '40', 'JC01.11.女': '19', ...classes('小学', ['一年级', 39]) })).toContain('JC04-2')
    expect(found('小学', { ...school, 'JC01.11.计': '40', 'JC01.11.女': '19', ...classes('小学', ['一年级', 40]) })).not.toContain('JC04-2')
  })

  it('ask about each class of 66 and more, and refuse a grade of another stage', () => {
    expect(found('小学', classes('小学', ['一年级', 66]))).toContain('JC03-1')
    expect(found('小学', classes('小学', ['一年级', 65]))).not.toContain('JC03-1')
    expect(found('小学', classes('学前', ['一年级', 20]))).toContain('JC03-2')
    expect(found('小学', classes('小学', ['大班', 20]))).toContain('JC03-2')
    expect(found('小学', classes('小学', ['复式班', 20]))).not.toContain('JC03-2')
  })
})

describe('schools and teaching points', () => {
  const count = (kind: string): string[] =>
    ['JC00.07.1', 'JC00.08.1'].map((ref) => text(filed(scheme, aUnit({ kind }), PERIOD, school), ref))

  it('a teaching point is no school, whatever else a unit is', () => {
    expect(count('教学点')).toEqual(['0', '1'])
    for (const kind of ['幼儿园', '小学', '初中', '九年一贯制', '完全中学', '高中', '十二年一贯制', '特殊教育', '中职'])
      expect(count(kind), kind).toEqual(['1', '0'])
  })

  it('its pupils count all the same', () => {
    expect(text(levels.county, 'JC00.07.1')).toBe('6')
    expect(text(levels.county, 'JC01.19.计')).toBe(String(312 + 120 + 12 + 180))
  })
})

describe('the year’s beginning is the last year’s end', () => {
  it('of pupils', () => {
    const cells = { 'JC01.11.计': '20', 'JC02.20.年初': '100', 'JC02.20.毕业': '80' }
    expect(found('小学', cells, { 'JC02.20.年初': '100' })).not.toContain('JC02-4')
    expect(found('小学', cells, { 'JC02.20.年初': '101' })).toContain('JC02-4')
    expect(found('小学', cells)).not.toContain('JC02-4')
    expect(found('小学', { ...cells, 'JC01.11.计': '21' })).toContain('JC02-1')
  })

  it.each(['JC09.03', 'JC11.03'])('of %s, row by row', (row) => {
    const table = row.slice(0, 4)
    expect(found('小学', { [`${row}.年初`]: '500' }, { [`${row}.年初`]: '400', [`${row}.增加`]: '100' })).not.toContain(`${table}-1`)
    expect(found('小学', { [`${row}.年初`]: '500' }, { [`${row}.年初`]: '400' })).toContain(`${table}-1`)
    expect(found('小学', { [`${row}.年初`]: '500' })).not.toContain(`${table}-1`)
  })
})

describe('the printed relations', () => {
  it.each([
    ['小学', { 'JC01.11.计': '20', 'JC01.11.女': '21' }, 'JC01-1'],
    ['小学', { 'JC01.11.计': '20', 'JC01.11.寄宿': '21' }, 'JC01-2'],
    ['小学', { 'JC01.11.计': '20', 'JC01.11.留守': '12', 'JC01.11.随迁': '9' }, 'JC01-7'],
    ['幼儿园', { 'JC01.11.计': '20' }, 'JC01-11'],
    ['小学', { 'JC01.21.计': '20' }, 'JC01-12'],
    ['初中', { 'JC01.11.计': '20' }, 'JC01-13'],
    ['高中', { 'JC01.21.计': '20' }, 'JC01-14'],
    ['九年一贯制', { 'JC01.11.计': '20' }, 'JC01-15'],
    ['完全中学', { 'JC01.21.计': '20' }, 'JC01-16'],
    ['小学', { ...school, 'JC01.11.计': '20', 'JC01.11.寄宿': '2' }, 'JC01-22'],
    ['小学', { 'JC05.20.教职工': '9', 'JC05.20.专任': '10' }, 'JC05-1'],
    ['小学', { 'JC05.20.教职工': '9', 'JC05.20.专任': '8', 'JC06.20.本科': '7' }, 'JC06-2'],
    ['小学', { 'JC05.20.教职工': '9', 'JC05.20.专任': '8', 'JC07.20.中级': '9' }, 'JC07-2'],
    ['小学', { 'JC05.20.教职工': '9', 'JC05.20.专任': '8', 'JC08.02.小学': '7' }, 'JC08-1'],
    ['小学', { 'JC01.11.计': '20', 'JC01.11.寄宿': '2' }, 'JC09-5'],
    ['小学', { 'JC10.01.1': '1000', 'JC10.02.1': '600', 'JC10.03.1': '500' }, 'JC10-1'],
    ['小学', { 'JC11.03.年初': '10', 'JC11.04.年初': '11' }, 'JC11-3'],
    ['小学', { 'JC11.05.年初': '10', 'JC11.06.年初': '11' }, 'JC11-4'],
    ['小学', { 'JC12.11.1': '否', 'JC12.12.1': '100' }, 'JC12-2'],
    ['幼儿园', { 'JC01.02.计': '361' }, 'JC13-2'],
    ['幼儿园', { ...school, 'JC13.01.1': '普惠性民办园' }, 'JC13-4'],
  ])('in a %s find %j: %s', (kind, cells, check) => {
    expect(found(kind, cells)).toContain(check)
  })

  it('know where pupils can be from: none left behind in a city, none come along to a village', () => {
    const cells = { 'JC01.11.计': '20', 'JC01.11.留守': '2' }
    expect(found('小学', cells, undefined, '111')).toContain('JC01-23')
    expect(found('小学', cells, undefined, '220')).not.toContain('JC01-23')
    expect(found('小学', { 'JC01.11.计': '20', 'JC01.11.随迁': '2' }, undefined, '220')).toContain('JC01-24')
  })

  it('say which teachers have more than the required degree, by stage', () => {
    const degrees = Object.fromEntries(
      ['20', '30', '40'].flatMap((row) =>
        [
          ['研究生', '1'],
          ['本科', '2'],
          ['专科', '4'],
          ['高中', '8'],
        ].map(([column, count]) => [`JC06.${row}.${column}`, count ?? '']),
      ),
    )
    const source = filed(scheme, aUnit({ kind: '十二年一贯制' }), PERIOD, degrees)
    expect(['20', '30', '40', '90'].map((row) => text(source, `JC06.${row}.高于`))).toEqual(['7', '3', '1', '11'])
    expect(['20', '30', '40', '90'].map((row) => text(source, `JC06.${row}.合格`))).toEqual(['15', '7', '3', '25'])
  })
})

describe('safety', () => {
  const safe = { 'JC12.01.1': '1', 'JC12.02.1': '是', 'JC12.03.1': '是', 'JC12.04.1': '是', 'JC12.05.1': '是' }

  it('is reached when nothing of the three is missing', () => {
    expect(found('小学', safe)).not.toContain('JC12-1')
    for (const ref of Object.keys(safe))
      expect(found('小学', { ...safe, [ref]: ref === 'JC12.01.1' ? '0' : '否' }), ref).toContain('JC12-1')
  })
})

describe('the demo county', () => {
  it('gives every figure as worked out by hand', () => {
    const shown = Object.fromEntries(computeIndicators(scheme, levels.county).map((figure) => [figure.indicator.code, figure.shown]))
    expect(shown).toMatchObject(demo.published.indicators)
  })

  it('has no error, and an explanation that says something for every query', () => {
    const failures = levels.filed.flatMap((one) => one.failures)
    expect([...failures, ...levels.countyFailures].filter((failure) => failure.level === 'error').map((failure) => failure.key)).toEqual([])
    for (const one of levels.filed)
      expect(Object.keys(one.filing.explanations), one.unit.name).toEqual(one.failures.map((failure) => failure.key))
    expect(demo.filings.flatMap((filing) => Object.values(filing.explanations)).filter(isBoilerplate)).toEqual([])
  })

  it('finds a county whose schools do not take up last year’s pupils', () => {
    const broken = { ...demo, prior: demo.prior.slice(0, -1) }
    expect(levelsOf(scheme, broken).countyFailures.map((failure) => failure.check)).toContain('X-年初')
  })
})
