import { describe, expect, test } from 'vitest'
import { needsUnits } from '../../../electron/services/levels.ts'
import { parseScheme } from '../../../shared/scheme/parse-scheme.ts'
import type { Scheme } from '../../../shared/scheme/scheme.ts'

function schemeWith(more: string): Scheme {
  const parsed = parseScheme(
    `scheme: small\nversion: '1'\ntitle: 小方案\nperiod: year\nunits: { school: kind = 小学 }
tables:
  - code: T
    title: 学生
    filed-by: school
    columns: [{ code: '1', title: 人数 }]
    rows: [{ code: '01', title: 在校生 }]
${more}`,
    'small.yaml',
  )
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.scheme
}

const across = 'MAXU([T.01.1]) <= 2000'

describe('the units themselves are read for a county', () => {
  test.each([
    [
      'when a score counts them',
      `evaluation:\n  full: 10\n  items: [{ code: '1', title: 规模, points: 10, items: [{ code: '1-1', title: 最大, points: 10, score: 'IF(${across}, 10, 0)' }] }]`,
      true,
    ],
    [
      'when a veto looks at them',
      `evaluation:\n  full: 10\n  items: [{ code: '1', title: 规模, points: 10, score: manual }]\n  vetoes: [{ code: V1, text: 超大规模学校, when: 'MAXU([T.01.1]) > 2000', effect: 不合格 }]`,
      true,
    ],
    ['when a check of totals does', `checks: [{ id: C1, level: error, at: county, rule: '${across}', because: 学校不应过大 }]`, true],
    ['when an indicator does', `indicators: [{ code: 最大, formula: 'MAXU([T.01.1])' }]`, true],
    ['and not otherwise', `indicators: [{ code: 人数, formula: '[T.01.1]' }]`, false],
  ])('%s', (_when, more, needed) => {
    expect(needsUnits(schemeWith(more))).toBe(needed)
  })
})
