import { expect, test } from 'vitest'
import { toText } from '../../../shared/decimal/decimal.ts'
import { scoreEvaluation, type ManualScore } from '../../../shared/evaluation/score.ts'
import { filingSource } from '../../../shared/filing/compute.ts'
import type { Fact } from '../../../shared/filing/facts.ts'
import { parseScheme } from '../../../shared/scheme/parse-scheme.ts'

const text = `
scheme: s
version: '1'
title: t
period: year
units: { all: 'kind <> ""' }
tables:
  - code: K
    kind: list
    title: 扣分清单
    filed-by: all
    columns:
      - { code: 项, title: 项, type: integer }
      - { code: 分, title: 扣分, type: decimal, decimals: 2 }
      - { code: 因, title: 原因, type: text }
evaluation:
  full: 10
  deductions: { table: K, item: 项, points: 分, reason: 因 }
  items: [{ code: '1', title: 甲, points: 4 }, { code: '2', title: 乙, points: 6 }]
`

function score(lines: [item: number, points: number, reason: string][], manual: [string, ManualScore][] = []) {
  const parsed = parseScheme(text, 's.yaml')
  if (!parsed.ok || parsed.scheme.evaluation === null) throw new Error(JSON.stringify(parsed))
  const facts = new Map<string, Fact>(
    lines.flatMap(
      ([item, points, reason], index) =>
        [
          [`K.${index + 1}.项`, item * 10_000],
          [`K.${index + 1}.分`, points * 10_000],
          [`K.${index + 1}.因`, reason],
        ] as const,
    ),
  )
  const source = filingSource(parsed.scheme, facts, { unit: () => null, parameters: new Map(), prior: null })
  const scored = scoreEvaluation(parsed.scheme.evaluation, source, new Map(manual))
  return {
    score: scored.score === null ? null : toText(scored.score),
    items: scored.items.map((item) => [item.score === null ? null : toText(item.score), item.reason]),
  }
}

test('items lose what the list says, with its reasons; the others keep their points', () => {
  expect(
    score([
      [2, 1, '缺一次会议'],
      [2, 1.5, '缺一份文件'],
    ]),
  ).toEqual({
    score: '7.5',
    items: [
      ['4', ''],
      ['3.5', '缺一次会议；缺一份文件'],
    ],
  })
})

test('a list that nobody has filed is no full mark; one line of nothing is', () => {
  expect(score([]).score).toBeNull()
  expect(score([[1, 0, '无扣分项']]).score).toBe('10')
})

test('nothing is lost below nothing, and a person may score otherwise', () => {
  expect(score([[1, 9, '未开展']]).items[0]).toEqual(['0', '未开展'])
  expect(score([[1, 1, '未开展']], [['1', { points: 20_000, reason: '复核后扣 2 分' }]]).items[0]).toEqual(['2', '复核后扣 2 分'])
})

test('a list or column that is not there is named with the nearest', () => {
  const wrong = parseScheme(text.replace('points: 分, reason: 因', 'points: 分, reason: 由'), 's.yaml')
  expect(wrong.ok ? [] : wrong.problems.map((one) => [one.line, one.fault.code])).toEqual([[18, 'unknown-name']])
})
