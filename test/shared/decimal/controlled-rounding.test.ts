import { describe, expect, test } from 'vitest'
import { controlledRounding, type SumRelation } from '../../../shared/decimal/controlled-rounding.ts'
import { add, fromText, toText, type Decimal } from '../../../shared/decimal/decimal.ts'
import { round } from '../../../shared/decimal/rounding.ts'

function values(texts: Record<string, string>): Map<string, Decimal> {
  return new Map(Object.entries(texts).map(([key, text]) => [key, fromText(text) ?? 0]))
}

function texts(printed: ReadonlyMap<string, Decimal>): Record<string, string> {
  return Object.fromEntries([...printed].map(([key, value]) => [key, toText(value)]))
}

describe('a table whose rows and columns both add up still does on paper', () => {
  test('one sum: the largest remainder moves', () => {
    const result = controlledRounding(values({ a: '1.4', b: '1.45', c: '1.15', t: '4' }), [{ total: 't', parts: ['a', 'b', 'c'] }], 0)
    expect(texts(result.printed)).toEqual({ a: '1', b: '2', c: '1', t: '4' })
    expect(result.adjustments.map(({ key, rounded, adjusted }) => [key, toText(rounded), toText(adjusted)])).toEqual([['b', '1', '2']])
  })

  test('a sum of sums: the middle one may move, the grand total never', () => {
    const relations = [
      { total: 'all', parts: ['x', 'y'] },
      { total: 'x', parts: ['x1', 'x2'] },
    ]
    const result = controlledRounding(values({ x1: '0.7', x2: '0.7', x: '1.4', y: '1.4', all: '2.8' }), relations, 0)
    const printed = texts(result.printed)
    expect(printed['all']).toBe('3')
    expect(Number(printed['x']) + Number(printed['y'])).toBe(3)
    expect(Number(printed['x1']) + Number(printed['x2'])).toBe(Number(printed['x']))
    expect(result.unbalanced).toEqual([])
  })

  test('a sum that is wrong before rounding is not made to look right', () => {
    const result = controlledRounding(values({ a: '1.4', b: '1.4', t: '9' }), [{ total: 't', parts: ['a', 'b'] }], 0)
    expect(texts(result.printed)).toEqual({ a: '1', b: '1', t: '9' })
    expect(result.adjustments).toEqual([])
  })

  test('blank parts count for nothing', () => {
    const result = controlledRounding(values({ a: '0.5', b: '0.5', t: '1' }), [{ total: 't', parts: ['a', 'blank', 'b'] }], 0)
    expect(texts(result.printed)).toEqual({ a: '0', b: '1', t: '1' })
  })

  test('any table of rows × columns with both sums can be balanced, each figure by less than one unit', () => {
    let seed = 11
    const next = (): number => (seed = (seed * 48271) % 2147483647)
    for (let run = 0; run < 150; run += 1) {
      const rows = (next() % 6) + 2
      const columns = (next() % 5) + 2
      const cells = new Map<string, Decimal>()
      const relations: SumRelation[] = []
      const sumInto = (total: string, parts: string[]): void => {
        cells.set(
          total,
          parts.reduce<Decimal>((all, key) => add(all, cells.get(key) ?? 0), 0),
        )
        relations.push({ total, parts })
      }
      const names = (row: number): string[] => Array.from({ length: columns }, (_, column) => `${row}.${column}`)
      for (let row = 0; row < rows; row += 1) {
        for (const key of names(row)) cells.set(key, next() % 1_000_000)
        sumInto(`${row}.t`, names(row))
      }
      for (const column of [...Array(columns).keys(), 't'])
        sumInto(
          `t.${column}`,
          Array.from({ length: rows }, (_, row) => `${row}.${column}`),
        )
      relations.push({ total: 't.t', parts: Array.from({ length: columns }, (_, column) => `t.${column}`) })
      const { printed, unbalanced } = controlledRounding(cells, relations, 0)
      expect(unbalanced).toEqual([])
      for (const { total, parts } of relations) {
        expect(parts.reduce<Decimal>((all, key) => add(all, printed.get(key) ?? 0), 0)).toEqual(printed.get(total))
      }
      for (const [key, value] of cells) expect(Math.abs((printed.get(key) as number) - (value as number))).toBeLessThan(10_000)
      expect(printed.get('t.t')).toEqual(round(cells.get('t.t') ?? 0, 0))
    }
  })
})

describe('one sum', () => {
  function balance(parts: string[], total: string, places: number): { parts: string[]; total: string; moved: number[] } {
    const keys = parts.map((_, index) => String(index))
    const all = values(Object.fromEntries([...parts.map((text, index) => [String(index), text]), ['t', total]]))
    const { printed, adjustments } = controlledRounding(all, [{ total: 't', parts: keys }], places)
    return {
      parts: keys.map((key) => toText(printed.get(key) ?? 0)),
      total: toText(printed.get('t') ?? 0),
      moved: adjustments.map(({ key }) => Number(key)),
    }
  }

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
})
