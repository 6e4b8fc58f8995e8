import { describe, expect, test } from 'vitest'
import type { SpokenNames } from '../../../../shared/formula/kit/teller.ts'
import { explain } from '../../../../shared/formula/words/explain.ts'
import { inWords } from '../../../../shared/formula/words/in-words.ts'
import { bound, sourceOf } from '../world.ts'

const CALLED: Record<string, string> = { a: '合计', b: '男', c: '女', e: '建成日期' }
const names: SpokenNames = { cell: (key) => CALLED[key] ?? key, listColumn: (_, column) => column }
const cells = sourceOf({ cells: { a: '50', b: '20', c: '28', e: '2021-09-01' } })

describe('one walk words a formula, without values and with them', () => {
  test.each([
    ['[b] + [c]', '男 + 女', '男 (20) + 女 (28) = 48'],
    ['ROUND([b] / [c], 2)', '(男 ÷ 女) 四舍五入到 2 位小数', '(男 (20) ÷ 女 (28)) 四舍五入到 2 位小数 (0.71) = 0.71'],
    ['MAX([b], [c])', '男、女中最大的数', '男、女中最大的数 (28) = 28'],
    ['[a] > [b] + [c]', '合计 大于 男 + 女', '合计 (50) 大于 男 (20) + 女 (28)'],
    ['AND([a] > 1, [b] > 2)', '合计 大于 1，且 男 大于 2', '合计 (50) 大于 1，且 男 (20) 大于 2'],
    ['[e] >= "2021-09-01"', '建成日期 不小于 2021-09-01', '建成日期 (2021-09-01) 不小于 2021-09-01'],
    ['[a] in [50, 0.123456]', '合计 是下列之一：50、0.123456', '合计 (50) 是下列之一：50、0.123456'],
    ['IF([a] > 60, [b], [c])', '合计 大于 60 时为 男，否则为 女', '女 (28) = 28'],
  ])('%s', (source, without, withValues) => {
    expect(inWords(bound(source), names, 'zh')).toBe(without)
    expect(explain(bound(source), cells, names, 'zh')).toBe(withValues)
  })
})
