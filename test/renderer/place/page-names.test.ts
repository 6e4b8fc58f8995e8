import { describe, expect, test } from 'vitest'
import { digitOfPage, navGroupsOf, pageOfDigit } from '../../../renderer/place/page-names.ts'
import { smallScheme } from '../grid/small-scheme.ts'

describe('the navigation', () => {
  test('Alt and a digit lead to the first nine pages; later ones have none', () => {
    expect([...'123456789'].map(pageOfDigit)).toEqual([
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
    expect([pageOfDigit('0'), pageOfDigit(''), pageOfDigit('KeyA')]).toEqual([null, null, null])
    expect(digitOfPage('report')).toBe(9)
    expect(digitOfPage('workspace')).toBeNull()
  })
  test('a scheme without coefficients of variation is not shown the balance workbench', () => {
    expect(navGroupsOf(smallScheme()).flatMap((group) => group.pages)).not.toContain('balance')
  })
})
