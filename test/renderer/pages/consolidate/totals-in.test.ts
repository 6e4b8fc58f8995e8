import { expect, test } from 'vitest'
import { consolidatePlace } from '../../../../renderer/pages/consolidate/consolidate-place.ts'
import { totalsIn } from '../../../../renderer/pages/consolidate/totals-in.ts'
import { parsePlace } from '../../../../renderer/place/router.ts'
import { printScheme } from '../../../electron/print/print-scheme.ts'

test('totals in a coarser unit are those of the paper; without one they stay to the last digit', () => {
  const filed = { '01.3': '12345', '01.4': '29898', '02.4': '14949', '03.4': '14949' }
  const { totals, rounding } = totalsIn(printScheme(), 'A1', filed, '万元')
  expect(totals).toEqual({ '01.3': '12345', '01.4': '2.99', '02.4': '1.5', '03.4': '1.49' })
  expect(rounding.adjustments.map(({ key }) => key)).toEqual(['A1.02.4'])
  expect(totalsIn(printScheme(), 'A1', filed, null)).toEqual({ totals: filed, rounding: { adjustments: [], unbalanced: [] } })
  expect(totalsIn(printScheme(), 'L1', { '1.项目': '国培', '1.人次': '30' }, '万元').totals).toEqual({ '1.项目': '国培', '1.人次': '30' })
})

test('the address says the unit; one that there is not is as filed', () => {
  expect(consolidatePlace(parsePlace(`#/consolidate/A1?money=${encodeURIComponent('百万元')}`)).money).toBe('百万元')
  expect(consolidatePlace(parsePlace('#/consolidate/A1?money=x')).money).toBe(null)
})
