import { RANK } from '../kit/excel-text.ts'
import { aggregate } from './aggregate.ts'

/** Counts whatever is not blank, of any type; never blank itself but where all that it is of is. */
export const COUNT = aggregate({
  name: 'COUNT',
  of: 'anything',
  example: { formula: 'COUNT([*.1])', result: '3' },
  excel: (_, summands) => ({ text: summands.count(), rank: RANK.sum }),
  words: { zh: (list) => `${list}中已填的个数`, en: (list) => `the number filled in of ${list}` },
})
