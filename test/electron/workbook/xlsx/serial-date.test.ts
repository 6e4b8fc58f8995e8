import * as SheetJS from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { normaliseIso, serialToIso } from '../../../../electron/workbook/xlsx/serial-date.ts'

describe('day numbers', () => {
  test.each([
    ['45536', '2024-09-01'],
    ['45351', '2024-02-29'],
    ['1', '1900-01-01'],
    ['59', '1900-02-28'],
    ['60', '1900-02-29'],
    ['61', '1900-03-01'],
    ['25569', '1970-01-01'],
    ['36526', '2000-01-01'],
    ['2958465', '9999-12-31'],
    ['45536.354166666664', '2024-09-01T08:30:00'],
    ['45536.5', '2024-09-01T12:00:00'],
    ['45536.99999999999', '2024-09-02'],
    ['0.5', '12:00:00'],
    ['0.354166666666667', '08:30:00'],
    ['0', '00:00:00'],
    ['45536.0000115741', '2024-09-01T00:00:01'],
  ])('%s is %s', (serial, iso) => expect(serialToIso(serial, 1900)).toBe(iso))

  test.each([
    ['0', '1904-01-01'],
    ['42735', '2021-01-01'],
    ['1', '1904-01-02'],
    ['2957003', '9999-12-31'],
    ['0.25', '06:00:00'],
  ])('counted from 1904, %s is %s', (serial, iso) => expect(serialToIso(serial, 1904)).toBe(iso))

  test.each([['-1'], ['2958466'], ['1E300'], ['abc'], ['']])('%s is no day', (serial) => expect(serialToIso(serial, 1900)).toBeNull())
  test('after 9999 counted from 1904 is no day either', () => expect(serialToIso('2957004', 1904)).toBeNull())

  test('every day of two centuries is the day a second reader finds', () => {
    for (let serial = 1; serial < 80_000; serial += 7) {
      const { y, m, d } = SheetJS.SSF.parse_date_code(serial) as { y: number; m: number; d: number }
      expect(serialToIso(String(serial), 1900)).toBe(`${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`)
    }
  })
})

test.each([
  ['2024-09-01', '2024-09-01'],
  ['2024-09-01T00:00:00Z', '2024-09-01'],
  ['2024-09-01T00:00:00.000', '2024-09-01'],
  ['2024-09-01T08:30', '2024-09-01T08:30:00'],
  ['2024-09-01T08:30:15.250', '2024-09-01T08:30:15.25'],
  ['08:30:00', '08:30:00'],
  ['', null],
  ['1 September', null],
  ['2024-9-1', null],
])('an ISO date cell %s is %s', (text, iso) => expect(normaliseIso(text)).toBe(iso))
