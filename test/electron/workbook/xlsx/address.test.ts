import { expect, test } from 'vitest'
import { formatAddress, parseAddress, parseRegion } from '../../../../electron/workbook/xlsx/address.ts'

test.each([
  ['A1', 1, 1],
  ['$B$7', 7, 2],
  ['Z1', 1, 26],
  ['AA1', 1, 27],
  ['XFD1048576', 1048576, 16384],
  ['$C4', 4, 3],
])('%s is row %i, column %i', (text, row, column) => {
  expect(parseAddress(text)).toEqual({ row, column })
  expect(formatAddress(row, column)).toBe(text.replaceAll('$', ''))
})

test.each([
  [''],
  ['A'],
  ['1'],
  ['A0'],
  ['XFE1'],
  ['A1048577'],
  ['a1'],
  ['A1:B2'],
  ['A-1'],
  ['A1.5'],
  ['AAAAAAAAAAAA1'],
  ['A99999999999999999999'],
  ['Sheet!A1'],
  ['#REF!'],
])('%s is no cell', (text) => expect(parseAddress(text)).toBeNull())

test('a region has its corners in order, whichever way round it is written', () => {
  const region = { row: 2, column: 2, lastRow: 5, lastColumn: 4 }
  expect(parseRegion('B2:D5')).toEqual(region)
  expect(parseRegion('D5:B2')).toEqual(region)
  expect(parseRegion('D2:B5')).toEqual(region)
  expect(parseRegion('B2')).toEqual({ row: 2, column: 2, lastRow: 2, lastColumn: 2 })
  expect(parseRegion('A:A')).toBeNull()
})
