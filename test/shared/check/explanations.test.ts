import { expect, test } from 'vitest'
import { isBoilerplate } from '../../../shared/check/explanations.ts'

test.each(['核实无误', '核实无误。', ' 情况 属实 ', '同上', '无', '……', '正确正确', 'OK', '哈哈哈哈哈', '', '已核实！'])(
  '“%s” explains nothing',
  (text) => {
    expect(isBoilerplate(text)).toBe(true)
  },
)

test.each(['秋季撤并两个教学点，学生转入中心小学', '2020 年口径不含幼儿园', 'Two sites were merged in autumn'])(
  '“%s” is an explanation',
  (text) => {
    expect(isBoilerplate(text)).toBe(false)
  },
)
