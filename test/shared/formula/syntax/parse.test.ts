import { describe, expect, test } from 'vitest'
import { parse, parseCondition } from '../../../../shared/formula/syntax/parse.ts'
import { print } from '../../../builders/print-formula.ts'
import type { FormulaProblem } from '../../../../shared/formula/syntax/problem.ts'
import { formulaSentence } from '../../../../shared/formula/words/sentences.ts'
import { randomFormula, seeded } from '../generator.ts'

function canonical(source: string): string {
  const parsed = parse(source)
  return parsed.ok ? print(parsed.tree) : parsed.problem.code
}

function problem(source: string): FormulaProblem {
  const parsed = parse(source)
  if (parsed.ok) throw new Error(`${source} has no problem`)
  return parsed.problem
}

/** The part of the source that a problem points at. */
function pointed(source: string): string {
  const { at } = problem(source)
  return source.slice(at.offset, at.offset + at.length)
}

describe('what a formula may look like', () => {
  test.each([
    ['（[a]＋[b]）＞＝３', '[a] + [b] >= 3'],
    ['ＳＵＭ（［０１：０５．２］）', 'SUM([01:05.2])'],
    ['sum([*.1])', 'SUM([*.1])'],
    ['[JC01.03.2]', '[JC01.03.2]'],
    ['[ JC01 . 03 . 2 ]', '[JC01.03.2]'],
    ['[.2]', '[.2]'],
    ['[03.*]', '[03.*]'],
    ['[PX.人次]', '[PX.人次]'],
    ['[MS-01.男_女.1：4]', '[MS-01.男_女.1:4]'],
    ['3０％', '30%'],
    ['“国培”', '"国培"'],
    ['"他说“好”"', '"他说“好”"'],
    ['"全角：Ａ，（"', '"全角：Ａ，（"'],
    ['"一个""引号"', '"一个""引号"'],
    ['[a]≥1', '[a] >= 1'],
    ['[a]×2÷3−1', '[a] * 2 / 3 - 1'],
    ['true', 'TRUE'],
    ['+5', '5'],
    ['[a] > 1 and [b] > 2 or not [c] = 3', 'OR(AND([a] > 1, [b] > 2), NOT([c] = 3))'],
    ['MEETS([a] >= 3 WHERE [b] > 0)', 'MEETS([a] >= 3, [b] > 0)'],
    ['UNITS()', 'UNITS()'],
  ])('%s is %s', (source, expected) => expect(canonical(source)).toBe(expected))

  test.each([
    ['1 + 2 * 3', '1 + 2 * 3'],
    ['(1 + 2) * 3', '(1 + 2) * 3'],
    ['1 - (2 - 3)', '1 - (2 - 3)'],
    ['(1 - 2) - 3', '1 - 2 - 3'],
    ['2 ^ 3 ^ 2', '2 ^ 3 ^ 2'],
    ['2 ^ (3 ^ 2)', '2 ^ (3 ^ 2)'],
    ['-2 ^ 2', '-2 ^ 2'],
    ['-(2 ^ 2)', '-(2 ^ 2)'],
    ['(-2)%', '(-2)%'],
    ['-2%', '-2%'],
    ['2 ^ -1', '2 ^ -1'],
    ['1 & 2 + 3', '1 & 2 + 3'],
    ['(1 = 2) = TRUE', '(1 = 2) = TRUE'],
    ['((([a])))', '[a]'],
  ])('brackets of %s are kept where they matter: %s', (source, expected) => expect(canonical(source)).toBe(expected))

  test('a condition on units names attributes and words', () => {
    const parsed = parseCondition('kind in [小学， 教学点、"九年 一贯"] AND class >= 210')
    expect(parsed.ok && print(parsed.tree)).toBe('AND(kind in [小学, 教学点, 九年 一贯], class >= 210)')
  })
})

describe('references keep what was written', () => {
  test('one to three parts, ranges, all and nothing', () => {
    const parsed = parse('[JC01.01:05.*]')
    if (!parsed.ok || parsed.tree.root.kind !== 'reference') throw new Error('not a reference')
    const { table, row, column, text } = parsed.tree.root.reference
    expect({ table, row, column, text }).toEqual({
      table: 'JC01',
      row: { kind: 'range', from: '01', to: '05' },
      column: { kind: 'all' },
      text: '[JC01.01:05.*]',
    })
  })
  test('[A.B] may be a row and a column, or a list and its column', () => {
    const parsed = parse('[A.B]')
    if (!parsed.ok || parsed.tree.root.kind !== 'reference') throw new Error('not a reference')
    expect(parsed.tree.root.reference.parts).toEqual([
      { kind: 'code', code: 'A' },
      { kind: 'code', code: 'B' },
    ])
    expect(parsed.tree.root.reference.table).toBeUndefined()
  })
})

