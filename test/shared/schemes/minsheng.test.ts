import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../shared/check/run-checks.ts'
import { toText } from '../../../shared/decimal/decimal.ts'
import { filingSource } from '../../../shared/filing/compute.ts'
import type { Fact } from '../../../shared/filing/facts.ts'
import { parseTyped } from '../../../shared/filing/parse-value.ts'
import { parametersInForce } from '../../../shared/period/period.ts'
import { cellOf } from '../../../shared/scheme/cells.ts'
import { tablesOf } from '../../../shared/scheme/conditions.ts'
import type { Header } from '../../../shared/scheme/scheme.ts'
import { unitAttribute, type Unit } from '../../../shared/unit/unit.ts'
import { minsheng } from '../demo/demo-levels.ts'

const golden = JSON.parse(readFileSync(new URL('../../fixtures/golden/jinzhai-2021.json', import.meta.url), 'utf8')) as {
  indicators: Record<string, string>
  evaluation: { full: string; items: Record<string, string> }
}
const scheme = minsheng()
const unitOf = (kind: string): Unit => ({ code: '2134900001', name: '某校', kind, township: '青峰镇', class: '220', parent: '341524' })

/** Returns the ids of the failing checks for a unit's cells; `before` are the cells of the year before. */
function failing(kind: string, cells: Record<string, string>, before?: Record<string, string>): string[] {
  const unit = unitOf(kind)
  const facts = factsOf(cells)
  const parameters = parametersInForce(scheme.parameters, '2021')
  const prior = before === undefined ? null : { facts: factsOf(before), parameters: parametersInForce(scheme.parameters, '2020') }
  const source = filingSource(scheme, facts, { unit: (name) => unitAttribute(unit, name), parameters, prior })
  return [...new Set(runChecks(scheme, 'unit', source, facts, tablesOf(scheme, unit)).map((failure) => failure.check))]
}

function factsOf(cells: Record<string, string>): Map<string, Fact> {
  const facts = new Map<string, Fact>()
  for (const [ref, text] of Object.entries(cells)) {
    const cell = cellOf(scheme, ref)
    const parsed = cell === null ? null : parseTyped(text, cell)
    if (parsed === null || !parsed.ok || parsed.fact === null) throw new Error(`${ref} does not take ${text}`)
    facts.set(ref, parsed.fact)
  }
  return facts
}

function depth(headers: readonly Header[]): number {
  return headers.reduce((deepest, header) => Math.max(deepest, 1 + depth(header.children)), 0)
}

