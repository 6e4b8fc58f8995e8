import { describe, expect, test } from 'vitest'
import { display } from '../../../../shared/decimal/display.ts'
import type { Decimal } from '../../../../shared/decimal/decimal.ts'
import { evaluate } from '../../../../shared/formula/run/evaluate.ts'
import { CASES } from '../cases.ts'
import { randomContents, randomFormula, seeded } from '../generator.ts'
import { bound, result, shown, sourceOf, WORLD, type Contents } from '../world.ts'

describe('the table of cases', () => {
  test.each(CASES)('$formula is $result', ({ formula, contents, result: expected, pattern, shown: figure }) => {
    const value = evaluate(bound(formula), sourceOf(contents))
    expect(shown(value)).toBe(expected)
    if (pattern !== undefined) expect(display(value as Decimal, pattern)).toBe(figure)
  })

  test('a computed cell that came out blank is a blank cell to the next formula', () => {
    const c = evaluate(bound('[x] / [y]'), sourceOf({ cells: { x: '7' } }))
    expect(c).toBeNull()
    expect(result('[c] + [b]', { c: null, b: '3' })).toBe('3')
  })
})

describe('blanks', () => {
  test.each([
    ['[a] + [b]', {}, '—'],
    ['[a] + [b]', { a: '0' }, '0'],
    ['[a] = [b]', {}, '—'],
    ['[a] = [b]', { a: '0' }, true],
    ['[a] <= [b]', { a: '5' }, false],
    ['1 + 1', {}, '2'],
    ['[t] & "班"', {}, '—'],
    ['[t] & [u]', { t: '甲' }, '甲'],
    ['[t] = ""', { u: 'x' }, '—'],
    ['[t] = [u]', { u: 'x' }, false],
    ['LEN([t])', { t: '国培' }, '2'],
    ['CONTAINS([t], "??")', { t: '问题 ??个' }, true],
    ['CONTAINS([t], "??")', { t: '问题3个' }, false],
    ['CONTAINS([t], "??")', {}, '—'],
    ['SUM([*.1], [a])', { '02.1': '3' }, '3'],
    ['AVERAGE([*.1])', { '01.1': '2', '04.1': '4' }, '3'],
    ['MIN([*.1])', { '03.1': '-7' }, '-7'],
    ['MAX([*.1], [a])', { '03.1': '-7' }, '-7'],
    ['COUNT([*.1])', { '03.1': '0' }, '1'],
    ['MAX([*.1]) + [a]', { a: '4' }, '4'],
    ['COUNT([*.1]) + [a]', { a: '4' }, '4'],
    ['[a] / AVERAGE([*.1])', { a: '4' }, '—'],
    ['COUNT([*.1])', {}, '—'],
    ['NZ([a], 7)', {}, '7'],
    ['NZ([a]) + [b]', {}, '0'],
    ['ISBLANK([*.1])', {}, true],
    ['ISBLANK([*.1])', { '05.1': '0' }, false],
    ['IF([a] > 0, [b], 1)', { a: '5' }, '—'],
    ['IF([a] > 0, "", 1)', { a: '5' }, '—'],
    ['IF([a] > 0, [b], 1) + 2', { a: '5' }, '2'],
    ['ROUND([a], 0)', { b: '1' }, '—'],
    ['YEAR([e])', { e: '2021-09-01' }, '2021'],
    ['YEAR([e]) + [a]', { a: '1' }, '1'],
  ])('%s of %o is %s', (formula, cells, expected) => expect(result(formula, cells as Record<string, string>)).toBe(expected))

  test.each([
    ['[a] / [b] = 1', {}, '—'],
    ['IF([b] = 0, 0, [a] / [b])', { a: '5' }, '0'],
    ['OR([a] > 1, [a] / [b] > 1)', { a: '5' }, '—'],
    ['NZ([a] / [b]) + [a] / [b]', { a: '5' }, '—'],
    ['ISBLANK([a] / [b])', { a: '5' }, '—'],
    ['SUM([a] / [b], 1)', { a: '5' }, '—'],
    ['MOD([a], [b])', { a: '5' }, '—'],
    ['[b] ^ -1', { a: '5', b: '0' }, '—'],
    ['0 ^ 0', {}, '—'],
    ['(-8) ^ 0.5', {}, '—'],
    ['9 ^ 9 ^ 9 ^ 9', {}, '—'],
    ['IFS([a] > 9, 1)', { a: '5' }, '—'],
    ['DATE(99999, 1, 1)', {}, '—'],
  ])('what cannot be divided or worked out leaves nothing: %s is %s', (formula, cells, expected) =>
    expect(result(formula, cells as Record<string, string>)).toBe(expected),
  )

  test('text where a figure should stand is never taken for 0', () => {
    const source = { ...sourceOf({}), cell: () => '无' }
    expect(evaluate(bound('[a] + 1'), source)).toBeNull()
  })
  test('an empty list is blank, one with blanks only too', () => {
    expect(result('SUM([PX.人次])')).toBe('—')
    expect(result('SUM([PX.人次])', {}, { rows: { PX: { 人次: [null, null] } } })).toBe('—')
  })
})

