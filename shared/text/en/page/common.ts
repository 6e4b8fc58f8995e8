import type { PageSentences } from '../../page-sentences.ts'

/** Words that several pages share. */
export const common: PageSentences['common'] = {
  cancel: 'Cancel',
  retry: 'Retry',
  reading: 'Reading',
  unknownFailure: 'This was not done. Retry; if it comes back, restart Xiaotong.',
  hostGone: 'Xiaotong is no longer running, and what you just did was not completed. Start it again and open the address it gives.',
  fileUnreadable:
    'This file cannot be read: it may have been moved or renamed, its disk taken out, or another program holds it. Check that, then choose it again.',
  progress: (done, total) => `${done} of ${total}`,
  remaining: (seconds) => (seconds < 60 ? `about ${seconds} s left` : `about ${Math.round(seconds / 60)} min left`),
  stop: 'Stop',
  stopped: 'not yet sent when you stopped',
  errors: (count) => `${count} to correct`,
  queries: (count) => `${count} to explain`,
  close: 'Close',
  print: 'Print',
  preparingPages: 'Laying out the pages',
  notApplicable: 'not applicable',
  listComma: ', ',
  comma: ', ',
  semicolon: '; ',
  gap: ' ',
  aside: (text, note) => `${text} (${note})`,
  about: (subject, sentence) => `${subject}: ${sentence}`,
}
