import { expect, test } from 'vitest'
import { filterFindings, placeOf } from '../../../../renderer/pages/checks/find-findings.ts'
import type { Finding } from '../../../../shared/check/findings.ts'

function finding(scope: 'unit' | 'county', key: string, explained: boolean): Finding {
  return {
    unit: '1',
    unitName: '第一小学',
    check: key,
    level: 'query',
    scope,
    key,
    cell: 'A1.01.1',
    cells: ['A1.01.1'],
    message: { zh: '', en: '' },
    because: '',
    explanation: null,
    explained,
  }
}

test('what was just explained stays in the list of what is open, and only that', () => {
  const total = finding('county', 'X@A1.01.1', true)
  const open = finding('unit', 'Y@A1.01.1', false)
  const sameKeyOfUnit = finding('unit', 'X@A1.01.1', true)
  const all = [total, open, sameKeyOfUnit]
  expect(filterFindings(all, 'open', '', new Map())).toEqual([open])
  expect(filterFindings(all, 'open', '', new Map(), new Set([placeOf(total)]))).toEqual([total, open])
})
