import { describe, expect, test } from 'vitest'
import { NOT_APPLICABLE, type Fact } from '../../../shared/filing/facts.ts'
import { parseVerbatim, parseTyped } from '../../../shared/filing/parse-value.ts'
import type { Cell } from '../../../shared/scheme/scheme.ts'

function cell(more: Partial<Cell>): Cell {
  return {
    ref: 'T.1.1',
    table: 'T',
    row: '1',
    column: '1',
    state: 'input',
    type: 'integer',
    decimals: 0,
    min: null,
    max: null,
    required: false,
    quantity: '',
    choices: [],
    aggregate: 'sum',
    show: '#,##0',
    formula: null,
    source: '',
    was: null,
    from: null,
    ...more,
  }
}
const persons = cell({ quantity: '人', min: 0 })
const times = cell({ quantity: '人次' })
const yuan = cell({ type: 'decimal', decimals: 2, quantity: '元' })
const wan = cell({ type: 'decimal', decimals: 4, quantity: '万元' })
const perHead = cell({ type: 'decimal', decimals: 2, quantity: '元/生' })
const area = cell({ type: 'decimal', decimals: 2, quantity: '万平方米' })
const share = cell({ type: 'decimal', decimals: 4, show: '0.00%' })
const percent = cell({ type: 'decimal', decimals: 2, quantity: '%' })

/** Returns a figure in ten-thousandths. */
const n = (figure: number): Fact => Math.round(figure * 10_000)
const read = (typed: string, of: Cell): Fact | string | null => {
  const parsed = parseTyped(typed, of)
  return parsed.ok ? parsed.fact : parsed.problem.code
}

describe('a number is read as it was meant', () => {
  test.each<[string, Cell, Fact]>([
    ['12', persons, n(12)],
    ['１２', persons, n(12)],
    ["'12", persons, n(12)],
    ["  '12 ", persons, n(12)],
    ['12.0', persons, n(12)],
    ['+12', persons, n(12)],
    ['012', persons, n(12)],
    ['1,234', persons, n(1234)],
    ['1，234，567', persons, n(1_234_567)],
    ['1 234', persons, n(1234)],
    ['1\u00a0234', persons, n(1234)],
    ['1.2e3', persons, n(1200)],
    ['−3', times, n(-3)],
    ['- 3', times, n(-3)],
    ['－3', times, n(-3)],
    ['–3', times, n(-3)],
    ['.5', yuan, n(0.5)],
    ['1E-2', yuan, n(0.01)],
    ['12人', persons, n(12)],
    ['12 人', persons, n(12)],
    ['12名', persons, n(12)],
    ['12位', persons, n(12)],
    ['12人次', times, n(12)],
    ['3.5万', persons, n(35_000)],
    ['3.5万人', persons, n(35_000)],
    ['3.5 万 人', persons, n(35_000)],
    ['2千', persons, n(2000)],
    ['1.5亿', yuan, n(150_000_000)],
    ['35000元', wan, n(3.5)],
    ['3.5万', wan, n(3.5)],
    ['3.5万元', wan, n(3.5)],
    ['2000万', wan, n(2000)],
    ['0.2亿', wan, n(2000)],
    ['0.2亿元', wan, n(2000)],
    ['2000万', yuan, n(20_000_000)],
    ['¥1,234.50', yuan, n(1234.5)],
    ['￥12', yuan, n(12)],
    ['12㎡', cell({ quantity: '平方米' }), n(12)],
    ['12平方米', cell({ quantity: '㎡' }), n(12)],
    ['35000平方米', area, n(3.5)],
    ['600元', perHead, n(600)],
    ['600元/生', perHead, n(600)],
    ['¥600', perHead, n(600)],
    ['0.06万元', perHead, n(600)],
    ['95%', share, n(0.95)],
    ['９５％', share, n(0.95)],
    ['95％', percent, n(95)],
    ['95', percent, n(95)],
  ])('%s', (typed, of, fact) => {
    expect(read(typed, of)).toBe(fact)
  })
})

