import { expect, test } from 'vitest'
import { toText } from '../../../shared/decimal/decimal.ts'
import { scoreEvaluation, type ManualScore } from '../../../shared/evaluation/score.ts'
import { filingSource } from '../../../shared/filing/compute.ts'
import { meets } from '../../../shared/indicator/compute.ts'
import { parseScheme } from '../../../shared/scheme/parse-scheme.ts'

const parsed = parseScheme(
  `
scheme: s
version: '1'
title: t
period: year
units: { all: 'kind <> ""' }
tables:
  - { code: A, title: a, filed-by: all, columns: [{ code: '1', title: x }], rows: [{ code: '01', title: n }] }
evaluation:
  full: 10
  items:
    - { code: '1', title: 一, points: 4 }
    - code: '2'
      title: 二
      items:
        - { code: 2-1, title: 甲, points: 3 }
        - { code: 2-2, title: 乙, points: 3, score: '[A.01.1] / 10 * 3', reason: 未完成 }
  vetoes: [{ code: V1, text: 超编, when: '[A.01.1] > 99', effect: 不合格 }]
  grades: [{ from: 6, title: 合格 }, { from: 9, title: 优秀 }]
`,
  's.yaml',
)

const full: [string, ManualScore] = ['1', { points: 40_000, reason: '' }]

function score(figure: number | null, manual: [string, ManualScore][]): { score: string | null; grade: string | null; reasons: string[] } {
  if (!parsed.ok || parsed.scheme.evaluation === null) throw new Error('scheme')
  const facts = new Map(figure === null ? [] : [['A.01.1', figure * 10_000] as const])
  const source = filingSource(parsed.scheme, facts, { unit: () => null, parameters: new Map(), prior: null })
  const scored = scoreEvaluation(parsed.scheme.evaluation, source, new Map(manual))
  const reasons = scored.items
    .flatMap((item) => [item, ...item.items])
    .map((item) => item.reason)
    .filter((reason) => reason !== '')
  return { score: scored.score === null ? null : toText(scored.score), grade: scored.grade, reasons }
}

test('a parent is the sum of its children', () => {
  expect(score(10, [full, ['2-1', { points: 30_000, reason: '' }]])).toEqual({ score: '10', grade: '优秀', reasons: [] })
  expect(
    score(10, [
      ['1', { points: 25_000, reason: '缺资料' }],
      ['2-1', { points: 30_000, reason: '' }],
    ]),
  ).toEqual({ score: '8.5', grade: '合格', reasons: ['缺资料'] })
})

test('a formula is held between nothing and the points, and says why it is short', () => {
  expect(score(5, [full, ['2-1', { points: 30_000, reason: '' }]])).toEqual({ score: '8.5', grade: '合格', reasons: ['未完成'] })
  expect(score(50, [full, ['2-1', { points: 30_000, reason: '' }]]).score).toBe('10')
})

test('as long as one item has no score there is no total', () => {
  expect(score(null, [full, ['2-1', { points: 30_000, reason: '' }]]).score).toBeNull()
  expect(score(10, []).score).toBeNull()
  expect(score(10, [['2-1', { points: 30_000, reason: '' }]]).score).toBeNull()
})

test('a veto replaces the grade, whatever the score', () => {
  expect(score(100, [full, ['2-1', { points: 30_000, reason: '' }]]).grade).toBe('不合格')
})

test('a target is met by the exact figure, not by the one shown', () => {
  expect(meets(9_999, { operator: '>=', value: 10_000, source: '>= 1' })).toBe(false)
  expect(meets(10_000, { operator: '>=', value: 10_000, source: '>= 1' })).toBe(true)
  expect(meets(null, { operator: '<=', value: 10_000, source: '<= 1' })).toBeNull()
})
