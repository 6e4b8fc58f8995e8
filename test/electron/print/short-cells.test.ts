import { expect, test } from 'vitest'
import { markShortCells } from '../../../electron/print/short-cells.ts'

const cell = (inner: string): string => `<td><p>${inner}</p></td>`
const kept = (inner: string): string => `<td class="short"><p>${inner}</p></td>`

test.each(['2022-11-30', '120210070800026', '整改中', '<span data-figure="3">2022-11-30</span>'])('%s stays on one line', (inner) => {
  expect(markShortCells(cell(inner))).toBe(kept(inner))
})

test.each(['', '规范招生录取，新建高级中学', '120210070800026, 120210070800027'])('“%s” may be broken', (inner) => {
  expect(markShortCells(cell(inner))).toBe(cell(inner))
})

test('each cell of a row is taken by itself, and what spans columns keeps saying so', () => {
  expect(markShortCells(`<tr>${cell('已完成')}<td colspan="2"><p>序号</p></td>${cell('幼升小入学条件不一')}</tr>`)).toBe(
    `<tr>${kept('已完成')}<td colspan="2" class="short"><p>序号</p></td>${cell('幼升小入学条件不一')}</tr>`,
  )
})
