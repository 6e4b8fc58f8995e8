/** The act of a key: the next or the previous table, or a switch between the form and its tab. */
export type TableKey = 'next' | 'previous' | 'switch'

/**
 * The act of a key anywhere on the page, null for other keys. Ctrl as in a spreadsheet; Alt as well, because a browser keeps Ctrl
 * with these keys for its own tabs.
 */
export function tableKeyOf({
  key,
  ctrlKey,
  altKey,
  shiftKey,
}: {
  key: string
  ctrlKey: boolean
  altKey: boolean
  shiftKey: boolean
}): TableKey | null {
  if (key === 'F6' && !ctrlKey && !altKey) return 'switch'
  if (shiftKey || ctrlKey === altKey) return null
  return key === 'PageDown' ? 'next' : key === 'PageUp' ? 'previous' : null
}
