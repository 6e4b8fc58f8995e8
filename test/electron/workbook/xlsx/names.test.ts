import { expect, test } from 'vitest'
import { parseTarget } from '../../../../electron/workbook/xlsx/names.ts'

test.each([
  ['Sheet1!$B$3', 'Sheet1', 3, 2],
  ["'基本 情况'!$B$3", '基本 情况', 3, 2],
  ['基本情况!B3', '基本情况', 3, 2],
  ["'O''Neil'!$A$1", "O'Neil", 1, 1],
  ['=Sheet1!$A$1', 'Sheet1', 1, 1],
  ['Sheet1!$A$1:$A$1', 'Sheet1', 1, 1],
  ["'a!b'!C2", 'a!b', 2, 3],
])('%s points at one cell', (text, sheet, row, column) => expect(parseTarget(text)).toEqual({ sheet, row, column }))

test.each([
  ['Sheet1!$A$1:$B$2'],
  ['Sheet1!$A:$A'],
  ['#REF!'],
  ['Sheet1!#REF!'],
  ['123'],
  ['"text"'],
  ['[1]Sheet1!$A$1'],
  ["'[other.xlsx]Sheet1'!$A$1"],
  ['SUM(Sheet1!A1)'],
  ['Sheet1!A1,Sheet1!B1'],
  ['$A$1'],
  ["'open!$A$1"],
  ["'s'$A$1"],
  ['!A1'],
  [''],
  ['OFFSET(Sheet1!$A$1,0,0)'],
])('%s does not', (text) => expect(parseTarget(text)).toBeNull())
