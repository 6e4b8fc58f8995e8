import { expect, test } from 'vitest'
import { evaluate } from '../../../shared/formula/run/evaluate.ts'
import { filingSource } from '../../../shared/filing/compute.ts'
import type { Fact } from '../../../shared/filing/facts.ts'
import { parseScheme } from '../../../shared/scheme/parse-scheme.ts'
import type { Scheme } from '../../../shared/scheme/scheme.ts'
import { faultSentence } from '../../../shared/text/scheme-sentences.ts'

const small = `
scheme: small
version: '1'
title: 小方案
period: year
parameters:
  标准: { unit: 元, source: 文件, values: { '2020': 600, '2022': 700 } }
units:
  school: kind in [小学, 初中]
  office: kind = 教育局
tables:
  - code: A1
    title: 学生
    filed-by: school
    defaults: { min: 0, quantity: 人 }
    columns:
      - { code: '1', title: 男 }
      - { code: '2', title: 女 }
      - { code: '3', title: 计, formula: '[.1] + [.2]' }
    rows:
      - { code: '01', title: 一年级 }
      - { code: '02', title: 二年级 }
      - { code: '09', title: 合计, subtotal: true, formula: 'SUM([*])' }
    cells:
      '02.2': blocked
      '02.3': { formula: '[.1]' }
      '09.3': { formula: '[.1] + [.2]' }
  - code: L1
    kind: list
    title: 培训
    filed-by: [school, office where township = 城关]
    columns:
      - { code: 项目, title: 项目, type: text, required: true }
      - { code: 人次, title: 人次, quantity: 人次 }
      - { code: 双倍, title: 双倍, formula: '[.人次] * 2' }
checks:
  - { id: C1, level: error, for: A1, each: column, rule: '[01] <= 100', because: 班额 }
  - { id: C2, level: query, for: A1, each: row, rule: '[.1] >= [.2]', ask: 为什么 }
  - { id: C3, level: error, for: L1, rule: '[.人次] >= 1', because: 有人 }
indicators:
  - { code: 学生(人), formula: '[A1.09.3]', show: '0' }
evaluation:
  full: 5
  items:
    - { code: '1', title: 一, points: 2, score: manual }
    - code: '2'
      title: 二
      items:
        - { code: 2-1, title: 二一, points: 3, score: 'IF([A1.09.3] > 0, 3, 0)' }
`

function loaded(text: string): Scheme {
  const parsed = parseScheme(text, 'small.yaml')
  if (!parsed.ok) throw new Error(parsed.problems.map((one) => `${one.line}:${one.column} ${JSON.stringify(one.fault)}`).join('\n'))
  return parsed.scheme
}

function problemsOf(change: (text: string) => string): string[] {
  const parsed = parseScheme(change(small), 'small.yaml')
  return parsed.ok
    ? []
    : parsed.problems.map(
        ({ line, column, id, fault }) => `${line}:${column} ${id} ${fault.code === 'formula' ? fault.problem.code : fault.code}`,
      )
}

test('a scheme loads with its cells, computed in the order they need each other', () => {
  const scheme = loaded(small)
  expect([...scheme.cells.keys()]).toEqual([
    'A1.01.1',
    'A1.01.2',
    'A1.01.3',
    'A1.02.1',
    'A1.02.2',
    'A1.02.3',
    'A1.09.1',
    'A1.09.2',
    'A1.09.3',
  ])
  expect(scheme.cells.get('A1.02.2')?.state).toBe('blocked')
  expect(scheme.computedOrder.indexOf('A1.09.1')).toBeLessThan(scheme.computedOrder.indexOf('A1.09.3'))
  expect(scheme.computedOrder).toContain('L1.双倍')
})

test('computed cells, subtotals and list columns come out of the facts; a blocked cell is in no sum', () => {
  const scheme = loaded(small)
  const facts = new Map<string, Fact>([
    ['A1.01.1', 120_000],
    ['A1.01.2', 80_000],
    ['A1.02.1', 50_000],
    ['L1.1.项目', '国培'],
    ['L1.1.人次', 30_000],
    ['L1.2.人次', 40_000],
  ])
  const source = filingSource(scheme, facts, { unit: () => null, parameters: new Map(), prior: null })
  expect(source.computed.get('A1.09.1')).toBe(170_000)
  expect(source.computed.get('A1.09.3')).toBe(250_000)
  expect(source.computed.get('L1.2.双倍')).toBe(80_000)
  const indicator = scheme.indicators[0]
  expect(indicator === undefined ? null : evaluate(indicator.bound, source)).toBe(250_000)
})