describe('the scheme 教育民生工程', () => {
  it('has a base table and tables for the five projects, one of them a list', () => {
    expect(scheme.tables.map((table) => table.code)).toEqual(['MS00', 'MS01', 'MS02', 'MS03', 'MS04', 'MS05', 'MS06', 'MS07', 'MS08'])
    expect(scheme.tables.filter((table) => table.kind === 'list').map((table) => table.code)).toEqual(['MS04'])
  })

  it('prints like a statutory form: unit note, notes, short title, several header levels', () => {
    for (const table of scheme.tables) {
      expect(table.unitNote, table.code).not.toBe('')
      expect(table.notes.length, table.code).toBeGreaterThan(0)
      expect([...table.shortTitle].length, table.code).toBeLessThanOrEqual(20)
    }
    expect(depth(scheme.tables[0]?.columns ?? [])).toBe(3)
    expect(scheme.tables.filter((table) => depth(table.columns) > 1).length).toBeGreaterThanOrEqual(6)
  })

  it('asks every unit kind for its own tables only', () => {
    const filed = (kind: string): string[] => tablesOf(scheme, unitOf(kind)).map((table) => table.code)
    expect(filed('教学点')).toEqual(['MS00', 'MS02', 'MS03', 'MS06'])
    expect(filed('九年一贯制')).toEqual(['MS00', 'MS02', 'MS03', 'MS06'])
    expect(filed('幼儿园')).toEqual(['MS00', 'MS01'])
    expect(filed('高中')).toEqual(['MS00', 'MS05'])
    expect(filed('中职')).toEqual(['MS00', 'MS05'])
    expect(filed('教育局')).toEqual(['MS04', 'MS07', 'MS08'])
    expect(filed('县民政局')).toEqual([])
  })

  it('has choices, dates and texts where a county asks for them', () => {
    const types = new Set([...scheme.cells.values()].filter((cell) => cell.state === 'input').map((cell) => cell.type))
    expect([...types].sort()).toEqual(['choice', 'date', 'decimal', 'integer', 'text'])
  })

  it('computes 2020 with 2020’s meal allowance and 2021 with 2021’s', () => {
    const autumn = (period: string): string => toText(parametersInForce(scheme.parameters, period).get('秋学期营养膳食补助标准') ?? 0)
    expect([autumn('2020'), autumn('2021')]).toEqual(['4', '5'])
    for (const parameter of scheme.parameters.values()) expect(parameter.source, parameter.name).not.toBe('')
  })

  it('names the published indicators exactly, first and in the published order', () => {
    const codes = Object.keys(golden.indicators)
    expect(scheme.indicators.slice(0, codes.length).map((indicator) => indicator.code)).toEqual(codes)
  })

  it('evaluates nine items with the published points, forty in all', () => {
    const items = scheme.evaluation?.items ?? []
    expect(Object.fromEntries(items.map((item) => [item.title, toText(item.points)]))).toEqual(golden.evaluation.items)
    expect(toText(scheme.evaluation?.full ?? 0)).toBe(golden.evaluation.full)
    expect(items.at(-1)?.items).toHaveLength(5)
    const scored = items.flatMap((item) => (item.items.length > 0 ? item.items : [item]))
    for (const item of scored) if (item.score.kind === 'formula') expect(item.reason, item.title).not.toBe('')
  })
})

