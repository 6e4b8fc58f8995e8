import type { PageSentences } from '../../page-sentences.ts'
import { counted } from '../counted.ts'

export const returned: PageSentences['returned'] = {
  act: 'Return for correction',
  ask: (unit) => `Return the filing of ${unit} for correction?`,
  detail:
    'This makes its workbook with comments, to be sent to the school. Until the corrected filing comes in, the present figures count in the totals.',
  here: 'The filing was returned for correction: correct or explain what is listed under Checks, then sign it off again.',
  there: (revision) => `Revision ${revision} was returned for correction; it counts in the totals until the corrected filing comes in.`,
  toChecks: 'To the checks',
  remark: 'Remark from the county',
  remarks: (count) => counted(count, 'remark from the county', 'remarks from the county'),
  remarkOf: (text) => `Remark from the county: ${text}`,
  remarksCame: (count) =>
    `It brought ${counted(count, 'remark from the county', 'remarks from the county')}, marked on the cells until the filing is signed off again.`,
  import: 'Import a returned file',
  importHint:
    'An .xlsx from your collector: a returned file or a blank form. What is held here is not changed; its parameters are adopted.',
  blank: 'This is a blank form; there is nothing to fill in from it.',
  blankSame: 'This is a blank form; there is nothing to fill in from it, and its parameters are those held here.',
  adopted: (issuer, values) => `Parameters of ${issuer} are used now: ${values}.`,
  adoptedValue: (name, before, value, source) => `${name} ${before} → ${value}${source === '' ? '' : ` (${source})`}`,
  noValue: 'none',
  between: '; ',
  undo: 'Undo',
  undone: 'The parameters are what they were.',
  opened: 'Opened for correction. What is to be corrected or explained is listed under Checks.',
  taken: 'The returned file was filled in and can be corrected. What is to be corrected or explained is listed under Checks.',
  differs: (count) =>
    `The returned file differs from what is held here in ${count} ${count === '1' ? 'cell' : 'cells'}; nothing was changed here. Check which is right; what is to be corrected or explained is listed under Checks.`,
}
