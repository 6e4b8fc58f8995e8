import { describe, expect, it } from 'vitest'
import { splitTotal } from '../../../shared/demo/split.ts'
import { vary } from '../../../shared/demo/vary.ts'

const sum = (parts: readonly number[]): number => parts.reduce((all, part) => all + part, 0)

describe('splitting a total', () => {
  it('adds up exactly where plain rounding would not', () => {
    expect(splitTotal(100, [1, 1, 1], 1)).toEqual([34, 33, 33])
    expect(splitTotal(2, [1, 1, 1], 1)).toEqual([1, 1, 0])
  })

  it('gives the steps left over to the largest remainders', () => {
    expect(splitTotal(10, [26, 33, 41], 1)).toEqual([3, 3, 4])
    expect(splitTotal(10, [255, 345, 400], 1)).toEqual([3, 3, 4])
  })

  it('keeps every part a multiple of the step', () => {
    const parts = splitTotal(54_128_000, [650, 851, 12, 4077], 100)
    expect(parts.map((part) => part % 100)).toEqual([0, 0, 0, 0])
    expect(sum(parts)).toBe(54_128_000)
  })

  it('gives nothing to a weight of nothing', () => {
    expect(splitTotal(7, [0, 3, 0, 4], 1)).toEqual([0, 3, 0, 4])
    expect(splitTotal(0, [0, 0], 1)).toEqual([0, 0])
    expect(splitTotal(0, [], 1)).toEqual([])
  })

  it('adds up for many totals and weights', () => {
    for (let round = 0; round < 500; round += 1) {
      const weights = Array.from({ length: 1 + (round % 60) }, (_, index) => vary(`${round}`, `w${index}`, 0, 5000))
      if (sum(weights) === 0) continue
      const total = vary(`${round}`, 'total', 0, 9_000_000)
      const parts = splitTotal(total, weights, 1)
      expect(sum(parts)).toBe(total)
      parts.forEach((part, index) => {
        expect(Math.abs(part - (total * (weights[index] ?? 0)) / sum(weights))).toBeLessThan(1)
      })
    }
  })

  it('refuses what cannot add up', () => {
    expect(() => splitTotal(105, [1, 1], 10)).toThrow(RangeError)
    expect(() => splitTotal(5, [0, 0], 1)).toThrow(RangeError)
    expect(() => splitTotal(5, [], 1)).toThrow(RangeError)
    expect(() => splitTotal(5, [1, -1, 3], 1)).toThrow(RangeError)
    expect(() => splitTotal(5, [0.5, 1], 1)).toThrow(RangeError)
    expect(() => splitTotal(Number.MAX_SAFE_INTEGER, [1000, 1], 1)).toThrow(RangeError)
  })
})

describe('variety without randomness', () => {
  it('is the same for the same unit and question, and stays within its bounds', () => {
    expect(vary('2134900012', 'size', 10, 40)).toBe(vary('2134900012', 'size', 10, 40))
    const seen = new Set<number>()
    for (let serial = 0; serial < 2000; serial += 1) {
      const value = vary(String(2_134_900_000 + serial), 'size', -3, 3)
      expect(value).toBeGreaterThanOrEqual(-3)
      expect(value).toBeLessThanOrEqual(3)
      seen.add(value)
    }
    expect(seen.size).toBe(7)
  })

  it('differs from question to question', () => {
    const answers = Array.from({ length: 40 }, (_, index) => vary('2134900012', `question ${index}`, 0, 999))
    expect(new Set(answers).size).toBeGreaterThan(30)
  })
})
