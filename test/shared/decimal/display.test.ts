import { describe, expect, test } from 'vitest'
import { divide, fromInteger, fromText } from '../../../shared/decimal/decimal.ts'
import { display, isPattern, patternFor } from '../../../shared/decimal/display.ts'

describe('the one way a figure is shown', () => {
  test.each([
    ['1234567.5', '0', '1234568'],
    ['1234567.5', '#,##0', '1,234,568'],
    ['1234567.5', '#,##0.00', '1,234,567.50'],
    ['999', '#,##0', '999'],
    ['1000', '#,##0', '1,000'],
    ['-1234', '#,##0', '-1,234'],
    ['0.05', '0.0', '0.1'],
    ['-0.04', '0.0', '0.0'],
    ['-0.05', '0.0', '-0.1'],
    ['0', '0.00', '0.00'],
    ['0.12345', '0.0000', '0.1235'],
    ['0.125', '0%', '13%'],
    ['0.12345', '0.00%', '12.35%'],
    ['1.5', '0.##', '1.5'],
    ['2', '0.##', '2'],
    ['1.256', '0.0##', '1.256'],
    ['0.2', '0.##%', '20%'],
    ['1234567890123456789.5', '#,##0', '1,234,567,890,123,456,790'],
  ])('%s shown as %s is %s', (value, pattern, expected) => expect(display(fromText(value), pattern)).toBe(expected))

  test('10717 of 967 is 1108.27%', () => expect(display(divide(fromInteger(10717), fromInteger(967)), '0.00%')).toBe('1108.27%'))
  test('no figure is a dash, never 0, NaN or #DIV/0!', () => expect(display(divide(fromInteger(5), 0), '0.00%')).toBe('—'))
  test('a pattern that spreadsheets read otherwise is refused', () => {
    expect(isPattern('0.00')).toBe(true)
    for (const pattern of ['', '0,0', '#', '0.0E+0', 'yyyy', '00', '0.0;(0.0)']) expect(isPattern(pattern)).toBe(false)
    expect(() => display(0, 'General')).toThrow('General')
  })
  test('a cell and an indicator make their pattern', () => {
    expect(patternFor({ decimals: 0 })).toBe('0')
    expect(patternFor({ decimals: 2, grouping: true })).toBe('#,##0.00')
    expect(patternFor({ decimals: 2, percent: true })).toBe('0.00%')
  })
})
