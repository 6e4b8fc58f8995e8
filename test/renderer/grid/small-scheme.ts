import { parseScheme } from '../../../shared/scheme/parse-scheme.ts'
import type { Scheme, Table } from '../../../shared/scheme/scheme.ts'

/**
 * A small scheme: grid G (× blocked, = computed), list L.
 *
 *        1    2    3=
 *   01   .    .    =
 *   02   .    ×    =
 *   03=  =    =    =
 */
const text = `
scheme: small
version: '1'
title: 小方案
issuer: 县教育局
period: year
units:
  school: kind = 小学
tables:
  - code: G
    title: 学生
    filed-by: school
    defaults: { type: integer, min: 0, max: 999, quantity: 人 }
    columns:
      - { code: '1', title: 男 }
      - { code: '2', title: 女 }
      - { code: '3', title: 计, formula: '[.1] + [.2]' }
    rows:
      - { code: '01', title: 一年级 }
      - { code: '02', title: 二年级 }
      - { code: '03', title: 合计, formula: '[01] + [02]', subtotal: true }
    cells:
      '02.2': blocked
      '02.3': { formula: '[.1]' }
      '03.2': { formula: '[01]' }
      '03.3': { formula: '[03.1] + [03.2]' }
  - code: L
    kind: list
    title: 培训
    filed-by: school
    columns:
      - { code: 项目, title: 培训项目, type: text, required: true }
      - { code: 对象, title: 对象, type: choice, choices: [幼儿园, 中小学] }
      - { code: 人次, title: 人次, type: integer, min: 0, quantity: 人次 }
checks:
  - { id: G-1, level: error, for: G, rule: '[01.2] <= [01.1]', because: 女生不多于男生 }
  - { id: G-2, level: query, for: G, rule: '[01.1] <= 100', ask: 一年级男生超过 100 人，请说明 }
`

export function smallScheme(): Scheme {
  const parsed = parseScheme(text, 'small.yaml')
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 2))
  return parsed.scheme
}

/** A table of the scheme, by its code. */
export function tableOf(scheme: Scheme, code: string): Table {
  const table = scheme.tables.find((one) => one.code === code)
  if (table === undefined) throw new Error(`no table ${code}`)
  return table
}
