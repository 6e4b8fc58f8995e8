import { expect, test } from 'vitest'
import { placeholdersIn } from '../../../shared/report/placeholders.ts'
import { parseTag } from '../../../shared/report/tags.ts'

test('a tag says what it wants, with half-width or full-width colon', () => {
  expect(parseTag('指标:公用经费拨付率')).toEqual({ kind: 'indicator', name: '公用经费拨付率' })
  expect(parseTag(' 数： MS03.03.2 ')).toEqual({ kind: 'cell', name: 'MS03.03.2' })
  expect(parseTag('行:MS04')).toEqual({ kind: 'loop', over: 'lines', table: 'MS04' })
  expect(parseTag('扣分')).toEqual({ kind: 'loop', over: 'deductions' })
  expect(parseTag('总得分')).toEqual({ kind: 'plain', name: '总得分' })
})

test.each(['', '指标:', '公式:1+1', '总得分数', 'constructor', '__proto__'])('“%s” is no tag', (text) => {
  expect(parseTag(text)).toBeNull()
})

test.each([
  ['教师交流 ?? 人', ['??']],
  ['占比？？', ['？？']],
  ['共 xx 所，XX 人', ['xx', 'XX']],
  ['投入××万元', ['××']],
  ['填表人：______', ['______']],
])('in “%s” something was left to fill in', (text, found) => {
  expect(placeholdersIn(text)).toEqual(found)
})

test.each(['为什么？', 'Excel 的 .xlsx 文件', '3×4', '二〇二一年', 'maxx 公司'])('“%s” is finished text', (text) => {
  expect(placeholdersIn(text)).toEqual([])
})
