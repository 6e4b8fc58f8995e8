import { expect, test } from 'vitest'
import { gradeOf } from '../../../shared/evaluation/grade.ts'
import type { Evaluation, Veto } from '../../../shared/scheme/scheme.ts'

const grades = [
  { from: 900_000, title: '优秀' },
  { from: 800_000, title: '良好' },
  { from: 600_000, title: '合格' },
  { from: 0, title: '不合格' },
]
const evaluation: Evaluation = { full: 1_000_000, items: [], deductions: null, vetoes: [], grades }
const veto = (ceiling: string | null, effect = ceiling ?? '取消评价资格'): Veto => ({ code: 'V', text: '', effect, when: null, ceiling })

test('without a veto the best grade that the score reaches', () => {
  expect([1_000_000, 900_000, 899_999, 600_000, 0].map((score) => gradeOf(evaluation, score, []))).toEqual([
    '优秀',
    '优秀',
    '良好',
    '合格',
    '不合格',
  ])
  expect(gradeOf(evaluation, null, [])).toBeNull()
})

test('“不得评为优秀” leaves at most 良好, and takes nothing from who is below it already', () => {
  expect(gradeOf(evaluation, 950_000, [veto('良好', '不得评为优秀')])).toBe('良好')
  expect(gradeOf(evaluation, 700_000, [veto('良好', '不得评为优秀')])).toBe('合格')
})

test('of several vetoes the hardest counts, whatever their order, and also before the score is known', () => {
  expect(gradeOf(evaluation, 950_000, [veto('良好'), veto('不合格')])).toBe('不合格')
  expect(gradeOf(evaluation, 950_000, [veto('不合格'), veto('良好')])).toBe('不合格')
  expect(gradeOf(evaluation, null, [veto('良好')])).toBe('良好')
})

test('an effect that is no grade stands in place of the grade', () => {
  expect(gradeOf(evaluation, 950_000, [veto('良好'), veto(null)])).toBe('取消评价资格')
})
