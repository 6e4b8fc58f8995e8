import { describe, expect, test } from 'vitest'
import { figuresIn, moneyChoices, schemeIn } from '../../../shared/consolidation/money.ts'
import { fromText, toText, type Decimal } from '../../../shared/decimal/decimal.ts'
import { NOT_APPLICABLE, type Fact } from '../../../shared/filing/facts.ts'
import { parseScheme } from '../../../shared/scheme/parse-scheme.ts'
import type { Scheme } from '../../../shared/scheme/scheme.ts'
import { controlledRoundingLines } from '../../../shared/text/controlled-rounding-lines.ts'

function scheme(): Scheme {
  const parsed = parseScheme(
    `
scheme: money
version: '1'
title: 经费
period: year
units: { all: 'kind <> ""' }
tables:
  - code: M1
    title: 经费收入
    filed-by: all
    unit-note: 计量单位：人、元、元/生
    defaults: { type: decimal, decimals: 2, quantity: 元 }
    columns:
      - { code: '1', title: 中央 }
      - { code: '2', title: 省级 }
      - { code: '3', title: 计, formula: '[.1] + [.2]' }
      - { code: '4', title: 学生, type: integer, quantity: 人 }
      - { code: '5', title: 生均, quantity: 元/生, formula: '[.3] / [.4]' }
    rows:
      - { code: '01', title: 小学 }
      - { code: '02', title: 初中 }
      - { code: '09', title: 合计, subtotal: true, formula: '[01] + [02]' }
    cells: { '09.5': { formula: '[.3] / [.4]' } }
  - code: M2
    kind: list
    title: 培训
    filed-by: all
    columns:
      - { code: 项目, title: 项目, type: text }
      - title: 经费（元）
        columns: [{ code: 经费, title: 预算（元）, type: decimal, decimals: 2, quantity: 元 }]
  - { code: M3, title: 人数, filed-by: all, unit-note: 人, defaults: { quantity: 人 }, columns: [{ code: '1', title: 计 }], rows: [{ code: '01', title: 教师 }] }
`,
    'money.yaml',
  )
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.scheme
}

function figures(texts: Record<string, string>): Map<string, Fact | Decimal> {
  return new Map(Object.entries(texts).map(([ref, text]) => [ref, text === '/' ? NOT_APPLICABLE : (fromText(text) ?? text)]))
}

function shown(values: ReadonlyMap<string, Fact | Decimal>): Record<string, string> {
  return Object.fromEntries(
    [...values].map(([ref, value]) => [ref, typeof value === 'string' ? value : value === NOT_APPLICABLE ? '/' : toText(value as Decimal)]),
  )
}

describe('a table in a coarser unit of money', () => {
  const filed = figures({
    'M1.01.1': '14949',
    'M1.01.2': '14949',
    'M1.01.3': '29898',
    'M1.02.1': '10049',
    'M1.02.2': '20000',
    'M1.02.3': '30049',
    'M1.09.1': '24998',
    'M1.09.2': '34949',
    'M1.09.3': '59947',
    'M1.01.4': '30',
    'M1.01.5': '996.6',
    'M2.1.项目': '国培',
    'M2.1.经费': '12345.67',
  })

  test('every sum of rows and of columns still holds, the grand total is plainly rounded', () => {
    const { values, rounding } = figuresIn(scheme(), 'M1', filed, '万元')
    const said = (ref: string): number => Math.round(Number(shown(values)[`M1.${ref}`]) * 100)
    for (const row of ['01', '02', '09']) expect([row, said(`${row}.1`) + said(`${row}.2`)]).toEqual([row, said(`${row}.3`)])
    for (const column of ['1', '2', '3'])
      expect([column, said(`01.${column}`) + said(`02.${column}`)]).toEqual([column, said(`09.${column}`)])
    expect(said('09.3')).toBe(599)
    expect(rounding.unbalanced).toEqual([])
    expect(rounding.adjustments.length).toBeGreaterThan(0)
    for (const { key, rounded, adjusted } of rounding.adjustments)
      expect(controlledRoundingLines(rounding, 'zh')[0]).toContain(
        `行(${key.split('.')[1]})列(${key.split('.')[2]}) ${toText(rounded)} → `.concat(Number(toText(adjusted)).toFixed(2)),
      )
  })

  test('heads, figures per head, other tables, texts and 不适用 stay as they were filed', () => {
    const { values } = figuresIn(scheme(), 'M1', new Map([...filed, ['M1.02.1', NOT_APPLICABLE]]), '万元')
    expect(shown(values)).toMatchObject({
      'M1.01.4': '30',
      'M1.01.5': '996.6',
      'M1.02.1': '/',
      'M2.1.项目': '国培',
      'M2.1.经费': '12345.67',
    })
    expect(shown(figuresIn(scheme(), 'M2', filed, '万元').values)).toMatchObject({ 'M2.1.项目': '国培', 'M2.1.经费': '1.23' })
  })

  test('the unit is named wherever the table names it, and only there', () => {
    const [m1, m2, m3] = schemeIn(scheme(), '万元').tables
    expect(m1?.unitNote).toBe('人、万元、元/生')
    expect(m2?.columns.map(({ title }) => title)).toEqual(['项目', '经费（万元）'])
    expect(m2?.leafColumns.at(-1)?.path).toEqual(['经费（万元）', '预算（万元）'])
    expect(m2?.unitNote).toBe('万元')
    expect(m3?.unitNote).toBe('人')
  })

  test('its money is shown with two decimals, a figure per head as before', () => {
    const { cells } = schemeIn(scheme(), '百万元')
    expect([cells.get('M1.01.1')?.show, cells.get('M1.01.1')?.quantity]).toEqual(['#,##0.00', '百万元'])
    expect(cells.get('M1.01.5')?.quantity).toBe('元/生')
  })

  test('a wrong sum is not made to look right, and nothing moves where rounding breaks nothing', () => {
    const { values, rounding } = figuresIn(scheme(), 'M1', figures({ 'M1.01.1': '10000', 'M1.01.2': '10000', 'M1.01.3': '90000' }), '万元')
    expect(shown(values)).toEqual({ 'M1.01.1': '1', 'M1.01.2': '1', 'M1.01.3': '9' })
    expect(controlledRoundingLines(rounding, 'zh')).toEqual([])
  })
})

test('only units that change something are offered', () => {
  expect(moneyChoices(scheme())).toEqual(['万元', '百万元', '亿元'])
  const inWan = schemeIn(scheme(), '万元')
  expect(moneyChoices(inWan)).toEqual(['百万元', '亿元'])
  expect(moneyChoices({ ...inWan, tables: inWan.tables.slice(2) })).toEqual([])
})
