import { describe, expect, test } from 'vitest'
import type { ItemScore } from '../../../../shared/api/consolidation.ts'
import { flatItems, pointsText, scoreFault, unscoredItems } from '../../../../renderer/pages/evaluate/evaluation-items.ts'

function item(code: string, part: Partial<ItemScore> = {}): ItemScore {
  return {
    code,
    title: code,
    points: '3',
    score: null,
    reason: '',
    how: 'manual',
    explain: '',
    responsible: [],
    deadline: null,
    evidence: false,
    flags: [],
    items: [],
    ...part,
  }
}

const tree = [item('1', { how: 'sum', items: [item('1-1'), item('1-2', { score: '3' })] }), item('2', { how: 'formula' })]

test('the tree as lines; what lies under a folded item is left out', () => {
  expect(flatItems(tree, new Set()).map(({ item: { code }, depth }) => `${depth} ${code}`)).toEqual(['0 1', '1 1-1', '1 1-2', '0 2'])
  expect(flatItems(tree, new Set(['1'])).map(({ item: { code } }) => code)).toEqual(['1', '2'])
})

test('only items scored by hand wait for a score', () => {
  expect(unscoredItems(tree).map(({ code }) => code)).toEqual(['1-1'])
})

describe('a score as typed', () => {
  test.each([
    ['', '', 'missing'],
    ['  ', '缺记录', 'missing'],
    ['约三', '', 'not-a-number'],
    ['-1', '缺记录', 'not-a-number'],
    ['3.5', '', 'too-high'],
    ['2.5', ' ', 'reason-missing'],
    ['2.5', '缺一次记录', null],
    ['3', '', null],
    ['3.0', '', null],
    ['0', '没有做', null],
  ] as const)('%j with reason %j: %s', (score, reason, fault) => {
    expect(scoreFault(score, reason, '3')).toBe(fault)
  })

  test('points show as many decimals as they have', () => {
    expect(['3', '2.50', '39.8757', null].map(pointsText)).toEqual(['3', '2.5', '39.8757', '—'])
  })
})
