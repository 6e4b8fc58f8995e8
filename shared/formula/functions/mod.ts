import { modulo } from '../../decimal/decimal.ts'
import { tidy } from '../../decimal/rounding.ts'
import type { BoundNode } from '../bound/bound.ts'
import { noValue } from '../bound/no-value.ts'
import { CLEAN_PLACES } from '../kit/excel-figures.ts'
import { excelCall, RANK, whole, within, type Excel, type Piece } from '../kit/excel-text.ts'
import { plain } from './plain.ts'

/** The remainder of a division, with the sign of the divisor, as in Excel. */
export const MOD = plain({
  name: 'MOD',
  takes: [
    ['x', 'number'],
    ['divisor', 'number'],
  ],
  gives: 'number',
  example: { formula: 'MOD(-7, 3)', result: '2' },
  value: (x, divisor) => modulo(tidy(x), tidy(divisor)) ?? noValue(),
  excel: { write: (excel, [value, divisor]) => writeRemainder(excel, value!, divisor!), canFail: () => true },
  words: { zh: (x, divisor) => `${x} 除以 ${divisor} 的余数`, en: (x, divisor) => `the remainder of ${x} divided by ${divisor}` },
})

/** Writes MOD out with a rounded quotient, because MOD of binary numbers is off by a whole divisor where the quotient should be whole. */
function writeRemainder(excel: Excel, value: BoundNode, divisor: BoundNode): Piece {
  const a = excel.number(value)
  const b = excel.number(divisor)
  const quotient = `${within(a, RANK.product)}/${within(b, RANK.product + 1)}`
  const rest = `${within(a, RANK.sum)}-${within(b, RANK.product)}*INT(ROUND(${quotient},${CLEAN_PLACES}))`
  return whole(excelCall('ROUND', rest, '12'))
}
