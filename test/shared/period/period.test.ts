import { expect, test } from 'vitest'
import { parametersInForce, parsePeriod, periodTitle, priorPeriod } from '../../../shared/period/period.ts'

test.each([
  ['year', '2021', true],
  ['year', '２０２１', true],
  ['year', '21', false],
  ['school-year', '2021-2022', true],
  ['school-year', '2021-2023', false],
  ['term', '2021-2022-1', true],
  ['term', '2021-2022-3', false],
  ['month', '2021-09', true],
  ['month', '2021-13', false],
  ['month', '2021-10', true],
] as const)('%s %s is a period: %s', (kind, text, right) => {
  expect(parsePeriod(text, kind).ok).toBe(right)
})

test('the period before is the same stretch of time a year earlier', () => {
  expect(priorPeriod('2021', 'year')).toBe('2020')
  expect(priorPeriod('2021-2022', 'school-year')).toBe('2020-2021')
  expect(priorPeriod('2021-2022-2', 'term')).toBe('2020-2021-2')
  expect(priorPeriod('2021-09', 'month')).toBe('2020-09')
})

test('people read a period in words', () => {
  expect(periodTitle('2021', 'year', 'zh')).toBe('2021 年度')
  expect(periodTitle('2021-2022-1', 'term', 'zh')).toBe('2021–2022 学年第一学期')
  expect(periodTitle('2021-09', 'month', 'zh')).toBe('2021 年 9 月')
})

test('a report of 2020 keeps the value of 2020; a parameter that begins later is not in force', () => {
  const parameters = new Map([
    ['标准', { name: '标准', unit: '元', source: '', values: [{ from: '2019', value: 6_000_000 }, { from: '2021', value: 6_500_000 }] }],
    ['新标准', { name: '新标准', unit: '元', source: '', values: [{ from: '2022', value: 10_000 }] }],
  ])
  expect([...parametersInForce(parameters, '2020')]).toEqual([['标准', 6_000_000]])
  expect(parametersInForce(parameters, '2021-2022').get('标准')).toBe(6_500_000)
})
