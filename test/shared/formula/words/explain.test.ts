import { describe, expect, test } from 'vitest'
import { explain } from '../../../../shared/formula/words/explain.ts'
import type { SpokenNames } from '../../../../shared/formula/kit/teller.ts'
import { randomContents, randomFormula, seeded } from '../generator.ts'
import { bound, sourceOf, WORLD, type Contents } from '../world.ts'

const CALLED: Record<string, string> = { a: '一年级 合计', b: '一年级 男', c: '一年级 女', t: '类别', y: '备注数', e: '建成日期' }
const CALLED_EN: Record<string, string> = { a: 'Grade 1 total', b: 'Grade 1 boys', c: 'Grade 1 girls' }
const zhNames: SpokenNames = { cell: (key) => CALLED[key] ?? key, listColumn: (_, column) => `培训${column}` }
const enNames: SpokenNames = { cell: (key) => CALLED_EN[key] ?? key, listColumn: (_, column) => column, parameter: () => 'Largest class' }

const HERE: Contents = {
  cells: { a: '50', b: '20', c: '28', d: '0', x: '3', t: '国培', e: '2021-09-01', '01.1': '1', '02.1': '2', '03.1': '5' },
  prior: { cells: { a: '40' } },
  rows: { PX: { 类别: ['国培', '省培'], 人次: ['30', '12'] } },
  parameters: { 班额上限: '45' },
  unit: { kind: '小学' },
}

const zh = (source: string): string => explain(bound(source), sourceOf(HERE), zhNames, 'zh')
const en = (source: string): string => explain(bound(source), sourceOf(HERE), enNames, 'en')

describe('what a failing rule says', () => {
  test.each([
    ['[a] = [b] + [c]', '一年级 合计 (50) 应等于 一年级 男 (20) + 一年级 女 (28)，相差 2'],
    ['[a] <= [c]', '一年级 合计 (50) 不应大于 一年级 女 (28)，多 22'],
    ['[a] < [c]', '一年级 合计 (50) 应小于 一年级 女 (28)，多 22'],
    ['[c] >= [a]', '一年级 女 (28) 不应小于 一年级 合计 (50)，少 22'],
    ['[b] > 20', '一年级 男 (20) 应大于 20，两者相等'],
    ['[a] <> 50', '一年级 合计 (50) 不应等于 50'],
    ['[a] <= [y]', '一年级 合计 (50) 不应大于 备注数 (空)，没有填的按 0 计，多 50'],
    ['ABS(GROWTH([a])) <= 20%', '一年级 合计 (50，上期 40) 的变动幅度 25% 不应大于 20%，多 5 个百分点'],
    ['ABS([b] / [a] - 1) <= IF([a] > 0, 30%, 100%)', '(一年级 男 (20) ÷ 一年级 合计 (50) - 1) 的绝对值 (60%) 不应大于 30%，多 30 个百分点'],
    ['IF(ISBLANK([a]), TRUE, ABS(GROWTH([a])) <= 20%)', '一年级 合计 (50，上期 40) 的变动幅度 25% 不应大于 20%，多 5 个百分点'],
    ['IF(ISBLANK([b]), TRUE, [a] <= 30)', '因为 一年级 男 (20) 已填，所以 一年级 合计 (50) 不应大于 30，多 20'],
    ['IF(OR(ISBLANK([a]), ISBLANK(PRIOR([a]))), TRUE, [a] - PRIOR([a]) <= 5)', '一年级 合计 (50) - 上期 一年级 合计 (40) 不应大于 5，多 5'],
    ['[b] / [a] <= 30%', '一年级 男 (20) ÷ 一年级 合计 (50) (= 40%) 不应大于 30%，多 10 个百分点'],
    ['[a] <= PARAM("班额上限")', '一年级 合计 (50) 不应大于 班额上限 (45)，多 5'],
    ['[a] - PRIOR([a]) <= 5', '一年级 合计 (50) - 上期 一年级 合计 (40) 不应大于 5，多 5'],
    ['AND([a] > 0, [b] > 30, [c] = 0)', '一年级 男 (20) 应大于 30，少 10；一年级 女 (28) 应等于 0，相差 28'],
    ['OR([b] > 30, [c] = 0)', '下列至少应有一项成立：1) 一年级 男 (20) 应大于 30，少 10；2) 一年级 女 (28) 应等于 0，相差 28'],
    ['IF([a] > 0, [b] > 30, TRUE)', '因为 一年级 合计 (50) 大于 0，所以 一年级 男 (20) 应大于 30，少 10'],
    ['IF([a] > 100, TRUE, [b] = [c])', '因为 一年级 合计 (50) 不大于 100，所以 一年级 男 (20) 应等于 一年级 女 (28)，相差 8'],
    ['NOT([a] > [b])', '一年级 合计 (50) 不应大于 一年级 男 (20)，多 30'],
    ['NOT(AND([a] > 0, [b] > 0))', '下列不应同时成立：1) 一年级 合计 (50) 大于 0；2) 一年级 男 (20) 大于 0'],
    ['ISBLANK([y]) = ISBLANK([a])', '应同时成立或同时不成立，现在不一致：备注数 没有填；一年级 合计 (50) 已填'],
    ['NOT(ISBLANK([y]))', '备注数 应填写'],
    ['ISBLANK([a])', '一年级 合计 (50) 不应填写'],
    ['[t] in [省培, 市培]', '类别 (国培) 应是下列之一：省培、市培'],
    ['NOT(CONTAINS([t], "培"))', '类别 (国培) 不应含有 “培”'],
    ['IF(CONTAINS([t], "培"), [b] > 30, TRUE)', '因为 类别 (国培) 含有 “培”，所以 一年级 男 (20) 应大于 30，少 10'],
    ['[t] = "省培"', '类别 (国培) 应等于 “省培”'],
    ['[e] >= DATE(2022, 1, 1)', '建成日期 (2021-09-01) 不应早于 2022-01-01'],
    ['SUM([01:03.1]) = [a]', '01.1 (1) + 02.1 (2) + 03.1 (5) 应等于 一年级 合计 (50)，相差 42'],
    ['SUM([*.1]) = [a]', '01.1、02.1 等 5 格之和 (8) 应等于 一年级 合计 (50)，相差 42'],
    ['SUM([PX.人次]) <= [b]', '培训人次 各行之和 (42) 不应大于 一年级 男 (20)，多 22'],
    ['SUMIF([PX.类别], "国培", [PX.人次]) >= [a]', '培训类别 为 “国培” 的各行 培训人次 之和 (30) 不应小于 一年级 合计 (50)，少 20'],
    ['[a] <= NZ([y], 3)', '一年级 合计 (50) 不应大于 (备注数 (空)，按 3 计)，多 47'],
    ['UNIT("kind") = "初中"', 'kind (小学) 应等于 “初中”'],
    ['[a] / 3 = 16.6667', '一年级 合计 (50) ÷ 3 (= 16.6667) 应等于 16.6667，相差 0.000033'],
  ])('%s: %s', (source, expected) => expect(zh(source)).toBe(expected))

  test.each([
    ['[a] = [b] + [c]', 'Grade 1 total (50) should equal Grade 1 boys (20) + Grade 1 girls (28), difference 2'],
    ['[a] <= [c]', 'Grade 1 total (50) should not exceed Grade 1 girls (28), over by 22'],
    [
      'ABS(GROWTH([a])) <= 20%',
      'Change of Grade 1 total (50, one period before 40) of 25% should not exceed 20%, over by 5 percentage points',
    ],
    [
      'IF([a] > 0, [b] > 30, TRUE)',
      'Because Grade 1 total (50) is greater than 0, Grade 1 boys (20) should be greater than 30, short by 10',
    ],
    ['[a] <= PARAM("班额上限")', 'Grade 1 total (50) should not exceed Largest class (45), over by 5'],
    ['SUM([*.1]) = [a]', 'The sum of 01.1, 02.1 … (5 cells) (8) should equal Grade 1 total (50), difference 42'],
  ])('in English, %s: %s', (source, expected) => expect(en(source)).toBe(expected))
})

