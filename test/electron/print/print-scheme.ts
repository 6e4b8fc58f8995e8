import { fromText, type Decimal } from '../../../shared/decimal/decimal.ts'
import { NOT_APPLICABLE } from '../../../shared/filing/facts.ts'
import { parseScheme } from '../../../shared/scheme/parse-scheme.ts'
import type { Scheme } from '../../../shared/scheme/scheme.ts'
import type { Unit } from '../../../shared/unit/unit.ts'
import type { PrintValue } from '../../../electron/print/figures.ts'

const text = `
scheme: print-test
version: 2021.1
title: 学校基本情况统计报表
issuer: 教育部
approved-by: 国家统计局
approval-number: 国统制〔2024〕12 号
valid-until: 2027-01
period: year
units:
  school: kind in [小学, 初中]
tables:
  - code: A1
    title: 在校学生情况
    filed-by: school
    unit-note: 计量单位：人、元
    defaults: { type: integer, min: 0, quantity: 人 }
    columns:
      - title: 学生
        columns:
          - { code: '1', title: 男 }
          - { code: '2', title: 女 }
          - { code: '3', title: 计, formula: '[.1] + [.2]' }
      - { code: '4', title: 公用经费, quantity: 元 }
    rows:
      - { code: '01', title: 合计, formula: '[02] + [03]', subtotal: true }
      - { code: '02', title: 一年级, indent: 1 }
      - { code: '03', title: 二年级, indent: 1 }
      - { code: '04', title: 住宿费 }
    cells:
      '04.1': blocked
      '04.2': blocked
      '04.3': blocked
    notes: [在校学生为 9 月 1 日时点数。]
  - code: L1
    kind: list
    title: 教师培训情况
    filed-by: school
    columns:
      - { code: 项目, title: 培训项目, type: text }
      - { code: 人次, title: 人次, type: integer, quantity: 人次 }
checks:
  - { id: A1-1, level: error, for: A1, each: column, rule: '[02] <= [01]', because: 一年级是全校的一部分 }
indicators:
  - { code: 女生比例, formula: '[A1.01.2] / [A1.01.3]', show: '0.00%', target: '>= 40%', higher: better }
`

/** A small scheme with the whole head of a statutory form, a nested head of its table, a blocked cell, money in 元, and a list. */
export function printScheme(): Scheme {
  const parsed = parseScheme(text, 'print-test.yaml')
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.scheme
}

export const school: Unit = { code: '3141000123', name: '梅山镇中心小学', kind: '小学', township: '梅山镇', class: '121', parent: '' }

/** Values by cell: a decimal text becomes a number, `/` becomes 不适用, any other text stays text. */
export function printValues(texts: Record<string, string>): Map<string, PrintValue> {
  return new Map(
    Object.entries(texts).map(([ref, value]): [string, PrintValue] => {
      if (value === '/') return [ref, NOT_APPLICABLE]
      const number: Decimal | null = fromText(value)
      return [ref, number ?? value]
    }),
  )
}

/** The text of a printed document without its tags and style. */
export function plainText(html: string): string {
  return html
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
}
