import { expect, test } from 'vitest'
import { ownValuesInForce } from '../../../shared/period/local-values.ts'

const parameters = new Map([
  [
    '标准',
    {
      name: '标准',
      unit: '元',
      source: '省文件',
      values: [
        { from: '2019', value: 600_0000 },
        { from: '2022', value: 700_0000 },
      ],
    },
  ],
])
const own = (from: string, name = '标准') => ({ name, from, value: 650_0000, source: `县${from}` })

test.each([
  ['before it begins', '2020', []],
  ['from its period on', '2021', ['2021']],
  ['until the scheme’s next value', '2022', []],
])('a county’s own value counts %s', (_, period, expected) => {
  expect(ownValuesInForce(parameters, [own('2021')], period).map(({ from }) => from)).toEqual(expected)
})

test('of several own values the latest counts, with its ground; one at the scheme’s own date takes its place; unknown names are left out', () => {
  expect(ownValuesInForce(parameters, [own('2019'), own('2020'), own('2020', '别的')], '2021')).toEqual([
    { name: '标准', from: '2020', source: '县2020' },
  ])
  expect(ownValuesInForce(parameters, [own('2022')], '2023')).toEqual([{ name: '标准', from: '2022', source: '县2022' }])
})
