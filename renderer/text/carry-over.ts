import { words } from './catalogue.ts'

/** The words for taking over figures from the filings of other schemes. */
export const carryOverText = words({
  zh: {
    offer: (cells: string, from: string) => `还有 ${cells} 格可以取自“${from}”，不必重填。`,
    take: '带入',
    taken: (cells: string, from: string) => `已从“${from}”带入 ${cells} 格；已填的内容没有改动。`,
    none: (from: string) => `“${from}”中没有可带入的数：本单位还没有填，或者数与本表的格不合。`,
  },
  en: {
    offer: (cells, from) => `${cells} blank ${cells === '1' ? 'cell' : 'cells'} of this scheme can be taken from "${from}".`,
    take: 'Take over',
    taken: (cells, from) =>
      `Took ${cells} ${cells === '1' ? 'cell' : 'cells'} over from "${from}"; nothing that was filled in has changed.`,
    none: (from) => `There is nothing to take over in "${from}": the unit has not filled it in yet, or the figures do not fit.`,
  },
})
