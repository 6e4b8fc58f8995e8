import { describe, expect, test } from 'vitest'
import { divide, fromInteger, fromText, multiply, toText } from '../../../shared/decimal/decimal.ts'
import { integerPart, round, roundDown, roundUp } from '../../../shared/decimal/rounding.ts'

const rounded = (by: typeof round, text: string, places: number): string => toText(by(fromText(text)!, places))

describe('四舍五入, half away from zero', () => {
  test.each([
    ['2.675', 2, '2.68'],
    ['1.005', 2, '1.01'],
    ['-2.5', 0, '-3'],
    ['2.4999', 0, '2'],
    ['0.00005', 4, '0.0001'],
    ['-0.00004', 4, '0'],
    ['1250', -2, '1300'],
    ['-1250', -2, '-1300'],
    ['49', -2, '0'],
    ['50', -2, '100'],
    ['1.23456', 4, '1.2346'],
    ['1.2', 10, '1.2'],
    ['123456789012345678901234.5', 0, '123456789012345678901235'],
    ['7', 999, '7'],
    ['7', -999, '0'],
  ])('ROUND(%s, %i) is %s', (text, places, expected) => expect(rounded(round, text, places)).toBe(expected))

  test.each([
    ['3.2', 0, '4'],
    ['-3.2', 0, '-4'],
    ['3.0001', 0, '4'],
    ['3', 0, '3'],
    ['31.41', -1, '40'],
    ['0.00001', 4, '0.0001'],
    ['-0.00001', 2, '-0.01'],
  ])('ROUNDUP(%s, %i) is %s', (text, places, expected) => expect(rounded(roundUp, text, places)).toBe(expected))

  test.each([
    ['3.9', 0, '3'],
    ['-3.9', 0, '-3'],
    ['39', -1, '30'],
    ['0.99999', 4, '0.9999'],
  ])('ROUNDDOWN(%s, %i) is %s', (text, places, expected) => expect(rounded(roundDown, text, places)).toBe(expected))

  test.each([
    ['3.9', '3'],
    ['-3.1', '-4'],
    ['-3', '-3'],
    ['-0.00001', '-1'],
  ])('INT(%s) is %s', (text, expected) => expect(toText(integerPart(fromText(text)!))).toBe(expected))

  test('the cut end of a quotient turns no tie and no whole number', () => {
    const third = divide(fromText('1.005')!, fromInteger(3))!
    expect(toText(round(multiply(third, fromInteger(3)), 2))).toBe('1.01')
    const seventh = multiply(divide(fromInteger(1), fromInteger(7))!, fromInteger(7))
    expect(toText(integerPart(seventh))).toBe('1')
    expect(toText(roundUp(multiply(divide(fromInteger(2), fromInteger(3))!, fromInteger(3)), 0))).toBe('2')
  })
})
