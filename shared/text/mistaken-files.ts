/** The remedy for each kind of file sent in place of a workbook, by the reader's word for the kind. */
const remedies = {
  csv: 'save-again',
  text: 'find',
  html: 'save-again',
  xml: 'find',
  'xml-spreadsheet-2003': 'save-again',
  json: 'find',
  pdf: 'find',
  rtf: 'find',
  word: 'find',
  powerpoint: 'find',
  ods: 'save-again',
  xlsb: 'save-again',
  zip: 'unpack',
  rar: 'unpack',
  '7z': 'unpack',
  gzip: 'unpack',
  image: 'find',
  database: 'find',
} as const

export type MistakenKind = keyof typeof remedies
export type Remedy = (typeof remedies)[MistakenKind]

/** The remedy for a kind of file; `find` (send the right file) for a kind that is not on the list. */
export function remedyOf(looksLike: string): Remedy {
  return Object.hasOwn(remedies, looksLike) ? remedies[looksLike as MistakenKind] : 'find'
}

/** The word of a list for a key; empty when the key is not on the list. */
export function wordOf(words: Readonly<Record<string, string>>, key: string): string {
  return (Object.hasOwn(words, key) ? words[key] : undefined) ?? ''
}