test('a check over columns runs at each column, over rows at each row that is not blocked or a subtotal, over a list at each line', () => {
  const scheme = loaded(small)
  expect(scheme.checks.map((check) => check.instances.map((one) => one.at))).toEqual([
    ['A1.01.1', 'A1.01.2', 'A1.01.3'],
    ['A1.01.1'],
    ['L1'],
  ])
})

test('everything that is wrong is reported at once, each with its line and column', () => {
  const found = problemsOf((text) =>
    text
      .replace("'[.1] + [.2]' }\n    rows", "'[.1] + [.7]' }\n    rows")
      .replace("'[01] <= 100'", "'[01] <= '")
      .replace('office where township', 'ofice where township')
      .replace('full: 5', 'full: 6'),
  )
  expect(found).toEqual([
    expect.stringMatching(/^19:\d+ A1\.01\.3 unknown-column$/),
    expect.stringMatching(/^31:\d+ L1 unknown-name$/),
    expect.stringMatching(/^37:\d+ C1 value-expected$/),
    expect.stringMatching(/^43:\d+ {2}points-differ$/),
  ])
})

test('a mistaken name is answered with the nearest right one', () => {
  const parsed = parseScheme(small.replace('for: L1', 'for: L11'), 'small.yaml')
  expect(parsed.ok ? '' : faultSentence(parsed.problems[0]!.fault, 'zh')).toContain('是不是 L1')
})

test('a cell that depends on itself is shown as the cycle', () => {
  const parsed = parseScheme(
    small.replace(
      "'09.3': { formula: '[.1] + [.2]' }",
      "'09.3': { formula: '[.1] + [.2]' }\n      '01.1': { formula: '[02.1]' }\n      '02.1': { formula: '[01.1]' }",
    ),
    'small.yaml',
  )
  expect(parsed.ok ? null : parsed.problems[0]?.fault).toEqual({ code: 'cycle', cells: ['A1.01.1', 'A1.02.1', 'A1.01.1'] })
})

test.each([
  ['an unknown key', (text: string) => text.replace('title: 小方案', 'title: 小方案\ncolour: red'), 'shape'],
  ['a code that YAML reads as a number', (text: string) => text.replace("code: '01'", 'code: 1'), 'shape'],
  ['a code that stands twice', (text: string) => text.replace("code: '02', title: 二年级", "code: '01', title: 二年级"), 'duplicate-code'],
  ['a grid without rows', (text: string) => text.replace('    kind: list\n', ''), 'no-rows'],
  ['broken YAML', (text: string) => text.replace('tables:', 'tables: ]'), 'yaml'],
  ['a check that is no condition', (text: string) => text.replace("'[01] <= 100'", "'[01] + 1'"), 'not-a-condition'],
  ['a check without words', (text: string) => text.replace(', because: 班额', ''), 'message-missing'],
  ['arithmetic on text', (text: string) => text.replace("'[.人次] * 2'", "'[.项目] * 2'"), 'type-expected'],
])('%s is a problem with a place', (_, change, code) => {
  const found = problemsOf(change)
  expect(found[0]).toMatch(new RegExp(`^\\d+:\\d+ .*${code}$`))
})

test('a scheme says who approved it, under which number and until when, or nothing', () => {
  expect(loaded(small)).toMatchObject({ issuer: '', approvedBy: '', approvalNumber: '', validUntil: null })
  const approved = small.replace(
    'period: year',
    'issuer: 教育部\napproved-by: 国家统计局\napproval-number: 国统制〔2024〕12 号\nvalid-until: 2027-01-31\nperiod: year',
  )
  expect(loaded(approved)).toMatchObject({
    issuer: '教育部',
    approvedBy: '国家统计局',
    approvalNumber: '国统制〔2024〕12 号',
    validUntil: '2027-01-31',
  })
  expect(loaded(approved.replace('2027-01-31', '2027-01')).validUntil).toBe('2027-01')
})

test.each(['2027-02-30', '2027-13', '2027', '2027年1月', '27-01-31', 'soon'])(
  'valid-until %s is a problem with its place and how to write it',
  (said) => {
    const parsed = parseScheme(small.replace('period: year', `valid-until: ${said}\nperiod: year`), 'small.yaml')
    const [first] = parsed.ok ? [] : parsed.problems
    expect([first?.line, first?.column]).toEqual([5, 14])
    expect(first === undefined ? '' : faultSentence(first.fault, 'zh')).toContain('2027-09-30')
    expect(first === undefined ? '' : faultSentence(first.fault, 'en')).toContain('YYYY-MM-DD')
  },
)
