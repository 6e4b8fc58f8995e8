import { describe, expect, test } from 'vitest'
import { isNumberText, plainDecimal } from '../../../../electron/workbook/xlsx/number-text.ts'
import { seeded } from '../../../../build/bench/read-fixtures.ts'

describe('a number of a file as a plain decimal', () => {
  test.each([
    ['0', '0'],
    ['7', '7'],
    ['1500', '1500'],
    ['0.1', '0.1'],
    ['5.50', '5.5'],
    ['+5', '5'],
    ['007', '7'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['-0', '0'],
    ['-0.0', '0'],
    ['0E0', '0'],
    ['-12.30', '-12.3'],
    ['1E3', '1000'],
    ['1e3', '1000'],
    ['1.5E+2', '150'],
    ['1.2345E2', '123.45'],
    ['2.5E-3', '0.0025'],
    ['-1E-4', '-0.0001'],
    ['0.30000000000000004', '0.3'],
    ['1.1000000000000001', '1.1'],
    ['2.9999999999999996', '3'],
    ['9999999999999999', '10000000000000000'],
    ['41.360000000000007', '41.36'],
    ['0.0000012345678901234567', '0.00000123456789012346'],
    ['123456789012345', '123456789012345'],
    ['1234567890123456', '1234567890123460'],
    ['999999999999999.9', '1000000000000000'],
  ])('%s means %s', (text, decimal) => expect(plainDecimal(text)).toBe(decimal))

  test.each([
    [''],
    ['-'],
    ['.'],
    ['E3'],
    ['1E'],
    ['1E+'],
    ['1,000'],
    ['12人'],
    ['0x10'],
    ['NaN'],
    ['Infinity'],
    [' 5'],
    ['1 '],
    ['--1'],
    ['1.2.3'],
    ['1E99999'],
    ['1E300'],
  ])('%s is no figure', (text) => expect(plainDecimal(text)).toBeNull())

  test('gives back what every float was written for, at 15 digits', () => {
    const random = seeded(7)
    for (let round = 0; round < 3000; round += 1) {
      const value = (random() - 0.3) * 10 ** Math.floor(random() * 14)
      expect(Math.abs(Number(plainDecimal(String(value))) - value)).toBeLessThanOrEqual(Math.abs(value) * 5.1e-15)
      expect(plainDecimal(String(value))).not.toMatch(/e|\.$|\.\d*0$/i)
    }
  })

  test('the sum of two figures with one decimal comes out with one decimal', () => {
    for (let left = 0; left < 300; left += 7) {
      for (let right = 0; right < 3000; right += 11) expect(plainDecimal(String(left / 10 + right / 10))).toBe(String((left + right) / 10))
    }
  })
})

test('a number text is digits, sign, point and exponent, and nothing else', () => {
  expect(['1', '-1.5', '1E-7', '.5', '+3'].every(isNumberText)).toBe(true)
  expect(['', '1a', '１', '1e', 'e1', '-', '1 2', '１２'].some(isNumberText)).toBe(false)
})
