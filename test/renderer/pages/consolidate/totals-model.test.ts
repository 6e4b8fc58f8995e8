import { describe, expect, test } from 'vitest'
import { consolidatePlace } from '../../../../renderer/pages/consolidate/consolidate-place.ts'
import { linesIn, shownTotals, totalsWidths } from '../../../../renderer/pages/consolidate/totals-model.ts'
import { parsePlace } from '../../../../renderer/place/router.ts'
import { gridModel } from '../../../../renderer/grid/grid-model.ts'
import { builtIn } from '../../../shared/schemes/built-in.ts'
import { smallScheme, tableOf } from '../../grid/small-scheme.ts'

const scheme = smallScheme()

describe('a table filled with totals', () => {
  const table = tableOf(scheme, 'G')
  const model = gridModel(scheme, table, 0)

  test('a blank is empty, a computed cell without a figure is —, a blocked one ×', () => {
    const totals = { '01.1': '60320', '01.3': '60320' }
    const texts = (row: number): string[] => shownTotals(model, row, totals).map(({ text }) => text)
    expect(texts(0)).toEqual(['60320', '', '60320'])
    expect(texts(1)).toEqual(['', '×', '—'])
  })

  test('columns grow with a county’s figures', () => {
    const narrow = totalsWidths(model, [shownTotals(model, 0, {})], 0)
    const wide = totalsWidths(model, [shownTotals(model, 0, { '01.1': '123456789012345' })], 0)
    expect(wide.data[0]).toBeGreaterThan(narrow.data[0] ?? 0)
    expect(wide.data.slice(1)).toEqual(narrow.data.slice(1))
    expect(wide.total - narrow.total).toBe((wide.data[0] ?? 0) - (narrow.data[0] ?? 0))
  })

  test('a list has as many lines as its last one says', () => {
    expect(linesIn(tableOf(scheme, 'L'), { '1.项目': '国培', '12.人次': '3' })).toBe(12)
    expect(linesIn(tableOf(scheme, 'L'), {})).toBe(0)
    expect(linesIn(table, { '01.1': '3' })).toBe(0)
  })
})

test('what no group adds up says so instead of looking like a cell that nobody filled in', () => {
  const minsheng = builtIn('minsheng')
  const model = gridModel(minsheng, tableOf(minsheng, 'MS06'), 0)
  const totals = { '05.1': '', '01.1': '20' }
  const at = (code: string) =>
    shownTotals(
      model,
      model.rows.findIndex((row) => row.code === code),
      totals,
    )[0]
  expect([at('01')?.notSummed, at('05')?.notSummed, at('06')?.notSummed, at('07')?.notSummed]).toEqual([null, 'text', 'date', null])
})

test('the address says table, group and cell; a grouping nobody knows is the county', () => {
  expect(consolidatePlace(parsePlace('#/consolidate/G?by=township&group=青峰镇&cell=G.01.1'))).toEqual({
    table: 'G',
    by: 'township',
    group: '青峰镇',
    cell: 'G.01.1',
    money: null,
  })
  expect(consolidatePlace(parsePlace('#/consolidate?by=planet'))).toEqual({
    table: null,
    by: 'county',
    group: undefined,
    cell: null,
    money: null,
  })
})
