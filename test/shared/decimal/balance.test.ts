import { describe, expect, test } from 'vitest'
import { balanceRounding } from '../../../shared/decimal/balance.ts'
import { add, fromText, toText, type Decimal } from '../../../shared/decimal/decimal.ts'
import { round } from '../../../shared/decimal/rounding.ts'

function number(text: string): Decimal {
  const value = fromText(text)
  if (value === null) throw new Error(text)
  return value
}

function balance(parts: string[], total: string, places: number): { parts: string[]; total: string; moved: number[] } {
  const result = balanceRounding(parts.map(number), number(total), places)
  return { parts: result.parts.map(toText), total: toText(result.total), moved: result.adjustments.map(({ index }) => index) }
}

describe('printed parts add up to the printed total', () => {
  test('plain rounding that adds up is left alone', () => {
    expect(balance(['1.2', '2.8'], '4', 0)).toEqual({ parts: ['1', '3'], total: '4', moved: [] })
  })

  test('the part with the largest remainder takes what is missing', () => {
    expect(balance(['1.4', '1.4', '1.2'], '4', 0)).toEqual({ parts: ['2', '1', '1'], total: '4', moved: [0] })
    expect(balance(['1.3', '1.4', '1.3'], '4', 0)).toEqual({ parts: ['1', '2', '1'], total: '4', moved: [1] })
  })

  test('two halves do not make one too many', () => {
    expect(balance(['1.5', '1.5'], '3', 0)).toEqual({ parts: ['1', '2'], total: '3', moved: [0] })
  })

  test('yuan shown in ten thousand yuan with two decimals: rounding to hundreds', () => {
    expect(balance(['149', '149', '149', '53'], '500', -2)).toEqual({ parts: ['200', '100', '100', '100'], total: '500', moved: [0] })
  })

  test('negative parts', () => {
    expect(balance(['-1.4', '-1.4', '-1.2'], '-4', 0)).toEqual({ parts: ['-2', '-1', '-1'], total: '-4', moved: [0] })
  })

  test('the total itself is only ever rounded, and an exact part is never moved', () => {
    expect(balance(['1', '0.5', '0.5', '0.5'], '2.5', 0)).toEqual({ parts: ['1', '0', '1', '1'], total: '3', moved: [1] })
    expect(balance(['3', '0.4', '0.4'], '3.8', 0)).toEqual({ parts: ['3', '1', '0'], total: '4', moved: [1] })
  })

  test('a sum that was wrong before rounding stays visibly wrong', () => {
    expect(balance(['1', '1'], '3', 0)).toEqual({ parts: ['1', '1'], total: '3', moved: [] })
  })

  test('no parts, no adjustment', () => {
    expect(balance([], '0', 2)).toEqual({ parts: [], total: '0', moved: [] })
  })

  test('holds for any parts: they add up, and none moves by a unit or more', () => {
    let seed = 7
    const next = (): number => (seed = (seed * 48271) % 2147483647)
    for (let run = 0; run < 400; run += 1) {
      const places = (next() % 7) - 3
      const parts = Array.from({ length: (next() % 12) + 1 }, () => (next() % 2_000_000_000) - 1_000_000_000)
      const total = parts.reduce<Decimal>(add, 0)
      const result = balanceRounding(parts, total, places)
      expect(result.parts.reduce<Decimal>(add, 0)).toEqual(round(total, places))
      const unit = 10 ** (4 - places)
      result.parts.forEach((part, index) => expect(Math.abs((part as number) - (parts[index] ?? 0))).toBeLessThan(unit))
    }
  })
})
