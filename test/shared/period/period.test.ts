import { expect, test } from 'vitest'
import { beginsAfter, firstDay, parametersInForce, parsePeriod, periodTitle, priorPeriod } from '../../../shared/period/period.ts'

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
    [
      '标准',
      {
        name: '标准',
        unit: '元',
        source: '',
        values: [
          { from: '2019', value: 6_000_000 },
          { from: '2021', value: 6_500_000 },
        ],
      },
    ],
    ['新标准', { name: '新标准', unit: '元', source: '', values: [{ from: '2022', value: 10_000 }] }],
  ])
  expect([...parametersInForce(parameters, '2020')]).toEqual([['标准', 6_000_000]])
  expect(parametersInForce(parameters, '2021-2022').get('标准')).toBe(6_500_000)
})

test('a form that holds until a day or a month is lapsed for the periods that begin later', () => {
  expect([
    firstDay('2021', 'year'),
    firstDay('2021-2022', 'school-year'),
    firstDay('2021-2022-2', 'term'),
    firstDay('2021-09', 'month'),
  ]).toEqual(['2021-01-01', '2021-09-01', '2022-02-01', '2021-09-01'])
  expect(beginsAfter('2021', 'year', '2021-01-01')).toBe(false)
  expect(beginsAfter('2021', 'year', '2020-12')).toBe(true)
  expect(beginsAfter('2021-09', 'month', '2021-09')).toBe(false)
  expect(beginsAfter('2021-2022', 'school-year', '2021-08-31')).toBe(true)
})
