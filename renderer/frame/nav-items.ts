import { weighedUnits } from '../../shared/formula/run/weighed-units.ts'
import type { Scheme } from '../../shared/scheme/scheme.ts'

/** The pages of the navigation, in order: Alt+1 is the first. Roles are views, not editions: everybody has them all. */
export type NavPage =
  | 'fill'
  | 'checks'
  | 'handover'
  | 'roster'
  | 'receive'
  | 'consolidate'
  | 'indicators'
  | 'evaluate'
  | 'report'
  | 'balance'
  | 'parameters'
  | 'workspace'
export type NavGroup = { id: 'fill' | 'collect' | 'workspace'; pages: readonly NavPage[] }

export const navGroups: readonly NavGroup[] = [
  { id: 'fill', pages: ['fill', 'checks', 'handover'] },
  { id: 'collect', pages: ['roster', 'receive', 'consolidate', 'indicators', 'evaluate', 'report', 'balance'] },
  { id: 'workspace', pages: ['parameters', 'workspace'] },
]

/** The groups as a scheme needs them: the balance workbench only where it measures variation. */
export function navGroupsOf(scheme: Pick<Scheme, 'indicators'>): NavGroup[] {
  const varies = scheme.indicators.some(({ bound }) => weighedUnits(bound) !== null)
  return navGroups.map(({ id, pages }) => ({ id, pages: pages.filter((page) => page !== 'balance' || varies) }))
}

/** The page that Alt and a digit leads to; null when there is none. */
export function pageOfDigit(digit: string): NavPage | null {
  const all = navGroups.flatMap((group) => group.pages)
  return /^[1-9]$/.test(digit) ? (all[Number(digit) - 1] ?? null) : null
}

/** The digit that leads to a page with Alt; null from the tenth page on. */
export function digitOfPage(page: NavPage): number | null {
  const digit = navGroups.flatMap((group) => group.pages).indexOf(page) + 1
  return digit <= 9 ? digit : null
}
