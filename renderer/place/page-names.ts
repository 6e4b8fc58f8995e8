import { weighedUnits } from '../../shared/formula/run/weighed-units.ts'
import type { Scheme } from '../../shared/scheme/scheme.ts'

/**
 * The pages of the navigation by group, in order: Alt+1 is the first. The name is the page's folder and a part of its address.
 * Roles are views, not editions: every role can open every page.
 */
const groups = [
  { id: 'fill', pages: ['fill', 'checks', 'handover'] },
  { id: 'collect', pages: ['roster', 'receive', 'consolidate', 'indicators', 'evaluate', 'report', 'balance'] },
  { id: 'workspace', pages: ['parameters', 'workspace'] },
] as const

/** A page of the navigation; an unknown name does not compile. */
export type PageName = (typeof groups)[number]['pages'][number]
export type NavGroup = { id: (typeof groups)[number]['id']; pages: readonly PageName[] }
const navGroups: readonly NavGroup[] = groups

/** Every page of the navigation, in its order. */
export const pageNames: readonly PageName[] = groups.flatMap((group) => [...group.pages])

/** True when an address names a page of the navigation. */
export function isPageName(text: string): text is PageName {
  return pageNames.some((page) => page === text)
}

/** The navigation groups for a scheme: the balance workbench only when the scheme measures variation. */
export function navGroupsOf(scheme: Pick<Scheme, 'indicators'>): NavGroup[] {
  const varies = scheme.indicators.some(({ bound }) => weighedUnits(bound) !== null)
  return navGroups.map(({ id, pages }) => ({ id, pages: pages.filter((page) => page !== 'balance' || varies) }))
}

/** The page of Alt and a digit; null when no page has the digit. */
export function pageOfDigit(digit: string): PageName | null {
  return /^[1-9]$/.test(digit) ? (pageNames[Number(digit) - 1] ?? null) : null
}

/** The Alt digit of a page; null from the tenth page on. */
export function digitOfPage(page: PageName): number | null {
  const digit = pageNames.indexOf(page) + 1
  return digit <= 9 ? digit : null
}