describe('the checks of 教育民生工程', () => {
  it('are many, of both levels, at both levels of the work', () => {
    expect(scheme.checks.length).toBeGreaterThanOrEqual(30)
    const sorts = scheme.checks.map((check) => `${check.scope} ${check.level}`)
    for (const sort of ['unit error', 'unit query', 'county error', 'county query'])
      expect(sorts.filter((one) => one === sort).length, sort).toBeGreaterThanOrEqual(4)
  })

  it('reach across tables and back to the year before', () => {
    const across = scheme.checks.filter(
      (check) => new Set(check.instances.flatMap((one) => one.bound.cells.map((cell) => cell.split('.')[0]))).size > 1,
    )
    expect(across.length).toBeGreaterThanOrEqual(15)
    expect(scheme.checks.filter((check) => /PRIOR|GROWTH/.test(check.source)).length).toBeGreaterThanOrEqual(7)
  })

  it('are quiet on an empty filing', () => {
    for (const kind of ['小学', '教学点', '初中', '九年一贯制', '高中', '中职', '幼儿园', '教育局'])
      expect(failing(kind, {}), kind).toEqual([])
  })

  it('find a part that exceeds its whole', () => {
    expect(failing('小学', { 'MS00.03.2': '2', 'MS00.03.3': '60', 'MS00.03.4': '61' })).toContain('MS00-1')
    expect(failing('小学', { 'MS03.01.1': '1', 'MS03.02.1': '298', 'MS03.03.1': '320', 'MS03.05.1': '食堂供餐' })).toEqual(['MS03-1'])
    expect(failing('高中', { 'MS05.01.2': '10', 'MS05.07.2': '10.0001' })).toEqual(['MS05-10'])
  })

  it('find cells of different tables that contradict each other', () => {
    expect(
      failing('幼儿园', {
        'MS00.01.1': '1',
        'MS00.01.2': '1',
        'MS00.01.3': '20',
        'MS00.01.7': '2',
        'MS00.01.8': '2',
        'MS01.02.3': '21',
        'MS01.02.4': '0.84',
      }),
    ).toEqual(['MS01-3'])
    expect(
      failing('初中', {
        'MS00.05.1': '1',
        'MS00.05.2': '1',
        'MS00.05.3': '40',
        'MS00.05.5': '9',
        'MS00.05.7': '4',
        'MS00.05.8': '4',
        'MS02.01.4': '8',
        'MS02.04.3': '10',
        'MS02.04.4': '1',
      }),
    ).toEqual(['MS02-3'])
  })

  it('ask about figures far from the year before, and not without a year before', () => {
    const now = { 'MS00.03.1': '1', 'MS00.03.2': '4', 'MS00.03.3': '130', 'MS00.03.7': '8', 'MS00.03.8': '8', 'MS02.01.2': '10' }
    expect(failing('小学', now)).toEqual([])
    expect(failing('小学', now, { ...now, 'MS00.03.3': '104' })).toEqual([])
    expect(failing('小学', now, { ...now, 'MS00.03.3': '103' })).toEqual(['MS00-14'])
  })

  it('hold a stock to last year’s stock and this year’s addition', () => {
    expect(failing('初中', { 'MS06.07.1': '6', 'MS06.07.2': '18' }, { 'MS06.07.2': '12' })).toEqual([])
    expect(failing('初中', { 'MS06.07.1': '6', 'MS06.07.2': '19' }, { 'MS06.07.2': '12' })).toEqual(['MS06-4'])
    expect(failing('初中', { 'MS06.07.1': '6', 'MS06.07.2': '19' })).toEqual([])
  })

  it('ask when persons of a year are just both terms added up', () => {
    const aid = {
      'MS00.11.1': '1',
      'MS00.11.2': '7',
      'MS00.11.3': '300',
      'MS00.11.7': '20',
      'MS00.11.8': '18',
      'MS05.04.1': '100',
      'MS05.04.2': '10',
      'MS05.04.3': '90',
      'MS05.04.4': '9',
    }
    expect(failing('中职', { ...aid, 'MS05.04.5': '190' })).toEqual(['MS05-4'])
    expect(failing('中职', { ...aid, 'MS05.04.5': '104' })).toEqual([])
    expect(failing('中职', { ...aid, 'MS05.04.5': '99' })).toEqual(['MS05-1'])
    expect(failing('中职', { ...aid, 'MS05.04.5': '191' })).toEqual(['MS05-3'])
  })

  it('fund a school of fewer than 100 pupils as one of 100', () => {
    const point = { 'MS00.04.1': '1', 'MS00.04.2': '2', 'MS00.04.3': '37', 'MS00.04.7': '3', 'MS00.04.8': '3' }
    expect(failing('教学点', { ...point, 'MS02.01.2': '6.5' })).toEqual([])
    expect(failing('教学点', { ...point, 'MS02.01.2': '6.4999' })).toEqual(['MS02-5'])
    expect(failing('教学点', { ...point, 'MS02.01.2': '13.0001' })).toEqual(['MS02-6'])
  })

  it('hold a line of the training list to its own dates', () => {
    const line = {
      'MS04.1.项目': '新任教师岗前培训',
      'MS04.1.类别': '县培',
      'MS04.1.对象': '中小学',
      'MS04.1.人次': '12',
      'MS04.1.开始': '2021-08-16',
    }
    expect(failing('教育局', { ...line, 'MS04.1.结束': '2021-08-25' })).toEqual([])
    expect(failing('教育局', { ...line, 'MS04.1.结束': '2021-08-15' })).toEqual(['MS04-1'])
  })

  it('ask why a target is exceeded more than twice or missed', () => {
    expect(failing('教育局', { 'MS07.01.1': '2', 'MS07.01.2': '5' })).toEqual(['MS07-1'])
    expect(failing('教育局', { 'MS07.01.1': '2', 'MS07.01.2': '1' })).toEqual(['MS07-2'])
    expect(failing('教育局', { 'MS07.01.1': '2', 'MS07.01.2': '4' })).toEqual([])
  })
})
