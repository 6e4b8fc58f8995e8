import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { add, compare, divide, fromInteger, fromText, subtract, toText, type Decimal } from '../../../shared/decimal/decimal.ts'
import { round } from '../../../shared/decimal/rounding.ts'
import { variation } from '../../../shared/formula/bound/variation.ts'
import { risesBelow, takeApart, type WeighedUnit } from '../../../shared/indicator/variation-parts.ts'

const { cv: golden } = JSON.parse(readFileSync(new URL('../../fixtures/golden/balanced-development.json', import.meta.url), 'utf8')) as {
  cv: { students: number[]; books: number[]; mean: string; cv: string; cv_2dp: string; wrong: Record<string, string> }
}
const units = golden.students.map(
  (pupils, index): WeighedUnit => ({ unit: `S${index + 1}`, x: fromInteger(golden.books[index] ?? 0), w: fromInteger(pupils) }),
)
const shown = (value: Decimal | null | undefined, places: number): string =>
  value === null || value === undefined ? '—' : toText(round(value, places))
const decimal = (text: string): Decimal => fromText(text) ?? 0

describe('the published example of five schools', () => {
  const apart = takeApart(units, null)

  it('has the published mean and coefficient', () => {
    expect(shown(apart?.whole.mean, 3)).toBe(golden.mean)
    expect(shown(apart?.whole.cv, 4)).toBe(golden.cv)
    expect(shown(apart?.whole.cv, 2)).toBe(golden.cv_2dp)
  })

  it('does not come to what is got without weights', () => {
    expect(Object.values(golden.wrong)).toEqual(['0.489', '0.546'])
    expect(Object.values(golden.wrong)).not.toContain(shown(apart?.whole.cv, 3))
  })

  it('names the school that makes the unevenness first, and shares make up the whole', () => {
    expect(apart?.parts[0]?.unit).toBe('S3')
    const total = (apart?.parts ?? []).reduce((sum, part) => add(sum, part.share ?? 0), 0 as Decimal)
    expect(shown(total, 9)).toBe('1')
  })

  it('says how far each school is from the mean and from a standard', () => {
    const parts = new Map(takeApart(units, fromInteger(5))?.parts.map((part) => [part.unit, part]))
    expect(shown(parts.get('S1')?.distance, 3)).toBe('-0.134')
    expect(shown(parts.get('S3')?.distance, 3)).toBe('4.171')
    expect(parts.get('S1')?.short).toBeNull()
    expect(shown(parts.get('S2')?.short, 4)).toBe('1.2973')
  })
})

describe('which schools would have to rise', () => {
  it('is nobody when the coefficient keeps to its limit', () => {
    expect(risesBelow(units, decimal('0.52'), 0)).toMatchObject({ rises: [], reached: true })
  })

  it('is the lowest school first, by no more than is needed', () => {
    const plan = risesBelow(units, decimal('0.50'), 0)
    expect(plan?.reached).toBe(true)
    expect(plan?.rises.map((rise) => rise.unit)).toEqual(['S4'])
    expect(compare(plan?.cv ?? 1, decimal('0.50'))).toBeLessThanOrEqual(0)
    const more = plan?.rises[0]?.more ?? 0
    const oneLess = units.map((unit) => (unit.unit === 'S4' ? { ...unit, x: add(unit.x, subtract(more, fromInteger(1))) } : unit))
    expect(compare(variation(oneLess)?.cv ?? 0, decimal('0.50'))).toBe(1)
  })

  it('is proved: with what was added the coefficient comes out as said, and nobody falls', () => {
    for (const limit of ['0.45', '0.3', '0.1', '0.02']) {
      const plan = risesBelow(units, decimal(limit), 0)
      const more = new Map(plan?.rises.map((rise) => [rise.unit, rise.more]))
      const raised = units.map((unit) => ({ ...unit, x: add(unit.x, more.get(unit.unit) ?? 0) }))
      expect(shown(variation(raised)?.cv, 12), limit).toBe(shown(plan?.cv, 12))
      expect(compare(plan?.cv ?? 1, decimal(limit)), limit).toBeLessThanOrEqual(0)
      for (const rise of plan?.rises ?? []) expect(compare(rise.to, rise.from), rise.unit).toBe(1)
    }
  })

  it('raises the lowest together once they are level', () => {
    const plan = risesBelow(units, decimal('0.2'), 2)
    const reached = plan?.rises.map((rise) => shown(rise.to, 1)) ?? []
    expect(reached.length).toBeGreaterThan(1)
    expect(new Set(reached).size).toBe(1)
  })

  it('counts in whole things: no half book', () => {
    for (const rise of risesBelow(units, decimal('0.3'), 0)?.rises ?? []) expect(toText(rise.more)).toMatch(/^\d+$/)
  })

  it('adds one more where rounding up has overshot', () => {
    const few: WeighedUnit[] = [
      { unit: 'A', x: 0, w: fromInteger(3) },
      { unit: 'B', x: fromInteger(2), w: fromInteger(40) },
      { unit: 'C', x: fromInteger(2), w: fromInteger(38) },
    ]
    const plan = risesBelow(few, decimal('0.1'), 0)
    expect(plan?.reached).toBe(true)
    expect(plan?.rises.map((rise) => rise.unit).sort()).toEqual(['A', 'B', 'C'])
    expect(plan?.rises.find((rise) => rise.unit === 'A')?.more).toBe(fromInteger(1))
    expect(compare(plan?.cv ?? 1, decimal('0.1'))).toBeLessThanOrEqual(0)
  })

  it('has no answer where nobody has anything', () => {
    expect(risesBelow([], decimal('0.5'), 0)).toBeNull()
    expect(risesBelow([{ unit: 'A', x: 0, w: fromInteger(3) }], decimal('0.5'), 0)).toBeNull()
    expect(takeApart([], null)).toBeNull()
  })

  it('holds equal schools for even', () => {
    const even = [1, 2, 3].map((size): WeighedUnit => ({ unit: String(size), x: fromInteger(size * 7), w: fromInteger(size * 10) }))
    const apart = takeApart(even, divide(fromInteger(8), fromInteger(10)))
    expect(apart?.parts.map((part) => part.share)).toEqual([null, null, null])
    expect(apart?.parts.map((part) => shown(part.short, 2))).toEqual(['0.1', '0.1', '0.1'])
  })
})
