import { round } from '../../decimal/rounding.ts'
import { writeRounding } from '../kit/excel-figures.ts'
import { wholeOf } from '../kit/run.ts'
import { decimalsInEnglish } from '../kit/wording.ts'
import { plain } from './plain.ts'

/** Rounds half away from zero (四舍五入); negative decimals round to tens and hundreds. */
export const ROUND = plain({
  name: 'ROUND',
  takes: [
    ['x', 'number'],
    ['decimals', 'number'],
  ],
  gives: 'number',
  example: { formula: 'ROUND(2.675, 2)', result: '2.68' },
  value: (x, decimals) => round(x, wholeOf(decimals)),
  excel: { write: (excel, args) => writeRounding('ROUND', excel, args) },
  words: {
    zh: (x, decimals) => `${x} 四舍五入到 ${decimals} 位小数`,
    en: (x, decimals) => `${x} rounded to ${decimalsInEnglish(decimals)}`,
  },
  phrases: { isPercentage: ({ args }, isPercentage) => isPercentage(args[0]!) },
})
