import type { PageSentences } from '../../page-sentences.ts'
import { counted } from '../counted.ts'

export const report: PageSentences['report'] = {
  title: 'Report',
  ready: (figures) => `${counted(figures, 'figure')}, each with its source; ready to export`,
  checksFail: (count) => `${counted(count, 'check')} of the totals ${count === '1' ? 'fails' : 'fail'}`,
  rereading: 'Data has changed; the report is being made again and can be exported then',
  blocked: (count) => `${counted(count, 'place')} unresolved; settle them to export`,
  word: 'Export to Word',
  pdf: 'Export to PDF',
  pdfMissing: 'No browser on this machine can make a PDF; export to Word and save as PDF there',
  blockedHint: 'Settle the places listed at the right to export',
  preview: 'Preview of the report',
  unresolved: (count) => `${counted(count, 'place')} unresolved`,
  unresolvedKind: (kind) =>
    ({
      tag: 'The tag has no figure: the scheme has no such thing, or it is still blank',
      placeholder: 'A placeholder was left',
      template: 'The template is faulty: braces that do not close, or a damaged file',
    })[kind],
  around: (text) => `…${text}…`,
  howToMend: 'Fill in the data, or download the template, correct it in Word or WPS, and put it back.',
  brokenTitle: 'The template is faulty, so there is no report to show',
  brokenText: 'What is wrong with it is said at the right. Correct it and put it in again, or return to the template of the scheme.',
  figures: 'Where figures come from',
  figuresHint: 'Click a figure in the report to see where it comes from',
  noFigures: 'The report takes no figures',
  search: 'Find a figure or a name',
  place: (place) =>
    ({
      indicator: 'Show the indicator',
      cell: 'Show what the total is made of',
      parameter: 'Show the parameter',
      evaluation: 'Show the evaluation',
      roster: 'Show the roster',
    })[place],
  template: 'Template',
  builtIn: 'of the scheme',
  own: 'our own',
  download: 'Download',
  replace: 'Use our own',
  drop: "Use the scheme's",
  dropped: (name) => `“${name}” is no longer used.`,
  replaced: (name) => `The report now follows “${name}”.`,
  undo: 'Undo',
  templateHint: 'A .docx file; tags name an indicator, a cell, a parameter or an item',
  emptyTitle: 'This scheme has no report template yet',
  emptyText:
    'Write a .docx in Word or WPS with tags where figures belong, such as {指标:NAME}, {数:TABLE.ROW.COLUMN}, {总得分}, and put it in here.',
}
