import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { aUnit, builtIn, failing, filed, plainDemo, text, type Typed } from './built-in.ts'

describe('整改台账', () => {
  const scheme = builtIn('ledger')
  const golden = (
    JSON.parse(readFileSync(new URL('../../fixtures/golden/ledger-qinzhou-2021.json', import.meta.url), 'utf8')) as {
      ledger: { problems: number; fields: string[]; due: string; steps: string[][] }
    }
  ).ledger
  const unit = aUnit({ kind: '科室', name: '基教科' })
  const line = (more: Typed): Typed => ({
    'LG00.01.1': '2022-12-01',
    'LG01.1.问题编号': '1',
    'LG01.1.意见建议': '入学难',
    'LG01.1.整改措施': '增加学位',
    'LG01.1.责任科室': '基教科',
    'LG01.1.责任人': '科长',
    'LG01.1.分管领导': '副局长',
    'LG01.1.整改时限': '2022-11-30',
    'LG01.1.进展': '在建',
    ...more,
  })

  it('has the fields, problems, due days and steps of the published plan', () => {
    const columns = scheme.tables.find((table) => table.code === 'LG01')?.leafColumns.map((leaf) => leaf.code) ?? []
    for (const field of golden.fields) expect(columns).toContain(field)
    const demo = plainDemo('ledger')
    const problems = demo.filings.flatMap((filing) => filing.lists['LG01'] ?? [])
    expect(problems).toHaveLength(golden.problems)
    expect(new Set(problems.map((one) => one['整改时限']))).toEqual(new Set([golden.due]))
    expect(
      demo.filings.flatMap((filing) => filing.lists['LG02'] ?? []).map((step) => [step['步骤'], step['开始'] ?? '', step['结束']]),
    ).toEqual(golden.steps)
  })

  it('an open problem is overdue the day after its limit, by the ledger’s own date', () => {
    expect(failing(scheme, unit, '2021', line({ 'LG00.01.1': '2022-11-30', 'LG01.1.状态': '整改中' }))).toEqual([])
    expect(failing(scheme, unit, '2021', line({ 'LG01.1.状态': '整改中' }))).toEqual(['LG01-逾期'])
    expect(text(filed(scheme, unit, '2021', line({ 'LG01.1.状态': '整改中' })), 'LG00.04.1')).toBe('1')
  })

  it('a problem solved in time is never overdue, one solved late stays so', () => {
    expect(failing(scheme, unit, '2021', line({ 'LG01.1.状态': '已完成', 'LG01.1.完成日期': '2022-11-30' }))).toEqual([])
    expect(failing(scheme, unit, '2021', line({ 'LG01.1.状态': '已完成', 'LG01.1.完成日期': '2022-12-01' }))).toEqual(['LG01-逾期'])
    expect(failing(scheme, unit, '2021', line({ 'LG01.1.状态': '已完成' }))).toContain('LG01-完成日期')
  })
})

describe('绩效自评', () => {
  const scheme = builtIn('performance')
  const unit = aUnit({ kind: '教育局', name: '深泽县教育局' })
  const indicator = (direction: string, target: string, actual: string, more: Typed = {}): Typed => ({
    'PF02.1.一级': '产出',
    'PF02.1.二级': '数量',
    'PF02.1.三级': '某项',
    'PF02.1.适用': '是',
    'PF02.1.方向': direction,
    'PF02.1.指标值': target,
    'PF02.1.实际': actual,
    'PF02.1.分值': '10',
    ...more,
  })
  const points = (direction: string, target: string, actual: string): string =>
    text(filed(scheme, unit, '2020', indicator(direction, target, actual)), 'PF02.1.得分')

  it.each([
    ['≥', '80', '60', '7.5'],
    ['≥', '80', '80', '10'],
    ['≥', '80', '200', '10'],
    ['≤', '30', '40', '7.5'],
    ['≤', '30', '30', '10'],
    ['≤', '30', '0', '10'],
    ['=', '100', '100', '10'],
    ['=', '100', '80', '8'],
    ['=', '100', '125', '8'],
  ])('%s %s with %s done scores %s of 10', (direction, target, actual, score) => {
    expect(points(direction, target, actual)).toBe(score)
  })

  it('what is not applicable is left out and the rest counts as 100', () => {
    const budget = { 'PF01.02.1': '100', 'PF01.03.1': '90', 'PF01.09.1': '跨年结算' }
    const second = {
      'PF02.2.一级': '效益',
      'PF02.2.二级': '生态效益',
      'PF02.2.三级': '绿化',
      'PF02.2.适用': '否',
      'PF02.2.方向': '≥',
      'PF02.2.指标值': '1',
      'PF02.2.分值': '30',
    }
    const source = filed(scheme, unit, '2020', { ...budget, ...indicator('≥', '80', '60', { 'PF02.1.分值': '10' }), ...second })
    expect(['PF01.04.1', 'PF01.05.1', 'PF01.06.1', 'PF01.07.1', 'PF01.08.1'].map((ref) => text(source, ref))).toEqual([
      '9',
      '10',
      '7.5',
      '82.5',
      '良',
    ])
  })

  it.each([
    ['100', '90', '优'],
    ['80', '70', '中'],
    ['10', '5', '差'],
  ])('budget of 100 with %s spent and %s of 100 done', (spent, done, grade) => {
    const source = filed(scheme, unit, '2020', {
      'PF01.02.1': '100',
      'PF01.03.1': spent,
      ...indicator('≥', '100', done, { 'PF02.1.分值': '50' }),
    })
    expect(text(source, 'PF01.08.1')).toBe(grade)
  })

  it('asks for the reason of every deviation and of unspent money', () => {
    expect(failing(scheme, unit, '2020', { 'PF01.02.1': '100', 'PF01.03.1': '100', ...indicator('≥', '80', '60') })).toEqual([
      'PF02-偏差原因',
    ])
    expect(
      failing(scheme, unit, '2020', {
        'PF01.02.1': '100',
        'PF01.03.1': '90',
        ...indicator('≥', '80', '60', { 'PF02.1.偏差原因': '雨季停工' }),
      }),
    ).toEqual(['PF01-1'])
  })
})

describe('学校健康教育自查', () => {
  const scheme = builtIn('health')
  const full = plainDemo('health').filings[0]?.facts ?? {}

  it('a deduction needs its reason, and no item scores above its points', () => {
    expect(failing(scheme, aUnit({}), '2023', full)).toEqual([])
    expect(failing(scheme, aUnit({}), '2023', { ...full, 'HE01.03.2': '1.5' })).toEqual(['HE01-扣分原因'])
    expect(failing(scheme, aUnit({}), '2023', { ...full, 'HE01.03.2': '1.5', 'HE01.03.4': '黑板反光' })).toEqual([])
    expect(failing(scheme, aUnit({}), '2023', { ...full, 'HE01.03.2': '2.1' })).toEqual(['HE01-1'])
  })

  it('asks when full points do not fit the figures', () => {
    expect(failing(scheme, aUnit({}), '2023', { ...full, 'HE00.01.2': '15' })).toEqual(['HE01-开课'])
    expect(failing(scheme, aUnit({}), '2023', { ...full, 'HE00.06.2': '9000' })).toEqual(['HE01-缺课'])
  })
})