describe('functions', () => {
  test.each([
    ['ROUNDUP(-1.21, 1)', '-1.3'],
    ['ROUNDDOWN(-1.29, 1)', '-1.2'],
    ['INT(-1.5)', '-2'],
    ['ABS(-3)', '3'],
    ['MOD(-7, 3)', '2'],
    ['ROUND(1234, -2)', '1200'],
    ['IFS(1 > 2, "甲", TRUE, "乙")', '乙'],
    ['AND(TRUE, 1 < 2)', true],
    ['OR(FALSE, NOT(TRUE))', false],
    ['"共 " & 1 / 8 & " 人"', '共 0.125 人'],
    ['1 / 3 & ""', '0.333333333'],
    ['DATE(2021, 13, 1)', '2022-01-01'],
    ['DATE(2020, 3, 0)', '2020-02-29'],
    ['DATE(2021, 3, 0)', '2021-02-28'],
    ['DATE(2021, 1, 366)', '2022-01-01'],
    ['"abc" = "ABC"', true],
    ['2 ^ 3 ^ 2', '64'],
    ['1 / 3 * 3 = 1', true],
    ['INT(1 / 3 * 3)', '1'],
    ['30% * 50', '15'],
  ])('%s is %s', (formula, expected) => expect(result(formula)).toBe(expected))

  const rows = {
    PX: {
      类别: ['国培', '省培', null, '国培班', '国培'],
      人次: ['30', '12', '5', null, '7'],
      日期: ['2021-09-01', null, '2021-12-31', '2020-01-01', '2021-09-02'],
    },
    BJ: { 人数: ['45', '56', null, '0'] },
  }
  test.each([
    ['SUMIF([PX.类别], "国培*", [PX.人次])', '37'],
    ['SUMIF([PX.类别], "国培班", [PX.人次])', '—'],
    ['SUMIF([PX.类别], "市培", [PX.人次])', '0'],
    ['COUNTIF([PX.类别], "<>国培")', '2'],
    ['COUNTIF([PX.类别], "国培?")', '1'],
    ['COUNTIF([BJ.人数], "<50")', '2'],
    ['COUNTIF([BJ.人数], 0)', '1'],
    ['COUNTIF([BJ.人数], "=56")', '1'],
    ['COUNTIF([BJ.人数], ">="&PARAM("班额上限"))', '1'],
    ['COUNTIF([PX.日期], ">=2021-09-01")', '3'],
    ['COUNT([PX.类别])', '4'],
    ['SUM([BJ.人数]) / COUNT([BJ.人数])', '33.666666666666666667'],
  ])('%s over rows is %s', (formula, expected) => expect(result(formula, {}, { rows, parameters: { 班额上限: '55' } })).toBe(expected))

  test('wildcards cannot hang', () => {
    const long = { rows: { PX: { 类别: ['啊'.repeat(3000)], 人次: ['1'] } } }
    expect(result(`COUNTIF([PX.类别], "${'*啊'.repeat(300)}国")`, {}, long)).toBe('0')
  })
})

