import type { PageSentences } from '../../page-sentences.ts'

/** Taking figures over from the filings of other schemes. */
export const carryOverText: PageSentences['carryOver'] = {
  offer: (cells, from) => `${cells} blank ${cells === '1' ? 'cell' : 'cells'} of this scheme can be taken from “${from}”.`,
  take: 'Take over',
  taken: (cells, from) => `Took ${cells} ${cells === '1' ? 'cell' : 'cells'} over from “${from}”; nothing that was filled in has changed.`,
  none: (from) => `There is nothing to take over in “${from}”: the unit has not filled it in yet, or the figures do not fit.`,
}
