import type { Sentences } from '../sentences.ts'
import { roundingNotes } from './controlled-rounding.ts'
import { faults } from './faults.ts'
import { fileDamage } from './file-damage.ts'
import { head } from './head.ts'
import { origins } from './origins.ts'
import { problems } from './problems.ts'

/** Every sentence of the domain in English. */
export const en: Sentences = {
  problems,
  fileDamage,
  faults,
  head,
  rounding: roundingNotes,
  origins,
  unsaidGroup: '(not stated)',
  required: (cell) => `“${cell}” must be filled in; enter 0 if none, “/” if not applicable`,
}