describe('a number that is none, or counts something else, is refused', () => {
  test.each<[string, Cell, string]>([
    ['若干', persons, 'not-a-number'],
    ['12左右', persons, 'not-a-number'],
    ['约12', persons, 'not-a-number'],
    ['12多人', persons, 'not-a-number'],
    ['12-15', persons, 'not-a-number'],
    ['12/15', persons, 'not-a-number'],
    ['12 34', persons, 'not-a-number'],
    ['1  234', persons, 'not-a-number'],
    ['1,23', yuan, 'not-a-number'],
    ['12,34', yuan, 'not-a-number'],
    ['1,2345', yuan, 'not-a-number'],
    ['(12)', yuan, 'not-a-number'],
    ['12²', persons, 'not-a-number'],
    ['１２³', persons, 'not-a-number'],
    ['①', persons, 'not-a-number'],
    ['½', yuan, 'not-a-number'],
    ['0x10', persons, 'not-a-number'],
    ['1e999', persons, 'not-a-number'],
    ['Infinity', persons, 'not-a-number'],
    ['NaN', persons, 'not-a-number'],
    ['=1+1', persons, 'not-a-number'],
    ['3万5千', persons, 'not-a-number'],
    ['十二', persons, 'not-a-number'],
    ['12*', persons, 'not-a-number'],
    ['*', persons, 'not-a-number'],
    ['#', persons, 'not-a-number'],
    ['12constructor', persons, 'not-a-number'],
    ['12人次', persons, 'wrong-unit'],
    ['12人', times, 'wrong-unit'],
    ['12元', persons, 'wrong-unit'],
    ['¥12', persons, 'wrong-unit'],
    ['12所', persons, 'wrong-unit'],
    ['5%', persons, 'wrong-unit'],
    ['600人', perHead, 'wrong-unit'],
    ['600元/人', perHead, 'not-a-number'],
    ['5‰', share, 'wrong-unit'],
    ['1.5', persons, 'not-whole'],
    ['0.00001万', wan, 'too-many-decimals'],
    ['12.345', yuan, 'too-many-decimals'],
    ['1元', cell({ type: 'decimal', decimals: 2, quantity: '万元' }), 'too-many-decimals'],
    ['-1', persons, 'below-minimum'],
    ['11', cell({ max: 100_000 }), 'above-maximum'],
    ['100000000001', persons, 'too-large'],
    ['9e30', persons, 'too-large'],
    ['-1000000亿', times, 'too-large'],
  ])('%s', (typed, of, code) => {
    expect(read(typed, of)).toBe(code)
  })

  test('a long text is quoted by its beginning', () => {
    const parsed = parseTyped('很'.repeat(5000), persons)
    expect(parsed).toMatchObject({ ok: false, problem: { details: { found: `${'很'.repeat(80)}…` } } })
  })
})

describe('blank, and 不适用', () => {
  const choice = cell({ type: 'choice', choices: ['是', '否'] })
  const date = cell({ type: 'date' })
  const text = cell({ type: 'text' })
  test.each(['', ' ', '\u3000', "'", '-', '—', '——', '–', '无'])('%j is blank for a number, a choice and a date', (typed) => {
    for (const of of [persons, choice, date]) expect(read(typed, of)).toBeNull()
  })
  test.each(['/', '／', ' / ', '不适用', "'/"])('%j says 不适用 in every cell', (typed) => {
    for (const of of [persons, choice, date, text]) expect(read(typed, of)).toBe(NOT_APPLICABLE)
  })
  test('a stroke is a text in a text, and 无 a choice where it is offered', () => {
    expect(read('—', text)).toBe('—')
    expect(read('无', text)).toBe('无')
    expect(read('无', cell({ type: 'choice', choices: ['有', '无'] }))).toBe('无')
  })
})

describe('choices, dates, texts', () => {
  const choice = cell({ type: 'choice', choices: ['食堂', '企业（配送）', 'A类'] })
  test.each([
    ['食堂', '食堂'],
    ['食 堂', '食堂'],
    ['企业(配送)', '企业（配送）'],
    ['a类', 'A类'],
    ['Ａ类', 'A类'],
    ['外卖', 'not-a-choice'],
  ])('%s is %s', (typed, expected) => {
    expect(read(typed, choice)).toBe(expected)
  })

  test('a text keeps its inside, loses blanks at its ends and the apostrophe of spreadsheets when typed', () => {
    expect(read("  '=1+1\n 第二行 ", cell({ type: 'text' }))).toBe('=1+1\n 第二行')
    expect(read('x'.repeat(2000), cell({ type: 'text' }))).toHaveLength(2000)
    expect(read('x'.repeat(2001), cell({ type: 'text' }))).toBe('text-too-long')
  })

  test('a text that was stored stays as it is', () => {
    const text = cell({ type: 'text' })
    expect(parseVerbatim("\t'=1 ", text)).toEqual({ ok: true, fact: "\t'=1 " })
    expect(parseVerbatim(' \t ', text)).toEqual({ ok: true, fact: null })
    expect(parseVerbatim(' '.repeat(3000), text)).toEqual({ ok: true, fact: null })
  })
})
