import { expect, test } from 'vitest'
import { periodOfDay } from '../../../../renderer/pages/start/default-period.ts'

test.each([
  ['year', '2021-12-10', '2021'],
  ['month', '2021-09-30', '2021-09'],
  ['school-year', '2021-08-31', '2020-2021'],
  ['school-year', '2021-09-01', '2021-2022'],
  ['term', '2021-09-01', '2021-2022-1'],
  ['term', '2022-01-15', '2021-2022-1'],
  ['term', '2022-03-01', '2021-2022-2'],
] as const)('the %s of %s is %s', (kind, day, period) => expect(periodOfDay(kind, day)).toBe(period))
