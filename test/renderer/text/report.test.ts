import { expect, test } from 'vitest'
import { report } from '../../../renderer/text/report.ts'

test.each([
  ['工作区', 'The workspace'],
  ['报送情况', 'Filings received'],
  ['指标 公用经费拨付率 = [A.01.1] / [A.01.2]', 'Indicator 公用经费拨付率 = [A.01.1] / [A.01.2]'],
  ['参数 班额上限：县方案', 'Parameter 班额上限: 县方案'],
  ['评价 9 任务完成情况', 'Item 9 任务完成情况'],
  ['MS03.03.2 受益学生 计·秋学期', 'MS03.03.2 受益学生 计·秋学期'],
])('in English %s is %s', (origin, english) => {
  expect(report.en.origin(origin)).toBe(english)
  expect(report.zh.origin(origin)).toBe(origin)
})
