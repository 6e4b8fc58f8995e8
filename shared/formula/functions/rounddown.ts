import { roundDown } from '../../decimal/rounding.ts'
import { writeRounding } from '../kit/excel-figures.ts'
import { wholeOf } from '../kit/run.ts'
import { decimalsInEnglish } from '../kit/wording.ts'
import { plain } from './plain.ts'

/** Rounds towards zero. */
export const ROUNDDOWN = plain({
  name: 'ROUNDDOWN',
  takes: [
    ['x', 'number'],
    ['decimals', 'number'],
  ],
  gives: 'number',
  example: { formula: 'ROUNDDOWN(-1.29, 1)', result: '-1.2' },
  value: (x, decimals) => roundDown(x, wholeOf(decimals)),
  excel: { write: (excel, args) => writeRounding('ROUNDDOWN', excel, args) },
  words: {
    zh: (x, decimals) => `${x} 舍去 ${decimals} 位小数以后的数`,
    en: (x, decimals) => `${x} cut to ${decimalsInEnglish(decimals)}`,
  },
})
