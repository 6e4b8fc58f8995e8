import { describe, expect, test } from 'vitest'
import { pages } from '../../../renderer/pages/pages.tsx'
import { digitOfPage, navGroupsOf, pageOfDigit } from '../../../renderer/place/page-names.ts'
import { smallScheme } from '../grid/small-scheme.ts'

describe('the navigation', () => {
  test('Alt and a digit lead to the first nine pages; later ones have none', () => {
    expect([...'123456789'].map((digit) => pageOfDigit(pages, digit))).toEqual([
      'fill',
      'checks',
      'handover',
      'roster',
      'receive',
      'consolidate',
      'indicators',
      'evaluate',
      'report',
    ])
    expect(['0', '', 'KeyA'].map((digit) => pageOfDigit(pages, digit))).toEqual([null, null, null])
    expect(digitOfPage(pages, 'report')).toBe(9)
    expect(digitOfPage(pages, 'workspace')).toBeNull()
  })
  test('the pages of a group stand together, so that digits count as the navigation shows them', () => {
    const shown = navGroupsOf(pages, smallScheme()).flatMap((group) => group.pages)
    expect(shown).toEqual(Object.keys(pages).filter((page) => page !== 'balance'))
  })
  test('a scheme without coefficients of variation is not shown the balance workbench', () => {
    expect(navGroupsOf(pages, smallScheme()).flatMap((group) => group.pages)).not.toContain('balance')
  })
})
