import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { cellTypeNames, cellTypes, type CellType } from '../../../shared/cell-types/cell-types.ts'
import type { CellTerms } from '../../../shared/cell-types/definition.ts'
import { filesOf, textOf } from '../../architecture/repository.ts'

const terms: CellTerms = { decimals: 2, min: 0, max: 1_000_000, quantity: '人', choices: ['是', '否', '正在办理'], show: '' }
const bare: CellTerms = { ...terms, min: null, max: null, quantity: '' }
const perCharacter = (text: string): number => 14 * text.length

/** The words of a type: the refusal in a workbook, the expectation in the list of problems, the rule on the page. */
function wordsOf(type: CellType, of: CellTerms): string[] {
  const { refusal, expected, rule } = cellTypes[type]
  return [refusal(of), expected(of), rule.zh(of), rule.en(of)]
}

test('a bound stands where it reads well, and only where there is one', () => {
  expect(wordsOf('integer', terms)).toEqual([
    '应为不小于 0、不大于 100 的整数。',
    '整数 ≥ 0 ≤ 100 （人）',
    '0–100 整数',
    'whole numbers 0–100',
  ])
  expect(wordsOf('integer', bare)).toEqual(['应为整数。', '整数', '整数', 'whole numbers'])
  expect(wordsOf('decimal', { ...terms, max: null })).toEqual([
    '应为不小于 0 的数字，最多 2 位小数。',
    '数字，最多 2 位小数 ≥ 0 （人）',
    '不小于 0 的数，最多 2 位小数',
    'numbers with up to 2 decimals from 0',
  ])
  expect(wordsOf('decimal', { ...terms, min: null, decimals: 0 }).slice(2)).toEqual(['不大于 100 的整数', 'whole numbers up to 100'])
})

test('what is no figure says what it is', () => {
  expect(wordsOf('text', terms)).toEqual(['应为文字。', '文字', '文字', 'text'])
  expect(wordsOf('choice', terms)).toEqual([
    '请从列表中选择：是、否、正在办理。',
    '是/否/正在办理',
    '是 / 否 / 正在办理',
    '是 / 否 / 正在办理',
  ])
  expect(wordsOf('date', terms)).toEqual([
    '应为日期，例如 2021-09-01。',
    '日期，如 2021-09-01',
    '日期，如 2021-09-01',
    'a date like 2021-09-01',
  ])
})

test('a column is as wide as its type needs, on the page and on a sheet', () => {
  const widths = (type: CellType, of: CellTerms) => [cellTypes[type].pageWidth(of, perCharacter), cellTypes[type].sheetWidth(of, () => 8)]
  expect(widths('integer', terms)).toEqual([76, 10])
  expect([widths('decimal', terms), widths('decimal', { ...terms, decimals: 4 })]).toEqual([
    [84, 11],
    [96, 13],
  ])
  expect([widths('text', terms), widths('date', terms), widths('choice', terms)]).toEqual([
    [150, 24],
    [104, 12],
    [82, 12],
  ])
  expect(widths('choice', { ...terms, choices: ['很长的选项'.repeat(9)] })[0]).toBe(180)
})

test('a cell says how many decimals it has, and how its figures show', () => {
  expect(cellTypeNames.map((type) => [type, cellTypes[type].decimals(undefined), cellTypes[type].decimals(3)])).toEqual(
    expect.arrayContaining([
      ['integer', 0, 0],
      ['decimal', 2, 3],
      ['text', 0, 0],
    ]),
  )
  expect([
    cellTypes.decimal.pattern(2),
    cellTypes.decimal.numberFormat(terms),
    cellTypes.decimal.numberFormat({ ...terms, show: '0.00%' }),
  ]).toEqual(['0.00', '#,##0.00', '0.00%'])
  expect([cellTypes.date.numberFormat(terms), cellTypes.choice.numberFormat(terms), cellTypes.text.pattern(0)]).toEqual([
    'yyyy-mm-dd',
    '@',
    '',
  ])
})

describe.each(cellTypeNames)('the type %s', (type) => {
  const { holds, aggregate, align, pattern, read } = cellTypes[type]

  test('adds up, is aligned right and has a pattern only where it holds figures', () => {
    expect([aggregate !== 'sum' || holds === 'number', align === 'right', pattern(0) !== '']).toEqual([
      true,
      holds === 'number',
      holds === 'number',
    ])
  })

  test('keeps figures as ten-thousandths, all else as text', () => {
    const taken = ['12', '2021-09-01', '是'].map((text) => read({ kept: text, plain: text }, terms)).find(({ ok }) => ok)
    expect(taken?.ok === true && typeof taken.fact).toBe(holds === 'number' ? 'number' : 'string')
  })

  test('is named in the guide for authors of schemes', () => {
    const guide = readFileSync(new URL('../../../docs/scheme-guide.md', import.meta.url), 'utf8')
    const line = guide.split('\n').find((one) => one.startsWith('- `type`:')) ?? ''
    expect(line.split(/\W+/)).toContain(type)
  })
})

test('nobody outside the definitions asks whether a cell is of this or that type', () => {
  const asking = /\btype [!=]==? '(integer|decimal|choice)'|case '(integer|decimal|choice)':/
  const elsewhere = filesOf('{shared,electron,renderer}/**/*.{ts,tsx}').filter(
    (path) => !path.startsWith('shared/cell-types/') && asking.test(textOf(path)),
  )
  expect(elsewhere).toEqual([])
})
