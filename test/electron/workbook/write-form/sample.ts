import { parseScheme } from '../../../../shared/scheme/parse-scheme.ts'
import type { Scheme } from '../../../../shared/scheme/scheme.ts'
import type { Fact } from '../../../../shared/filing/facts.ts'
import type { WorkbookInput } from '../../../../electron/workbook/write-form/input.ts'

/** A small scheme with every kind of cell: nested headers, a list, choices, dates, figures of last year, parameters. */
const yaml = `
scheme: yangli
version: '2021.1'
title: 样例报表
issuer: 样例县教育局
period: year
deadlines: { units: 12-10 }
parameters:
  定额: { unit: 元, values: { 2020: 650 } }
units:
  school: kind in [小学, 初中]
tables:
  - code: A1
    title: 在校生与经费
    short: 在校生
    filed-by: school
    unit-note: 人、万元
    defaults: { type: integer, min: 0, max: 99999 }
    columns:
      - { code: '1', title: 上学期 }
      - title: 下学期
        columns: [{ code: '2', title: 计 }, { code: '3', title: 其中：女 }]
    rows:
      - title: 学生
        rows:
          - { code: '01', title: 小学 }
          - { code: '02', title: 初中, indent: 1 }
      - { code: '03', title: 合计, formula: '[01] + [02]', subtotal: true }
      - { code: '04', title: 经费, type: decimal, decimals: 2, note: 按定额计算 }
      - { code: '05', title: 定额经费, type: decimal, decimals: 2, formula: '[03] * PARAM("定额") / 10000' }
      - { code: '06', title: 说明, type: text }
      - { code: '07', title: 供餐, type: choice, choices: [食堂, 企业] }
      - { code: '08', title: 验收日期, type: date }
      - { code: '09', title: 增长, formula: 'GROWTH([03])', type: decimal, decimals: 4, show: '0.00%' }
    cells:
      '02.3': blocked
      '03.3': { formula: '[01.3]' }
    notes: [学生为 9 月 1 日时点数。]
    help: { '01': 不含学前班。 }
  - code: B-1
    kind: list
    title: 培训
    filed-by: school
    columns:
      - { code: 项目, title: 培训项目, type: text, required: true }
      - { code: 人次, title: 人次, type: integer, min: 0 }
      - { code: 天数, title: 天数, type: integer, min: 0 }
      - { code: 人天, title: 人天, type: integer, formula: '[.人次] * [.天数]' }
checks:
  - { id: A1-1, level: error, for: A1, rule: '[01.3] <= [01.2]', because: 女生是学生的一部分 }
  - { id: A1-3, level: error, for: A1, rule: '[03.3] <= [03.2]', because: 女生是学生的一部分 }
  - { id: A1-2, level: query, for: A1, each: column, rule: '[03] <= 1000', ask: 规模很大，请说明 }
  - { id: B-1, level: error, for: B-1, rule: '[.天数] <= 30', because: 培训不超过一个月 }
  - { id: B-2, level: query, for: B-1, rule: '[.人次] <= 100', ask: 人次很多，请说明 }
  - { id: C-1, level: error, for: A1, where: kind = 初中, rule: '[01.1] = 0', because: 初中没有小学生 }
`

let loaded: Scheme | null = null

export function sampleScheme(): Scheme {
  if (loaded !== null) return loaded
  const parsed = parseScheme(yaml, 'sample.yaml')
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 1))
  loaded = parsed.scheme
  return loaded
}

/** The same scheme as a statutory form, with 批准机关, 批准文号 and 有效期至. */
export function approvedScheme(): Scheme {
  const lines = 'approved-by: 国家统计局\napproval-number: 国统制〔2024〕12 号\nvalid-until: 2027-01-31\n'
  const parsed = parseScheme(yaml.replace('period: year', `${lines}period: year`), 'approved.yaml')
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 1))
  return parsed.scheme
}

/** A whole number in the form of facts, in ten-thousandths. */
export const count = (n: number): number => n * 10_000

/** A filing of a primary school with the given facts. */
export function sampleInput(facts: Record<string, Fact> = {}, more: Partial<WorkbookInput> = {}): WorkbookInput {
  const scheme = sampleScheme()
  return {
    scheme,
    schemeDigest: 'd1'.repeat(32),
    period: '2021',
    unit: { code: '2134000001', name: '梅山镇中心小学', kind: '小学', township: '梅山镇', class: '121', parent: '' },
    tables: scheme.tables,
    facts: new Map(Object.entries(facts)),
    explanations: new Map(),
    signOff: { head: '张三', statistician: null, filler: '李四', phone: '0564-1234567', reportedOn: '2021-12-10' },
    revision: 2,
    changedAt: '2021-12-10T02:03:04Z',
    appVersion: '0.1.0',
    factsDigest: 'f0'.repeat(32),
    prior: null,
    parameters: new Map([['定额', count(650)]]),
    blank: false,
    ...more,
  }
}
