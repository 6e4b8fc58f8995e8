import { describe, expect, test } from 'vitest'
import { display } from '../../../shared/decimal/display.ts'
import type { Decimal } from '../../../shared/decimal/decimal.ts'
import { evaluate } from '../../../shared/formula/evaluate.ts'
import { CASES } from './cases.ts'
import { bound, result, shown, sourceOf } from './world.ts'

describe('the table of cases', () => {
  test.each(CASES)('$formula is $result', ({ formula, contents, result: expected, pattern, shown: figure }) => {
    const value = evaluate(bound(formula), sourceOf(contents))
    expect(shown(value)).toBe(expected)
    if (pattern !== undefined) expect(display(value as Decimal, pattern)).toBe(figure)
  })

  test('a computed cell that came out blank is a blank cell to the next formula', () => {
    const c = evaluate(bound('[x] / [y]'), sourceOf({ cells: { x: '7' } }))
    expect(c).toBeNull()
    expect(result('[c] + [b]', { c: null, b: '3' })).toBe('3')
  })
})
