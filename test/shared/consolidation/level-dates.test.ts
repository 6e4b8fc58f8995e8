import { expect, test } from 'vitest'
import { levelFacts } from '../../../shared/consolidation/level-facts.ts'
import { parseScheme } from '../../../shared/scheme/parse-scheme.ts'

const text = (aggregate: string): string => `
scheme: s
version: '1'
title: t
period: year
units: { all: 'kind <> ""' }
tables:
  - { code: A, title: a, filed-by: all, columns: [{ code: '1', title: x }], rows: [{ code: '01', title: 台账日期, type: date${aggregate} }] }
`

function dateAt(aggregate: string): unknown {
  const parsed = parseScheme(text(aggregate), 's.yaml')
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const dates = ['2022-10-31', '2022-11-02', '2021-12-30'].map((date) => ({ cell: 'A.01.1', text: date, count: 1 }))
  return levelFacts(parsed.scheme, [], dates, []).get('A.01.1')
}

test('a level keeps the latest or the earliest date where the scheme asks, and none otherwise', () => {
  expect(dateAt(', aggregate: max')).toBe('2022-11-02')
  expect(dateAt(', aggregate: min')).toBe('2021-12-30')
  expect(dateAt('')).toBeUndefined()
})
