import { compare } from '../../decimal/decimal.ts'
import { bare, excelCall, NoExcelForm, whole, type Excel } from '../kit/excel-text.ts'
import { aggregate, type Summands } from './aggregate.ts'

export const MIN = aggregate({
  name: 'MIN',
  of: 'figures',
  example: { formula: 'MIN([*.1], [b])', result: '1' },
  fold: (a, b) => (compare(a, b) <= 0 ? a : b),
  excel: (excel, summands) => whole(writeExtreme(excel, 'MIN', summands)),
  words: { zh: (list) => `${list}中最小的数`, en: (list) => `the smallest of ${list}` },
})

export const MAX = aggregate({
  name: 'MAX',
  of: 'figures',
  example: { formula: 'MAX([*.1], [b])', result: '20' },
  fold: (a, b) => (compare(a, b) > 0 ? a : b),
  excel: (excel, summands) => whole(writeExtreme(excel, 'MAX', summands)),
  words: { zh: (list) => `${list}中最大的数`, en: (list) => `the largest of ${list}` },
})

/** The most arguments that may be blank, because each one doubles the cases of the formula. */
const MOST_CASES = 6

/** Writes a case for each argument that may be blank, because a blank must not count as 0. */
function writeExtreme(excel: Excel, name: string, { given, sometimes }: Pick<Summands, 'given' | 'sometimes'>): string {
  if (sometimes.length > MOST_CASES) throw new NoExcelForm('too many cases')
  const [first, ...rest] = sometimes
  if (first === undefined) return given.length === 0 ? '0' : excelCall(name, ...given)
  const without = writeExtreme(excel, name, { given, sometimes: rest })
  return excelCall(
    'IF',
    excel.isBlank(first)!,
    without,
    writeExtreme(excel, name, { given: [...given, bare(excel.number(first))], sometimes: rest }),
  )
}
