import { describe, expect, test } from 'vitest'
import {
  abs,
  add,
  compare,
  divide,
  equals,
  fromInteger,
  fromText,
  isZero,
  modulo,
  multiply,
  negate,
  squareRoot,
  subtract,
  toBinary,
  toTenThousandths,
  toText,
  type Decimal,
} from '../../../shared/decimal/decimal.ts'
import { power } from '../../../shared/decimal/power.ts'
import { seeded } from '../formula/generator.ts'

const d = (text: string): Decimal => {
  const value = fromText(text)
  if (value === null) throw new Error(text)
  return value
}
const shown = (value: Decimal | null): string | null => (value === null ? null : toText(value))

describe('reading and writing', () => {
  test.each([
    ['12.5', '12.5'],
    ['-0.3', '-0.3'],
    ['007', '7'],
    ['0.0001', '0.0001'],
    ['0.00001', '0.00001'],
    ['1.50', '1.5'],
    ['-0', '0'],
    ['-0.0000000', '0'],
    ['123456789012345678901234567890.5', '123456789012345678901234567890.5'],
    ['900719925474.0991', '900719925474.0991'],
    ['900719925474.0992', '900719925474.0992'],
  ])('%s is written %s', (text, expected) => expect(toText(d(text))).toBe(expected))

  test.each(['', ' ', '1,000', '1e5', '.5', '5.', '+5', '--5', 'NaN', 'Infinity', '１２', '12 ', '0x10', '一'])(
    '"%s" is not a number, and is not 0',
    (text) => expect(fromText(text)).toBeNull(),
  )

  test('what fits four decimals is a plain count of ten-thousandths', () => {
    expect(d('12.5')).toBe(125_000)
    expect(fromInteger(5)).toBe(50_000)
    expect(toTenThousandths(d('0.0001'))).toBe(1)
    expect(toTenThousandths(d('0.00001'))).toBeNull()
    expect(toTenThousandths(d('900719925474.0992'))).toBeNull()
  })

  test('a result that fits again is the plain count again', () => {
    expect(multiply(d('0.00001'), fromInteger(10))).toBe(1)
    expect(subtract(d('900719925474.0992'), d('0.0001'))).toBe(Number.MAX_SAFE_INTEGER)
  })

  test('a figure for a chart is the nearest binary number', () => {
    expect(toBinary(d('0.1'))).toBe(0.1)
    expect(toBinary(d('0.00001'))).toBe(0.00001)
  })
})

describe('arithmetic', () => {
  test('a tenth and two tenths are three tenths', () => expect(equals(add(d('0.1'), d('0.2')), d('0.3'))).toBe(true))
  test('sums and products stay exact beyond the safe range', () => {
    expect(shown(add(d('900719925474.0991'), d('900719925474.0991')))).toBe('1801439850948.1982')
    expect(shown(multiply(d('123456789.1234'), d('987654321.9876')))).toBe('121932631356437737.14966984')
  })
  test('twenty digits of a quotient, half away from zero', () => {
    expect(shown(divide(fromInteger(1), fromInteger(3)))).toBe('0.33333333333333333333')
    expect(shown(divide(fromInteger(-2), fromInteger(3)))).toBe('-0.66666666666666666667')
    expect(shown(divide(d('10717'), d('967')))).toBe('11.082730093071354705')
  })
  test('nothing is divided by nothing', () => {
    expect(divide(fromInteger(5), 0)).toBeNull()
    expect(modulo(fromInteger(5), 0)).toBeNull()
  })
  test.each([
    ['7', '3', '1'],
    ['-7', '3', '2'],
    ['7', '-3', '-2'],
    ['-7', '-3', '-1'],
    ['5.3', '0.1', '0'],
    ['0.00005', '0.00003', '0.00002'],
    ['-0.00005', '0.00003', '0.00001'],
    ['6', '3', '0'],
  ])('MOD(%s, %s) is %s, with the sign of the divisor', (a, b, expected) => expect(shown(modulo(d(a), d(b)))).toBe(expected))
  test('there is no minus zero', () => {
    expect(Object.is(negate(0), 0)).toBe(true)
    expect(Object.is(multiply(d('-1'), 0), 0)).toBe(true)
    expect(Object.is(divide(0, d('-1')), 0)).toBe(true)
    expect(isZero(add(d('-0.5'), d('0.5')))).toBe(true)
  })
  test('roots to twenty digits', () => {
    expect(shown(squareRoot(fromInteger(2)))).toBe('1.4142135623730950488')
    expect(shown(squareRoot(d('0.00000009')))).toBe('0.0003')
    expect(shown(squareRoot(fromInteger(1_000_000)))).toBe('1000')
    expect(squareRoot(d('-1'))).toBeNull()
  })
  test.each([
    ['2', '10', '1024'],
    ['2', '-2', '0.25'],
    ['1.1', '3', '1.331'],
    ['-2', '3', '-8'],
    ['2', '0.5', '1.4142135623730950488'],
    ['10', '-3', '0.001'],
    ['8', '0.33333333333333333333', '2'],
    ['5', '0', '1'],
    ['0', '3', '0'],
    ['1.0001', '1000000', '26747109931421401729000000000000000000000000'],
    ['0.1', '999999999', '0'],
  ])('%s to the power %s is %s', (base, exponent, expected) => expect(shown(power(d(base), d(exponent)))).toBe(expected))
  test.each([
    ['0', '0'],
    ['0', '-1'],
    ['-8', '0.5'],
    ['9', '999999999'],
    ['9', '99999999999999999999'],
    ['1000000000000', '30.5'],
  ])('%s to the power %s is no figure', (base, exponent) => expect(power(d(base), d(exponent))).toBeNull())

  test('many random figures agree with whole-number arithmetic', () => {
    const random = seeded(7)
    const figure = (): bigint => BigInt(random.below(2 ** 31)) * BigInt(random.pick([1, -1, 1000, 7_000_001])) * BigInt(random.below(3))
    const text = (count: bigint, places: number): string => {
      const digits = (count < 0n ? -count : count).toString().padStart(places + 1, '0')
      return toText(d(`${count < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`))
    }
    for (let i = 0; i < 2000; i += 1) {
      const [a, b] = [figure(), figure()]
      const [x, y] = [d(text(a, 4)), d(text(b, 4))]
      expect(toText(add(x, y))).toBe(text(a + b, 4))
      expect(toText(subtract(x, y))).toBe(text(a - b, 4))
      expect(toText(multiply(x, y))).toBe(text(a * b, 8))
      expect(compare(x, y)).toBe(a < b ? -1 : a > b ? 1 : 0)
      expect(toText(abs(x))).toBe(text(a < 0n ? -a : a, 4))
    }
  })
})
