import { expect, test } from 'vitest'
import { problem, type Problem } from '../../../shared/problem.ts'
import { problemSentence } from '../../../shared/text/problem-sentences.ts'

/** The problems of a file or a cell; each sentence must name the remedy, in both languages. */
const problems: Problem[] = [
  problem('not-a-number', { found: '若干', whole: true }),
  problem('too-many-decimals', { found: '1.234', decimals: 2 }),
  problem('below-minimum', { found: '-1', minimum: '0' }),
  problem('above-maximum', { found: '9', maximum: '8' }),
  problem('too-large', { found: '1e30', maximum: '100000000000' }),
  problem('wrong-unit', { found: '12人次', unit: '人' }),
  problem('not-a-choice', { found: 'x', choices: ['是', '否'] }),
  problem('not-a-date', { found: 'x' }),
  problem('text-too-long', { length: 3000, maximum: 2000 }),
  problem('formula-without-value', {}),
  problem('error-value', { found: '#N/A' }),
  problem('file-empty', {}),
  problem('file-old-xls', {}),
  problem('file-wps-et', {}),
  problem('file-password', {}),
  problem('file-damaged', { why: 'crc-wrong', sheet: 'MS03 营养改善' }),
  problem('file-too-large', { limit: '64 MB' }),
  problem('file-took-too-long', { seconds: 20 }),
  problem('file-too-much-memory', { megabytes: 512 }),
  ...(['entries', 'sheets', 'cells', 'names', 'merges'] as const).map((what) => problem('file-too-many', { what, limit: 200 })),
  ...['', 'csv', 'html', 'pdf', 'word', 'zip', 'rar', 'image', 'ods', 'xlsb', 'xml-spreadsheet-2003', 'unknown', '__proto__'].map(
    (looksLike) => problem('file-not-workbook', { looksLike }),
  ),
  problem('not-a-return', {}),
  problem('scheme-not-here', { scheme: 'minsheng', version: '2020.1' }),
  problem('other-period', { found: '2020', expected: '2021' }),
  problem('unit-not-found', { found: '' }),
  problem('cell-missing', { cell: 'MS03.02.1', title: '受益学生·春学期' }),
  problem('cell-merged', { cell: 'MS03.02.1', title: '受益学生·春学期', region: 'D8:E8' }),
  problem('no-place', { found: '7' }),
  ...['498', ''].map((computed) => problem('computed-typed-over', { cell: 'MS03.02.3', title: '受益学生·合计', found: '520', computed })),
  problem('sheet-missing', { table: 'MS03', title: '营养改善' }),
  problem('sheet-twice', { table: 'MS03', title: '营养改善', read: 'MS03', other: 'MS03 (2)' }),
  problem('unit-disagrees', { cover: '乙小学', inside: '210001 甲小学' }),
  problem('problems-left-out', { count: 12 }),
]

test.each(problems.map((one) => [one.code, one] as const))('%s', (_code, one) => {
  const zh = problemSentence(one, 'zh')
  const en = problemSentence(one, 'en')
  expect(zh).toMatch(/请|此格/)
  expect(zh).toMatch(/。$/)
  expect(en).toMatch(
    /\b(enter|write|choose|convert|check|shorten|open|save|remove|ask|find|make sure|fill in|switch|unmerge|deal with|unpack|add|keep|round|press|must use)\b/i,
  )
  for (const sentence of [zh, en]) expect(sentence).not.toMatch(/undefined|null|\[object|NaN|\(\)|（）/)
})

test('a scheme that is not valid names its first fault in the language that is spoken', () => {
  const first = { file: 's.yaml', line: 3, column: 5, id: 'A-1', fault: { code: 'no-instance' } }
  const one = problem('scheme-invalid', { file: 's.yaml', count: 2, first })
  expect(problemSentence(one, 'zh')).toBe(
    '报表方案 s.yaml 有 2 处问题，第一处：s.yaml:3:5 A-1 这条审核关系没有一处可用：所指的单元格都不填数',
  )
  expect(problemSentence(one, 'en')).toMatch(/^The scheme s\.yaml has 2 problems; the first: s\.yaml:3:5 A-1 this check applies nowhere/)
})