describe('what is wrong, and where', () => {
  test.each([
    ['', 'empty', ''],
    ['   ', 'empty', '   '],
    ['1 < 2 < 3', 'chained-comparison', '<'],
    ['１＜２＜３', 'chained-comparison', '＜'],
    ['[a] +', 'value-expected', ''],
    ['(1 + 2', 'bracket-expected', '('],
    ['1 + 2)', 'left-over', ')'],
    ['SUM([a] [b])', 'bracket-expected', '[b]'],
    ['"国培', 'unfinished-text', '"国培'],
    ['[a + 1', 'unfinished-reference', '[a + 1'],
    ['5人', 'bad-number', '5人'],
    ['1e5', 'bad-number', '1e5'],
    ['1.', 'bad-number', '1.'],
    ['1,000', 'left-over', ','],
    ['[a b]', 'bad-reference', '[a b]'],
    ['[]', 'bad-reference', '[]'],
    ['[a.b.c.d]', 'bad-reference', '[a.b.c.d]'],
    ['[T..1]', 'bad-reference', '[T..1]'],
    ['[.]', 'bad-reference', '[.]'],
    ['[1:2:3]', 'bad-reference', '[1:2:3]'],
    ['[a] # b', 'unexpected-character', '#'],
    ['[a] + 😀', 'unexpected-character', '😀'],
    ['全角　＋　１', 'unused', ''],
    ['[a] = = 1', 'value-expected', '='],
    ['kind in 小学', 'word-list-expected', '小学'],
    ['kind in []', 'word-list-expected', '[]'],
    ['AND AND', 'value-expected', 'AND'],
    ['IF([a],,1)', 'value-expected', ','],
    ['SUM(', 'value-expected', ''],
    ['%5', 'value-expected', '%'],
    ['.5', 'unexpected-character', '.'],
  ])('%s: %s at "%s"', (source, code, where) => {
    if (code === 'unused') return expect(canonical(source)).toBe('全角 + 1')
    expect(problem(source).code).toBe(code)
    expect(pointed(source)).toBe(where)
  })

  test('a place after full-width and double-width characters is the place as written', () => {
    expect(pointed('（𠮷＋１＃')).toBe('＃')
  })

  test('every problem has a sentence in both languages', () => {
    for (const source of ['1<2<3', '', '"', '[', '5人', '[a b]', '(', '1)', '#', '1+', 'x in 3']) {
      expect(formulaSentence(problem(source), 'zh')).toMatch(/[一-龥]/)
      expect(formulaSentence(problem(source), 'en')).toMatch(/^[A-Z"].*[a-z]/)
    }
  })
})

describe('bombs', () => {
  test.each([
    ['2,000 brackets', '('.repeat(2000), 'too-deep'],
    ['2,001 characters', ' '.repeat(2000) + '1', 'too-long'],
    ['1,999 minus signs', '-'.repeat(1999) + '1', 'too-deep'],
    ['1,999 percent signs', '1' + '%'.repeat(1999), 'too-deep'],
    ['600 calls', 'ABS('.repeat(500), 'too-deep'],
    ['400 NOTs', 'NOT '.repeat(400) + 'TRUE', 'too-deep'],
    ['a million characters', '1+'.repeat(500_000), 'too-long'],
  ])('%s: a clear error, no hang and no overflow', (_, source, code) => expect(problem(source).code).toBe(code))

  test('64 brackets are allowed, 65 are not', () => {
    expect(canonical(`${'('.repeat(64)}1${')'.repeat(64)}`)).toBe('1')
    expect(problem(`${'('.repeat(65)}1${')'.repeat(65)}`)).toMatchObject({ code: 'too-deep', limit: 64 })
  })
  test('a long sum is not a deep one', () => expect(canonical(`1${'+1'.repeat(999)}`)).toMatch(/^1 \+ 1/))
})

describe('for any formula at all', () => {
  test('printing a tree and parsing it gives the same tree', () => {
    const random = seeded(11)
    for (let i = 0; i < 1500; i += 1) {
      const source = randomFormula(random, random.pick(['number', 'boolean', 'text', 'date'] as const), 4)
      const once = canonical(source)
      expect(canonical(once)).toBe(once)
      expect(shape(once)).toEqual(shape(source))
    }
  })

  test('no text makes the parser crash or lose its place', () => {
    const random = seeded(12)
    const pieces = [
      '(',
      ')',
      '[',
      ']',
      '"',
      '“',
      '，',
      ',',
      'IF',
      'in',
      'AND',
      'NOT',
      ' ',
      '1',
      '２',
      '.',
      ':',
      '*',
      '-',
      '%',
      '＝',
      '<',
      '>',
      '^',
      '&',
      '国',
      '𠮷',
      'ﷺ',
      '①',
      '\u0000',
      '\n',
      '[a]',
      'SUM(',
      'é',
      '\ud800',
    ]
    for (let i = 0; i < 4000; i += 1) {
      const source = Array.from({ length: 1 + random.below(14) }, () => random.pick(pieces)).join('')
      const parsed = parse(source)
      if (parsed.ok) continue
      const { offset, length } = parsed.problem.at
      expect(offset >= 0 && length >= 0 && offset + length <= source.length, source).toBe(true)
    }
  })
})

/** A tree without its places and its source text. */
function shape(source: string): unknown {
  const parsed = parse(source)
  if (!parsed.ok) throw new Error(source)
  return JSON.parse(JSON.stringify(parsed.tree.root, (key, value: unknown) => (key === 'at' || key === 'text' ? undefined : value)))
}
