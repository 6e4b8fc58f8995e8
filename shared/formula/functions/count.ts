import { RANK } from '../kit/excel-text.ts'
import { aggregate } from './aggregate.ts'

/** The number of members of any type that are not blank. Only blank rule 1 makes the result blank (docs/design/formula.md: Blanks). */
export const COUNT = aggregate({
  name: 'COUNT',
  of: 'anything',
  example: { formula: 'COUNT([*.1])', result: '3' },
  excel: (_, summands) => ({ text: summands.count(), rank: RANK.sum }),
  words: { zh: (list) => `${list}中已填的个数`, en: (list) => `the number filled in of ${list}` },
})
