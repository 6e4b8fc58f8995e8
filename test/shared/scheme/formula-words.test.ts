import { describe, expect, test } from 'vitest'
import { formulaInWords } from '../../../shared/scheme/formula-words.ts'
import type { Scheme } from '../../../shared/scheme/scheme.ts'
import { builtIn } from '../schemes/built-in.ts'

const minsheng = builtIn('minsheng')

function ofCell(ref: string, lang: 'zh' | 'en' = 'zh'): string {
  const cell = minsheng.cells.get(ref)
  if (cell?.formula === undefined || cell.formula === null) throw new Error(`${ref} is not computed`)
  return formulaInWords(minsheng, cell.formula, cell, lang)
}

function ofIndicator(scheme: Scheme, code: string, lang: 'zh' | 'en' = 'zh'): string {
  const indicator = scheme.indicators.find((one) => one.code === code)
  if (indicator === undefined) throw new Error(`no indicator ${code}`)
  return formulaInWords(scheme, indicator.bound, null, lang)
}

describe('a computed cell is said as one reads the form', () => {
  test('what stands in its column by the rows, without the group it shares with them', () => {
    expect(ofCell('MS00.02.3')).toBe('小学 + 教学点 + 初中')
  })
  test('what stands in its row by the columns', () => {
    expect(ofCell('MS01.02.6')).toBe('春学期 资助金额 + 秋学期 资助金额')
  })
  test('what stands in another table with that table', () => {
    expect(ofCell('MS07.03.4')).toBe('义教经费保障 公用经费拨付·合计 金额')
  })
  test('a condition, and a sum over the rows of a list that meet one', () => {
    expect(ofCell('MS03.06.1')).toBe('供餐方式 等于 “食堂供餐” 时为 1，否则为 0')
    expect(ofCell('MS07.02.2')).toBe('教师培训 对象 为 “幼儿园” 的各行 教师培训 培训量 完成人次 之和')
  })
  test('in English the names stay, the rest is English', () => {
    expect(ofCell('MS03.06.1', 'en')).toBe('1 when 供餐方式 equals "食堂供餐", otherwise 0')
  })
})

describe('an indicator', () => {
  test('names rows and columns, and the table only where there are several', () => {
    expect(ofIndicator(minsheng, '营养餐受益学生覆盖率')).toBe('受益学生 计·秋学期 ÷ 实施学校在校生·秋学期')
    expect(ofIndicator(minsheng, '公用经费拨付率')).toBe(
      '义教经费保障 公用经费拨付·合计 金额 ÷ 目标与预算 义务教育公用经费·资金（万元） 预算',
    )
  })
  test('says of a statistic of which units it is', () => {
    expect(ofIndicator(minsheng, '小学师生比差异系数')).toBe(
      '单位类型 等于 “小学” 的各单位 义务教育 小学·教职工 其中：专任教师 ÷ 义务教育 小学·在校生（在园幼儿） 计 的差异系数',
    )
    expect(ofIndicator(minsheng, '百人以下学校占比', 'en')).toMatch(
      /^the share of the units where .* equals 1 in which .* is less than 100$/,
    )
  })
})

test('no formula of any scheme that comes with the product shows brackets of its language', () => {
  for (const id of ['balanced', 'base', 'funding', 'health', 'ledger', 'minsheng', 'performance']) {
    const scheme = builtIn(id)
    for (const cell of scheme.cells.values())
      if (cell.formula !== null) expect(formulaInWords(scheme, cell.formula, cell, 'zh'), cell.ref).not.toMatch(/[[\]]|NaN|undefined/)
    for (const indicator of scheme.indicators)
      expect(formulaInWords(scheme, indicator.bound, null, 'zh'), indicator.code).not.toMatch(/[[\]]|NaN|undefined/)
  }
})
