import { describe, expect, test } from 'vitest'
import type { FormulaProblem } from '../../../../shared/formula/syntax/problem.ts'
import { formulaSentence } from '../../../../shared/formula/words/sentences.ts'

type Details<C extends FormulaProblem['code']> = Omit<Extract<FormulaProblem, { code: C }>, 'code' | 'at'>

/** An example of each problem; a new code without an example does not compile. */
const EXAMPLES: { [C in FormulaProblem['code']]: Details<C> } = {
  empty: {},
  'too-long': { length: 2001, limit: 2000 },
  'too-deep': { limit: 64 },
  'unexpected-character': { character: '#' },
  'unfinished-text': {},
  'unfinished-reference': {},
  'bad-number': { text: '5人' },
  'bad-reference': { text: '[a b]' },
  'value-expected': { found: ')' },
  'bracket-expected': { found: '' },
  'word-list-expected': { found: '小学' },
  'left-over': { found: ')' },
  'chained-comparison': { operator: '<' },
  'unknown-table': { table: 'JC1', nearest: ['JC01', 'JC02'] },
  'unknown-row': { table: 'JC01', row: '3', nearest: ['03'] },
  'unknown-column': { table: 'JC01', column: '9', nearest: [] },
  'row-needed': { reference: '[.2]' },
  'column-needed': { reference: '[03]' },
  'list-row-needed': { reference: '[.人次]' },
  'blocked-cell': { reference: '[01.3]' },
  'reversed-range': { reference: '[05:01.2]', from: '05', to: '01' },
  'no-cells': { reference: '[*.2]' },
  'mixed-types': { reference: '[*.2]' },
  'unknown-function': { name: 'SUMM', nearest: ['SUM'] },
  'argument-count': { name: 'ROUND', least: 2, most: 2, found: 1 },
  'pairs-needed': { name: 'IFS' },
  'reference-needed': { name: 'PRIOR' },
  'single-reference-needed': { name: 'GROWTH' },
  'name-in-quotes-needed': { name: 'PARAM' },
  'unknown-parameter': { name: 'x', nearest: [] },
  'unknown-attribute': { name: 'kinds', nearest: ['kind'] },
  'bare-name': { name: '小学', nearest: [] },
  'type-expected': { expected: 'number', found: 'text' },
  'different-types': { left: 'number', right: 'text' },
  'no-order': { operator: '<', type: 'text' },
  'bad-date': { text: '昨天' },
  'vector-not-allowed': { reference: '[*.1]' },
  'vector-needed': { name: 'SUMIF' },
  'vectors-differ': { name: 'SUMIF', test: 5, sum: null },
  'bad-criterion': { text: '>国培' },
  'across-units-not-allowed': { name: 'SHARE' },
  'across-units-nested': { name: 'MEDIAN' },
  'division-needed': { name: 'CV' },
}

describe('every problem is said in Chinese and in English', () => {
  test.each(Object.entries(EXAMPLES))('%s', (code, details) => {
    const problem = { code, ...details, at: { offset: 0, length: 1 } } as FormulaProblem
    const zh = formulaSentence(problem, 'zh')
    const en = formulaSentence(problem, 'en')
    expect(zh).toMatch(/[一-龥]{2}/)
    expect(en).toMatch(/[a-z]{4}.* [a-z]{2}/)
    expect(en).not.toMatch(/[，。；：「」]/)
    for (const text of [zh, en]) expect(text).not.toMatch(/undefined|null|\[object|[。.]$/)
    for (const detail of Object.values(details).filter(
      (value) => typeof value === 'string' && code !== 'type-expected' && code !== 'different-types' && value !== 'text' && value !== '',
    )) {
      expect(zh).toContain(detail)
      expect(en).toContain(detail)
    }
  })
})