/** A blank counts as 0 beside a figure and comes before any date; the sentence must say so. */
describe('what a failing rule says of a blank', () => {
  test.each([
    // A blank on the left.
    ['[y] = 5', '备注数 (空) 应等于 5，没有填的按 0 计，相差 5', 'y (blank) should equal 5, a blank counting as 0, difference 5'],
    ['[y] <> 0', '备注数 (空) 不应等于 0，没有填的按 0 计', 'y (blank) should not equal 0, a blank counting as 0'],
    ['[y] < 0', '备注数 (空) 应小于 0，没有填的按 0 计', 'y (blank) should be less than 0, a blank counting as 0'],
    ['[y] <= -1', '备注数 (空) 不应大于 -1，没有填的按 0 计，多 1', 'y (blank) should not exceed -1, a blank counting as 0, over by 1'],
    ['[y] > 0', '备注数 (空) 应大于 0，没有填的按 0 计', 'y (blank) should be greater than 0, a blank counting as 0'],
    ['[y] >= 5', '备注数 (空) 不应小于 5，没有填的按 0 计，少 5', 'y (blank) should not be less than 5, a blank counting as 0, short by 5'],
    // On the right.
    ['[x] = [y]', 'x (3) 应等于 备注数 (空)，没有填的按 0 计，相差 3', 'x (3) should equal y (blank), a blank counting as 0, difference 3'],
    ['[d] <> [y]', 'd (0) 不应等于 备注数 (空)，没有填的按 0 计', 'd (0) should not equal y (blank), a blank counting as 0'],
    [
      '[x] < [y]',
      'x (3) 应小于 备注数 (空)，没有填的按 0 计，多 3',
      'x (3) should be less than y (blank), a blank counting as 0, over by 3',
    ],
    [
      '[x] <= [y]',
      'x (3) 不应大于 备注数 (空)，没有填的按 0 计，多 3',
      'x (3) should not exceed y (blank), a blank counting as 0, over by 3',
    ],
    ['[d] > [y]', 'd (0) 应大于 备注数 (空)，没有填的按 0 计', 'd (0) should be greater than y (blank), a blank counting as 0'],
    [
      '-[x] >= [y]',
      '-x (3) 不应小于 备注数 (空)，没有填的按 0 计，少 3',
      '-x (3) should not be less than y (blank), a blank counting as 0, short by 3',
    ],
    // On both sides, and within a sum.
    ['[y] <> [04.1]', '备注数 (空) 不应等于 04.1 (空)，没有填的按 0 计', 'y (blank) should not equal 04.1 (blank), a blank counting as 0'],
    ['[y] < [04.1]', '备注数 (空) 应小于 04.1 (空)，没有填的按 0 计', 'y (blank) should be less than 04.1 (blank), a blank counting as 0'],
    [
      '[y] > [04.1]',
      '备注数 (空) 应大于 04.1 (空)，没有填的按 0 计',
      'y (blank) should be greater than 04.1 (blank), a blank counting as 0',
    ],
    [
      '[y] + [04.1] > 0',
      '备注数 (空) + 04.1 (空) 应大于 0，没有填的按 0 计',
      'y (blank) + 04.1 (blank) should be greater than 0, a blank counting as 0',
    ],
    ['[y] + [x] > 5', '备注数 (空) + x (3) 应大于 5，少 2', 'y (blank) + x (3) should be greater than 5, short by 2'],
    ['[d] > 0', 'd (0) 应大于 0，两者相等', 'd (0) should be greater than 0, the two are equal'],
    // Dates.
    [
      '[f] = [e]',
      'f (空) 应是 建成日期 (2021-09-01)，没有填的早于任何日期',
      'f (blank) should be e (2021-09-01), a blank coming before any date',
    ],
    [
      '[f] >= DATE(2022, 1, 1)',
      'f (空) 不应早于 2022-01-01，没有填的早于任何日期',
      'f (blank) should not be before 2022-01-01, a blank coming before any date',
    ],
    [
      '[e] < [f]',
      '建成日期 (2021-09-01) 应早于 f (空)，没有填的早于任何日期',
      'e (2021-09-01) should be before f (blank), a blank coming before any date',
    ],
    // Texts: a comparison with the empty text is a blank test.
    ['[u] <> ""', 'u 应填写', 'u should be filled in'],
    ['[t] = ""', '类别 (国培) 不应填写', 't (国培) should not be filled in'],
    ['[u] = "省培"', 'u (空) 应等于 “省培”', 'u (blank) should equal "省培"'],
    // A blank in the reason for a demand.
    [
      'IF([y] < 1, [b] > 30, TRUE)',
      '因为 备注数 (空) 小于 1，没有填的按 0 计，所以 一年级 男 (20) 应大于 30，少 10',
      'because y (blank) is less than 1, a blank counting as 0, Grade 1 boys (20) should be greater than 30, short by 10',
    ],
    [
      'IF([u] = "", [b] > 30, TRUE)',
      '因为 u 没有填，所以 一年级 男 (20) 应大于 30，少 10',
      'because u is blank, Grade 1 boys (20) should be greater than 30, short by 10',
    ],
  ])('%s', (source, chinese, english) => {
    // Another cell is filled in, because a rule with blank cells only does not apply.
    expect(zh(`AND([a] > 0, ${source})`)).toBe(chinese)
    expect(en(`AND([a] > 0, ${source})`)).toBe(english.charAt(0).toUpperCase() + english.slice(1))
  })
})

describe('what else a formula says', () => {
  test('a rule that holds is stated', () => expect(zh('[a] > [b]')).toBe('一年级 合计 (50) 大于 一年级 男 (20)'))
  test('a rule whose cells are blank does not apply', () => expect(zh('[y] > 3')).toBe('所引用的单元格都没有填，不适用'))
  test('a figure is shown with what it comes from', () => expect(zh('[b] + [c]')).toBe('一年级 男 (20) + 一年级 女 (28) = 48'))
})

test('any formula over any cells has a sentence in both languages', () => {
  const random = seeded(21)
  for (let i = 0; i < 1500; i += 1) {
    const source = randomFormula(random, random.pick(['boolean', 'boolean', 'number', 'text'] as const), 3)
    const contents = sourceOf(randomContents(random))
    for (const lang of ['zh', 'en'] as const) {
      const sentence = explain(bound(source, WORLD), contents, zhNames, lang)
      expect(sentence.length, source).toBeGreaterThan(0)
      expect(sentence, source).not.toMatch(/undefined|NaN|\[object|null/)
    }
  }
})
