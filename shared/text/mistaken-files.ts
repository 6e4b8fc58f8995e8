/** What people send in place of a workbook, by the reader's word for it, and what helps. */
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

/** What helps when a file looks like this; a kind that is not on the list is to be replaced by the right file. */
export function remedyOf(looksLike: string): Remedy {
  return Object.hasOwn(remedies, looksLike) ? remedies[looksLike as MistakenKind] : 'find'
}

/** The word of a list for a key that may not be on it: empty then. */
export function wordOf(words: Readonly<Record<string, string>>, key: string): string {
  return (Object.hasOwn(words, key) ? words[key] : undefined) ?? ''
}
