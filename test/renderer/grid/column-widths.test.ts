import { expect, test } from 'vitest'
import { columnWidths, fitsTo } from '../../../renderer/grid/column-widths.ts'
import { gridModel } from '../../../renderer/grid/grid-model.ts'
import { smallScheme, tableOf } from './small-scheme.ts'

const scheme = smallScheme()

test('a grid of figures keeps its natural width however wide the window is', () => {
  const model = gridModel(scheme, tableOf(scheme, 'G'), 0)
  expect(columnWidths(model, 2000)).toEqual(columnWidths(model, 500))
})

test('the room that is left goes to columns of text', () => {
  const model = gridModel(scheme, tableOf(scheme, 'L'), 0)
  const narrow = columnWidths(model, 300)
  const wide = columnWidths(model, 1000)
  expect(wide.data[0]).toBeGreaterThan(narrow.data[0] ?? 0)
  expect(wide.data.slice(1)).toEqual(narrow.data.slice(1))
  expect(wide.total).toBeLessThanOrEqual(1000)
})

test('a form just too wide for the window gives a little in each column, so that its last figures are seen', () => {
  const model = gridModel(scheme, tableOf(scheme, 'G'), 0)
  const natural = columnWidths(model, 2000)
  const tight = columnWidths(model, natural.total - 5)
  expect(tight.total).toBe(natural.total - 5)
  expect(natural.data.map((width, column) => width - (tight.data[column] ?? 0))).toEqual([2, 2, 1])
  expect(fitsTo(natural, natural.total - 5)).toBe(true)
})

test('a form much too wide keeps its widths and scrolls', () => {
  const model = gridModel(scheme, tableOf(scheme, 'G'), 0)
  const natural = columnWidths(model, 2000)
  expect(columnWidths(model, natural.total - 100)).toEqual(natural)
  expect(fitsTo(natural, natural.total - 100)).toBe(false)
  expect(fitsTo(natural, natural.total)).toBe(false)
})

test('a column grows for a figure that has no room on one line, and the others keep their widths', () => {
  const model = gridModel(scheme, tableOf(scheme, 'G'), 0)
  const natural = columnWidths(model, 2000)
  const [first = 0, ...rest] = natural.data
  const grown = columnWidths(model, 2000, [200, 8, 0])
  expect(grown.data).toEqual([218, ...rest])
  expect(grown.total).toBe(natural.total + 218 - first)
})
