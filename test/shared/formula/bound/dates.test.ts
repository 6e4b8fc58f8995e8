import { expect, test } from 'vitest'
import { dateOf, isDate } from '../../../../shared/formula/bound/dates.ts'

test('days of the calendar', () => {
  for (const day of ['2021-09-01', '2020-02-29', '2000-02-29', '1900-01-01', '9999-12-31']) expect(isDate(day)).toBe(true)
  for (const text of ['2021-02-29', '1900-02-29', '2021-13-01', '2021-00-10', '2021-9-1', '21-09-01', '1899-12-31', '', '2021-09-01 '])
    expect(isDate(text)).toBe(false)
})

test('months and days roll over the calendar as the platform counts them', () => {
  for (const [y, m, d] of [
    [2021, 13, 1],
    [2021, 0, 1],
    [2021, -11, 15],
    [2024, 2, 366],
    [2021, 3, 0],
    [2000, 1, -365],
    [2023, 25, 400],
  ] as const) {
    expect(dateOf(y, m, d)).toBe(new Date(Date.UTC(y, m - 1, d)).toISOString().slice(0, 10))
  }
})

test('outside 1900 to 9999 there is no date', () => {
  expect(dateOf(1899, 12, 31)).toBeNull()
  expect(dateOf(9999, 12, 32)).toBeNull()
  expect(dateOf(1900, 1, 0)).toBeNull()
  expect(dateOf(2021.5, 1, 1)).toBeNull()
})
