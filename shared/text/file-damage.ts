/** The closed list of the reader's words for damage inside a refused workbook. */
export const fileDamages = [
  'zip-end-missing',
  'zip-directory-outside-file',
  'zip-entry-outside-file',
  'xml-cut-off',
  'utf-16-cut-off',
  'zip-directory-broken',
  'zip-local-header-broken',
  'zip-local-header-differs',
  'zip-in-several-parts',
  'zip-method-unknown',
  'crc-wrong',
  'inflate-failed',
  'xml-attribute-broken',
  'xml-entity-broken',
  'xml-entity-unknown',
  'xml-root-wrong',
  'xml-tag-broken',
  'xml-tag-inside-text',
  'xml-tags-crossed',
  'encoding-unknown',
  'part-missing',
  'workbook-part-missing',
  'sheet-part-missing',
  'shared-string-missing',
  'no-sheets',
  'sheet-without-name',
  'style-number-wrong',
  'cell-attribute-wrong',
  'cell-boolean-wrong',
  'cell-outside-sheet',
  'cell-type-unknown',
  'merge-outside-sheet',
  'merges-overlap',
  'doctype',
  'duplicate-entry',
  'entry-leaves-folder',
  'lying-size',
  'overlapping-entries',
  'target-leaves-file',
  'zip64',
  'reading-failed',
] as const

export type FileDamage = (typeof fileDamages)[number]

/** The damage in a language's words; a damage that is not on the list (kept by another version) gets the `otherwise` words. */
export function damageWords(words: Readonly<Record<FileDamage | 'otherwise', string>>, damage: string): string {
  return Object.hasOwn(words, damage) ? words[damage as FileDamage] : words.otherwise
}
