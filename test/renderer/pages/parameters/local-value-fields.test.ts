import { describe, expect, test } from 'vitest'
import { currentValue, localValueFaults, tidyLocalValue } from '../../../../renderer/pages/parameters/local-value-fields.ts'

const values = [
  { from: '2016', value: '600', source: 'a', own: false },
  { from: '2020', value: '650', source: 'a', own: true },
]

describe('the value in force', () => {
  test.each([
    ['2015', null],
    ['2016', '600'],
    ['2019-2020', '600'],
    ['2020', '650'],
    ['2021-09', '650'],
  ])('in %s is %s', (period, value) => expect(currentValue({ values }, period)?.value ?? null).toBe(value))
})

describe('an own value as typed', () => {
  test.each([
    [{ from: '2021', value: '650', source: '县发〔2021〕1号' }, []],
    [{ from: '２０２１', value: '６５０．５', source: 'x' }, []],
    [{ from: '去年', value: '约六百', source: ' ' }, ['from', 'value', 'source']],
    [{ from: '2021-09', value: '1.23456', source: 'x' }, ['value']],
    [{ from: '2021', value: '', source: 'x' }, ['value']],
  ])('%j has faults %j', (typed, faults) => expect(localValueFaults(typed, 'month')).toEqual(faults))
  test.each([
    ['2021-2022-1', []],
    ['2021', []],
    ['2021-99-0000', ['from']],
    ['2021-2022', ['from']],
  ])('of a scheme by terms, from %s has faults %j', (from, faults) =>
    expect(localValueFaults({ from, value: '1', source: 'x' }, 'term')).toEqual(faults),
  )
  test('is sent with plain digits', () =>
    expect(tidyLocalValue({ from: ' ２０２１ ', value: '６５０', source: ' x ' })).toEqual({ from: '2021', value: '650', source: 'x' }))
})
