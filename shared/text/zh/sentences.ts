import type { Sentences } from '../sentences.ts'
import { roundingNotes } from './controlled-rounding.ts'
import { faults } from './faults.ts'
import { fileDamage } from './file-damage.ts'
import { head } from './head.ts'
import { origins } from './origins.ts'
import { problems } from './problems.ts'

/** Every sentence of the domain in Chinese. */
export const zh: Sentences = {
  problems,
  fileDamage,
  faults,
  head,
  rounding: roundingNotes,
  origins,
  unsaidGroup: '（未注明）',
  required: (cell) => `“${cell}”必须填写；没有的填 0，不适用的填“/”`,
}
