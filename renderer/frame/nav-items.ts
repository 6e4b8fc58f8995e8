/** The pages of the navigation, in order: Alt+1 is the first. Roles are views, not editions: everybody has them all. */
export type NavPage = 'fill' | 'checks' | 'handover' | 'roster' | 'receive' | 'consolidate' | 'indicators' | 'evaluate' | 'workspace'
export type NavGroup = { id: 'fill' | 'collect' | 'workspace'; pages: readonly NavPage[] }

export const navGroups: readonly NavGroup[] = [
  { id: 'fill', pages: ['fill', 'checks', 'handover'] },
  { id: 'collect', pages: ['roster', 'receive', 'consolidate', 'indicators', 'evaluate'] },
  { id: 'workspace', pages: ['workspace'] },
]

/** The page that Alt and a digit leads to; null when there is none. */
export function pageOfDigit(digit: string): NavPage | null {
  const all = navGroups.flatMap((group) => group.pages)
  return all[Number(digit) - 1] ?? null
}

/** The digit that leads to a page with Alt. */
export function digitOfPage(page: NavPage): number {
  return navGroups.flatMap((group) => group.pages).indexOf(page) + 1
}
