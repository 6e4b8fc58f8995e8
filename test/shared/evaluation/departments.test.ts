import { expect, test } from 'vitest'
import { answeringOf, isLate } from '../../../shared/evaluation/departments.ts'
import { flagsOf } from '../../../shared/evaluation/flags.ts'
import { scoreEvaluation } from '../../../shared/evaluation/score.ts'
import { filingSource } from '../../../shared/filing/compute.ts'
import { parseScheme } from '../../../shared/scheme/parse-scheme.ts'

const head = `
scheme: s
version: '1'
title: t
period: year
units: { all: 'kind <> ""' }
tables:
  - { code: A, title: a, filed-by: all, columns: [{ code: '1', title: x }], rows: [{ code: '01', title: n }] }
`
const tree = `${head}
evaluation:
  full: 10
  items:
    - code: '1'
      title: 经费
      responsible: [财政局, 教育局]
      deadline: 10-15
      items:
        - { code: 1-1, title: 甲, points: 3 }
        - { code: 1-2, title: 乙, points: 3 }
    - { code: '2', title: 编制, points: 4, responsible: [编办, 财政局], deadline: 09-30, evidence: required }
`

function scored() {
  const parsed = parseScheme(tree, 's.yaml')
  if (!parsed.ok || parsed.scheme.evaluation === null) throw new Error(JSON.stringify(parsed))
  const source = filingSource(parsed.scheme, new Map(), { unit: () => null, parameters: new Map(), prior: null })
  const scores = new Map([
    ['1-1', { points: 30_000, reason: '' }],
    ['1-2', { points: 20_000, reason: '' }],
    ['2', { points: 35_000, reason: '缺编 2 人' }],
  ])
  return scoreEvaluation(parsed.scheme.evaluation, source, scores).items
}

test('the first department named leads, the others take part; what a heading says holds for its items', () => {
  expect(answeringOf(scored())).toEqual([
    { department: '财政局', leads: ['1-1', '1-2'], joins: ['2'], points: 60_000, score: 50_000, deadline: '10-15' },
    { department: '教育局', leads: [], joins: ['1-1', '1-2'], points: 0, score: 0, deadline: null },
    { department: '编办', leads: ['2'], joins: [], points: 40_000, score: 35_000, deadline: '09-30' },
  ])
})

test('the day of the deadline is in time, the day after is late', () => {
  expect(isLate('10-15', '2018', '2018-10-15')).toBe(false)
  expect(isLate('10-15', '2018', '2018-10-16')).toBe(true)
  expect(isLate(null, '2018', '2030-01-01')).toBe(false)
})

test('a deduction without a reason and evidence that is not there are named', () => {
  const [money, staff] = scored()
  expect(money?.items.map((item) => flagsOf(item, new Set()))).toEqual([[], ['reason-missing']])
  expect(staff && flagsOf(staff, new Set())).toEqual(['evidence-missing'])
  expect(staff && flagsOf(staff, new Set(['2']))).toEqual([])
})

test('a mistaken deadline, pattern of figures or grade of a veto is refused with its place', () => {
  const wrong = `${head}
indicators:
  - { code: 甲率, formula: '[A.01.1]', show: 0.0.0 }
evaluation:
  full: 1
  items: [{ code: '1', title: 甲, points: 1, deadline: 13-01 }]
`
  const parsed = parseScheme(wrong, 's.yaml')
  expect(
    parsed.ok ? [] : parsed.problems.map((one) => [one.line, one.fault.code, 'message' in one.fault ? one.fault.message : '']),
  ).toEqual([
    [11, 'shape', 'show-malformed'],
    [14, 'shape', 'deadline-malformed'],
  ])
  const veto = parseScheme(
    `${tree}  vetoes: [{ code: V1, text: 弄虚作假, effect: 不得评为优秀, at-most: 良 }]\n  grades: [{ from: 0, title: 良好 }]\n`,
    's.yaml',
  )
  expect(veto.ok ? [] : veto.problems.map((one) => one.fault)).toEqual([
    { code: 'unknown-name', what: 'grade', name: '良', nearest: '良好' },
  ])
})
