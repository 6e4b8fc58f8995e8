import { describe, expect, test } from 'vitest'
import { compareBars } from '../../../../renderer/pages/indicators/compare-bars.ts'
import type { Target } from '../../../../shared/scheme/scheme.ts'

function group(key: string, value: string | null) {
  return {
    key,
    title: key,
    units: { filed: 1, expected: 1 },
    indicators: { rate: { value, shown: value ?? '—', target: null, met: value === null ? null : Number(value) >= 1 } },
  }
}

const target: Target = { operator: '>=', value: 10_000, source: '>= 100%' }

describe('one indicator across groups', () => {
  test('all bars stand on one scale that holds 0 and the target', () => {
    const { bars, target: line } = compareBars([group('甲', '0.5'), group('乙', '2')], 'rate', target, false)
    expect(bars.map(({ key, from, to }) => [key, from, to])).toEqual([
      ['甲', 0, 25],
      ['乙', 0, 100],
    ])
    expect(line).toBe(50)
  })

  test('by value: the greatest first, groups without a figure last and without a bar', () => {
    const { bars } = compareBars([group('甲', null), group('乙', '0.5'), group('丙', '2')], 'rate', null, true)
    expect(bars.map(({ key, to }) => [key, to])).toEqual([
      ['丙', 100],
      ['乙', 25],
      ['甲', null],
    ])
  })

  test('values below 0 go left from 0', () => {
    const { bars, zero } = compareBars([group('甲', '-1'), group('乙', '3')], 'rate', null, false)
    expect(zero).toBe(25)
    expect(bars.map(({ from, to }) => [from, to])).toEqual([
      [0, 25],
      [25, 100],
    ])
  })
})
