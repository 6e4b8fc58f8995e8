import { expect, test } from 'vitest'
import { plainOrigins, type FigureOrigin } from '../../../shared/report/origin.ts'
import { originSentence } from '../../../shared/text/origin-sentence.ts'
import { builtIn } from '../schemes/built-in.ts'

const scheme = builtIn('minsheng')
const [indicator] = scheme.indicators

test.each<[FigureOrigin, string, string]>([
  [{ kind: 'workspace' }, '工作区', 'The workspace'],
  [{ kind: 'filed' }, '报送情况', 'Filings received'],
  [
    { kind: 'indicator', code: indicator!.code },
    `指标 ${indicator!.code} = ${indicator!.source}`,
    `Indicator ${indicator!.code} = ${indicator!.source}`,
  ],
  [{ kind: 'parameter', name: '班额上限', source: '县方案' }, '参数 班额上限：县方案', 'Parameter 班额上限: 县方案'],
  [{ kind: 'item', code: '9', title: '任务完成情况' }, '评价 9 任务完成情况', 'Item 9 任务完成情况'],
  [{ kind: 'cell', cell: 'MS03.02.1' }, 'MS03.02.1 实施学校在校生·春学期', 'MS03.02.1 实施学校在校生·春学期'],
  [{ kind: 'blank', cell: 'MS03.02.1' }, 'MS03.02.1', 'MS03.02.1'],
])('%j is %s, in English %s', (origin, zh, en) => {
  expect([originSentence(scheme, origin, 'zh'), originSentence(scheme, origin, 'en')]).toEqual([zh, en])
})

test('a computed cell shows its formula, and each plain origin has words of its own', () => {
  const computed = [...scheme.cells.values()].find(({ state, source }) => state === 'computed' && source !== '')!
  expect(originSentence(scheme, { kind: 'cell', cell: computed.ref }, 'zh')).toMatch(/ = .+/)
  for (const language of ['zh', 'en'] as const) {
    const words = plainOrigins.map((kind) => originSentence(scheme, { kind }, language))
    expect(new Set(words).size).toBe(plainOrigins.length)
  }
})
