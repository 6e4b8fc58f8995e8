import { expect, test } from 'vitest'
import type { XlsxCell, XlsxMerge } from '../../../../electron/workbook/xlsx/book.ts'
import { dropCovered } from '../../../../electron/workbook/xlsx/merges.ts'
import { seeded } from '../../../../build/bench/read-fixtures.ts'

test('the sweep leaves out what a look at every pair leaves out, overlapping regions included', () => {
  const random = seeded(3)
  const upTo = (most: number): number => 1 + Math.floor(random() * most)
  for (let round = 0; round < 300; round += 1) {
    const cells: XlsxCell[] = []
    for (let row = 1; row <= 12; row += 1) {
      for (let column = 1; column <= 10; column += 1)
        if (random() < 0.5) cells.push({ row, column, kind: 'number', text: '1', formula: false })
    }
    const merges = Array.from({ length: upTo(8) }, (): XlsxMerge => {
      const row = upTo(12)
      const column = upTo(10)
      return { row, column, lastRow: row + upTo(4) - 1, lastColumn: column + upTo(4) - 1 }
    })
    const covers = (merge: XlsxMerge, cell: XlsxCell): boolean =>
      cell.row >= merge.row &&
      cell.row <= merge.lastRow &&
      cell.column >= merge.column &&
      cell.column <= merge.lastColumn &&
      !(cell.row === merge.row && cell.column === merge.column)
    expect(dropCovered(cells, merges, 'part')).toEqual(cells.filter((cell) => !merges.some((merge) => covers(merge, cell))))
  }
})
