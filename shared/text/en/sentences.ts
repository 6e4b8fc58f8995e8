import type { Sentences } from '../sentences.ts'
import { commandLine } from './command-line.ts'
import { roundingNotes } from './controlled-rounding.ts'
import { faults } from './faults.ts'
import { fileDamage } from './file-damage.ts'
import { head } from './head.ts'
import { origins } from './origins.ts'
import { problems } from './problems.ts'
import { windowSentences } from './window.ts'

/** Every sentence of the domain in English. */
export const en: Sentences = {
  problems,
  fileDamage,
  faults,
  head,
  rounding: roundingNotes,
  origins,
  commandLine,
  window: windowSentences,
  unsaidGroup: '(not stated)',
  required: (cell) => `“${cell}” must be filled in; enter 0 if none, “/” if not applicable`,
}