describe('the period before, parameters and the unit', () => {
  test.each([
    ['PRIOR([a])', {}, '40'],
    ['[a] - PRIOR([a])', { a: '50' }, '10'],
    ['[a] - PRIOR([a])', {}, '—'],
    ['GROWTH([a])', { a: '50' }, '0.25'],
    ['GROWTH([a])', {}, '—'],
    ['GROWTH([b])', { b: '5' }, '—'],
    ['GROWTH([c])', { c: '5' }, '—'],
    ['ABS(GROWTH([a])) <= 20%', {}, '—'],
    ['ABS(GROWTH([a])) <= 20%', { a: '50' }, false],
    ['NZ(GROWTH([b]), 0)', { b: '5' }, '0'],
  ])('%s with %o now and a 40, c 0 before is %s', (formula, cells, expected) =>
    expect(result(formula, cells as Record<string, string>, { prior: { cells: { a: '40', c: '0' } } })).toBe(expected),
  )

  test('a parameter not in force is no zero', () => {
    expect(result('[a] * PARAM("班额上限")', { a: '2' }, { parameters: { 班额上限: '55' } })).toBe('110')
    expect(result('[a] * PARAM("班额上限")', { a: '2' })).toBe('—')
    expect(result('NZ(PARAM("班额上限"), 50) + 0', {})).toBe('50')
  })
  test('attributes of the unit', () => {
    expect(result('IF(UNIT("kind") = "小学", 1, 2)', {}, { unit: { kind: '小学' } })).toBe('1')
    expect(result('UNIT("class") >= 210', {}, { unit: { class: '220' } })).toBe(true)
    expect(result('UNIT("class") >= 210', {})).toBe(false)
  })
  test.each([
    ['kind in [小学, 教学点] AND class >= 210', true],
    ['kind = 教育局', false],
    ['NOT kind = 教育局', true],
    ['code = 450921', true],
    ['township = ""', true],
  ])('the condition %s is %s', (source, expected) => {
    expect(evaluate(bound(source, undefined, true), sourceOf({ unit: { kind: '小学', class: '220', code: '450921' } }))).toBe(expected)
  })
  test("this row's cell of a list", () => {
    const world = { ...WORLD, thisList: 'PX' }
    expect(result('[.人次] >= 10', {}, { row: { 人次: '12' } }, world)).toBe(true)
    expect(result('[.人次] >= 10', {}, {}, world)).toBe('—')
  })
})

describe('across units', () => {
  const units: Contents[] = [
    { cells: { a: '10', b: '100' }, unit: { kind: '小学', class: '210' } },
    { cells: { a: '30', b: '200' }, unit: { kind: '小学', class: '220' } },
    { cells: { a: '12', b: '100' }, unit: { kind: '初中', class: '111' } },
    { cells: { b: '50' }, unit: { kind: '教学点', class: '220' } },
    { cells: { a: '5' }, unit: { kind: '小学', class: '210' } },
    { cells: {}, unit: { kind: '小学', class: '210' } },
  ]
  test.each([
    ['UNITS()', '6'],
    ['UNITS(kind = 小学)', '4'],
    ['UNITS([a] > 0)', '4'],
    ['MEETS([a] >= 10)', '3'],
    ['MEETS([a] >= 10, kind = "小学")', '2'],
    ['SHARE([a] >= 10)', '0.75'],
    ['SHARE([a] / [b] >= 11%)', '0.5'],
    ['SHARE([a] >= 10, kind = 幼儿园)', '—'],
    ['MEDIAN([a])', '11'],
    ['MEDIAN([a], kind = 小学)', '10'],
    ['MINU([a])', '5'],
    ['MAXU([a] / [b])', '0.15'],
    ['UNITS() - [d]', '6'],
    ['MINU([a], kind = 幼儿园)', '—'],
    ['CV([a] / [c])', '—'],
  ])('%s is %s', (formula, expected) => expect(result(formula, {}, { units }, { ...WORLD, acrossUnits: true })).toBe(expected))

  test('the coefficient of variation weighted as the national standard defines it', () => {
    // X: 0.1 and 0.15, weights 100 and 200, mean 40/300; S² = (100·(1/30)² + 200·(1/60)²) / 300; CV = S / mean.
    const mean = 40 / 300
    const s = Math.sqrt((100 * (0.1 - mean) ** 2 + 200 * (0.15 - mean) ** 2) / 300)
    const value = result('CV([a] / [b], kind = "小学" AND [b] > 0)', {}, { units }, { ...WORLD, acrossUnits: true })
    expect(Number(value)).toBeCloseTo(s / mean, 14)
    expect(String(value)).toMatch(/^0\.1767766952966368/)
  })
})

test('many random formulas give a figure, a text, a condition or a blank, and never throw', () => {
  const random = seeded(5)
  for (let i = 0; i < 3000; i += 1) {
    const type = random.pick(['number', 'boolean', 'text', 'date'] as const)
    const source = randomFormula(random, type, 4)
    const formula = bound(source)
    const value = evaluate(formula, sourceOf(randomContents(random)))
    const kinds = { number: ['number', 'object'], boolean: ['boolean'], text: ['string'], date: ['string'] }[formula.type]
    expect(value === null || kinds.includes(typeof value), source).toBe(true)
    if (formula.type === 'number' && value !== null) expect(shown(value)).toMatch(/^-?\d+(\.\d+)?$/)
  }
})
