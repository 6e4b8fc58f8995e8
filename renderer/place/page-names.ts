import { weighedUnits } from '../../shared/formula/run/weighed-units.ts'
import type { Scheme } from '../../shared/scheme/scheme.ts'
import type { PageSentences } from '../../shared/text/page-sentences.ts'

/** A page of the navigation, which every language has a title for. The name stands in the page's address. */
export type PageName = keyof PageSentences['titles']
type GroupId = 'fill' | 'collect' | 'workspace'
export type NavGroup = { id: GroupId; pages: readonly PageName[] }

/**
 * The pages in the order of the navigation, those of a group together: Alt+1 is the first. Roles are views, not editions: everybody has
 * them all.
 */
export type PagesInOrder = Readonly<Record<PageName, { group: GroupId }>>

/** Every page of the navigation, in its order. */
export function pageNamesOf(pages: PagesInOrder): PageName[] {
  return Object.keys(pages) as PageName[]
}

/** The navigation groups for a scheme: the balance workbench only when the scheme measures variation. */
export function navGroupsOf(pages: PagesInOrder, scheme: Pick<Scheme, 'indicators'>): NavGroup[] {
  const varies = scheme.indicators.some(({ bound }) => weighedUnits(bound) !== null)
  const shown = pageNamesOf(pages).filter((page) => page !== 'balance' || varies)
  const ids = [...new Set(shown.map((page) => pages[page].group))]
  return ids.map((id) => ({ id, pages: shown.filter((page) => pages[page].group === id) }))
}

/** The page of Alt and a digit; null when no page has the digit. */
export function pageOfDigit(pages: PagesInOrder, digit: string): PageName | null {
  return /^[1-9]$/.test(digit) ? (pageNamesOf(pages)[Number(digit) - 1] ?? null) : null
}

/** The Alt digit of a page; null from the tenth page on. */
export function digitOfPage(pages: PagesInOrder, page: PageName): number | null {
  const digit = pageNamesOf(pages).indexOf(page) + 1
  return digit <= 9 ? digit : null
}
