import * as SheetJS from '@e965/xlsx'
import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { buildSchoolWorkbook, schoolWorkbook, seeded } from '../../../../build/bench/read-fixtures.ts'
import { compareWithSheetJs } from '../../../../electron/workbook/corpus/compare.ts'
import { readXlsx } from '../../../../electron/workbook/xlsx/read-xlsx.ts'

type Value = number | string | boolean | Date | null

/** A random value as in people's tables. */
function anyValue(random: () => number): Value {
  const choice = Math.floor(random() * 10)
  if (choice < 3) return Math.floor(random() * 100_000)
  if (choice < 5) return Math.round(random() * 1e8) / 10 ** Math.floor(random() * 6) - 500
  if (choice === 5) return random() < 0.5
  if (choice === 6)
    return new Date(
      Date.UTC(
        1950 + Math.floor(random() * 120),
        Math.floor(random() * 12),
        1 + Math.floor(random() * 28),
        Math.floor(random() * 24),
        Math.floor(random() * 60),
      ),
    )
  if (choice === 7) return null
  return (
    ['学校', ' 教  师 ', 'a<b>&"c"\'', '—', '=1+1', '第 1 行\n第 2 行', '_x000D_', '😀', '12人', '1,234'][Math.floor(random() * 10)]! +
    Math.floor(random() * 50)
  )
}

function expectAgreement(bytes: Uint8Array, atLeast: number): void {
  const comparison = compareWithSheetJs(readXlsx(bytes), bytes, SheetJS)
  expect(comparison.differences).toEqual([])
  expect(comparison.same).toBeGreaterThan(atLeast)
}

describe('a second reader finds the same cells', () => {
  test.each([1, 2, 3, 4])('in workbook %i that exceljs wrote at random', async (seed) => {
    const random = seeded(seed)
    const book = new ExcelJS.Workbook()
    if (seed === 2) book.properties.date1904 = true
    for (let index = 0; index < 3; index += 1) {
      const sheet = book.addWorksheet(`表 ${index} & ${seed}`)
      for (let row = 1; row <= 60; row += 1) {
        for (let column = 1; column <= 12; column += 1) {
          const cell = sheet.getCell(row, column)
          if (random() < 0.2) cell.value = { formula: `A${row}+1`, result: Math.floor(random() * 900) + 1 }
          else if (random() < 0.05) cell.value = { richText: [{ text: '在校' }, { font: { bold: true }, text: `学生${row}` }] }
          else if (random() < 0.05) cell.value = { error: '#DIV/0!' } as ExcelJS.CellErrorValue
          else cell.value = anyValue(random)
          if (random() < 0.3) cell.numFmt = ['0.00', '#,##0', '0%', 'yyyy"年"m"月"', 'General'][Math.floor(random() * 5)]!
        }
      }
      sheet.mergeCells(2, 2, 4, 3)
      sheet.mergeCells(10, 1, 10, 5)
    }
    expectAgreement(new Uint8Array(await book.xlsx.writeBuffer()), 1500)
  })

  test.each([5, 6, 7, 8])('in workbook %i that SheetJS wrote at random', (seed) => {
    const random = seeded(seed)
    const book = SheetJS.utils.book_new()
    for (let index = 0; index < 3; index += 1) {
      const rows = Array.from({ length: 80 }, () => Array.from({ length: 10 }, () => anyValue(random)))
      const sheet = SheetJS.utils.aoa_to_sheet(rows, { cellDates: seed % 2 === 0, UTC: true })
      sheet['!merges'] = [{ s: { r: 1, c: 1 }, e: { r: 3, c: 2 } }]
      SheetJS.utils.book_append_sheet(book, sheet, `表${index}`)
    }
    expectAgreement(
      SheetJS.write(book, { type: 'buffer', bookType: 'xlsx', bookSST: seed < 7, compression: seed !== 8 }) as Uint8Array,
      1500,
    )
  })

  test('in a school workbook, with every named cell in its place', async () => {
    const bytes = await buildSchoolWorkbook(42)
    expectAgreement(bytes, schoolWorkbook.values - 20)
    const book = readXlsx(bytes)
    const found = book.names.map(
      ({ target }) => book.sheets.find((sheet) => sheet.name === target!.sheet)!.at(target!.row, target!.column)?.kind,
    )
    expect(found).toEqual(Array.from({ length: schoolWorkbook.names }, () => 'number'))
  })

  test('the school workbooks are the same bytes every time they are made', async () => {
    expect((await buildSchoolWorkbook(7)).equals(await buildSchoolWorkbook(7))).toBe(true)
  })
})
