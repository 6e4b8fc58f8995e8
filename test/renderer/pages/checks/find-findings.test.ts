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
    rule: null,
    because: '',
    explanation: null,
    explained,
  }
}

const sentence = (one: Finding): string => `应填 ${one.cell}`

test('what was just explained stays in the list of what is open, and only that', () => {
  const total = finding('county', 'X@A1.01.1', true)
  const open = finding('unit', 'Y@A1.01.1', false)
  const sameKeyOfUnit = finding('unit', 'X@A1.01.1', true)
  const all = [total, open, sameKeyOfUnit]
  expect(filterFindings(all, 'open', '', new Map(), sentence)).toEqual([open])
  expect(filterFindings(all, 'open', '', new Map(), sentence, new Set([placeOf(total)]))).toEqual([total, open])
})

test('a finding is found by its unit, its check, its table and the words of its sentence', () => {
  const one = finding('unit', 'MS-1@A1.01.1', false)
  const found = (typed: string): number => filterFindings([one], 'open', typed, new Map([['A1', '学生']]), sentence).length
  for (const typed of ['第一小学', 'ms-1', '学生', '应填 A1', ' １ ']) expect([typed, found(typed)]).toEqual([typed, 1])
  expect(found('教师')).toBe(0)
})
