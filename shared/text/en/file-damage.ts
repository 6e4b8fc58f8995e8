import type { FileDamage } from '../file-damage.ts'

const cutOff = 'the file is incomplete: the copy or the download may have broken off'
const contentBroken = 'a part of the file is broken and cannot be read'
const zipBroken = 'the directory inside the file does not agree with its content; it may have been damaged while it was saved or sent'
const partMissing = 'a necessary part is missing from the file'
const cellWrong = 'a cell has a content or a place that no workbook has'
const notByExcel = 'the file is not built the way WPS or Excel saves one, and was not read to be on the safe side'
const encoding = 'the text in the file is in an encoding that is not known'

/** The damage inside a refused workbook, as part of a sentence; `otherwise` for a word that is not on the list. */
export const fileDamage: Readonly<Record<FileDamage | 'otherwise', string>> = {
  'zip-end-missing': cutOff,
  'zip-directory-outside-file': cutOff,
  'zip-entry-outside-file': cutOff,
  'xml-cut-off': cutOff,
  'utf-16-cut-off': cutOff,
  'zip-directory-broken': zipBroken,
  'zip-local-header-broken': zipBroken,
  'zip-local-header-differs': zipBroken,
  'zip-in-several-parts': 'the file is one piece of an archive in several pieces',
  'zip-method-unknown': 'the file is compressed in a way that is not known',
  'crc-wrong': contentBroken,
  'inflate-failed': contentBroken,
  'xml-attribute-broken': contentBroken,
  'xml-entity-broken': contentBroken,
  'xml-entity-unknown': contentBroken,
  'xml-root-wrong': contentBroken,
  'xml-tag-broken': contentBroken,
  'xml-tag-inside-text': contentBroken,
  'xml-tags-crossed': contentBroken,
  'encoding-unknown': encoding,
  'part-missing': partMissing,
  'workbook-part-missing': partMissing,
  'sheet-part-missing': 'the content of a sheet is not in the file',
  'shared-string-missing': 'the text of a cell is not in the file',
  'no-sheets': 'the file has no sheets',
  'sheet-without-name': 'a sheet has no name',
  'style-number-wrong': 'a number of a cell format in the file is wrong',
  'cell-attribute-wrong': cellWrong,
  'cell-boolean-wrong': cellWrong,
  'cell-outside-sheet': cellWrong,
  'cell-type-unknown': cellWrong,
  'merge-outside-sheet': 'a merged region lies outside its sheet',
  'merges-overlap': 'merged regions overlap',
  doctype: notByExcel,
  'duplicate-entry': notByExcel,
  'entry-leaves-folder': notByExcel,
  'lying-size': notByExcel,
  'overlapping-entries': notByExcel,
  'target-leaves-file': notByExcel,
  zip64: notByExcel,
  'reading-failed': 'reading it broke off half-way',
  otherwise: 'the file is built in an unusual way inside',
}
