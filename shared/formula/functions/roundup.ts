import { roundUp } from '../../decimal/rounding.ts'
import { writeRounding } from '../kit/excel-figures.ts'
import { wholeOf } from '../kit/run.ts'
import { decimalsInEnglish } from '../kit/wording.ts'
import { plain } from './plain.ts'

/** Rounds away from zero. */
export const ROUNDUP = plain({
  name: 'ROUNDUP',
  takes: [
    ['x', 'number'],
    ['decimals', 'number'],
  ],
  gives: 'number',
  example: { formula: 'ROUNDUP(-1.21, 1)', result: '-1.3' },
  value: (x, decimals) => roundUp(x, wholeOf(decimals)),
  excel: { write: (excel, args) => writeRounding('ROUNDUP', excel, args) },
  words: {
    zh: (x, decimals) => `${x} 进位到 ${decimals} 位小数`,
    en: (x, decimals) => `${x} rounded up to ${decimalsInEnglish(decimals)}`,
  },
})
