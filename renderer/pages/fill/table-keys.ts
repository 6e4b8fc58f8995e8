/** What a key does among the tables of a filing: goes on or back by one, or changes between the form and its tab. */
export type TableKey = 'next' | 'previous' | 'switch'

/**
 * The keys that work anywhere on the page. Ctrl as in a spreadsheet; Alt as well, because a browser keeps Ctrl with these keys
 * for its own tabs.
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
