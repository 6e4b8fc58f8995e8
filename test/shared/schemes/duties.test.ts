import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { DemoCounty, DemoFiling } from '../../../shared/demo/county.ts'
import { answeringOf } from '../../../shared/evaluation/departments.ts'
import { scoreEvaluation, type ScoredEvaluation } from '../../../shared/evaluation/score.ts'
import type { Scheme } from '../../../shared/scheme/scheme.ts'
import { levelsOf } from '../demo/demo-levels.ts'
import { aUnit, builtIn, failing, plainDemo, type Typed } from './built-in.ts'

/** Returns the demo county with these cells changed in every filing with the cell's table. */
function changed(demo: DemoCounty, cells: Typed): DemoCounty {
  const has = (filing: DemoFiling, table: string): boolean => Object.keys(filing.facts).some((ref) => ref.startsWith(`${table}.`))
  const filings = demo.filings.map((filing) => {
    const own = Object.entries(cells).filter(([ref]) => has(filing, ref.split('.')[0] ?? ''))
    return { ...filing, facts: { ...filing.facts, ...Object.fromEntries(own) } }
  })
  return { ...demo, filings }
}

/** Scores the demo county with full points for every manual item. */
function evaluated(scheme: Scheme, demo: DemoCounty): ScoredEvaluation {
  if (scheme.evaluation === null) throw new Error('no evaluation')
  const leaves = scheme.evaluation.items.flatMap((item) => (item.items.length > 0 ? item.items : [item]))
  return scoreEvaluation(
    scheme.evaluation,
    levelsOf(scheme, demo).county,
    new Map(leaves.map((item) => [item.code, { points: item.points, reason: '' }])),
  )
}

/** The vetoes, each with a change of one figure that triggers the veto, and with the remaining grade of a full score. */
const trips: Record<string, [veto: string, cells: Typed, grade: string][]> = {
  'duties-huidong': [
    ['V1', { 'HD06.01.1': '1' }, '不合格'],
    ['V2', { 'HD01.01.1': '57536.39' }, '不合格'],
    ['V3', { 'HD01.05.1': '1075.19' }, '不合格'],
    ['V4', { 'HD06.02.1': '1' }, '良好'],
  ],
  'duties-banan': [
    ['V1', { 'BN07.01.1': '1' }, '不合格'],
    ['V2', { 'BN06.02.1': '9399.99' }, '不合格'],
    ['V3', { 'BN07.02.1': '1' }, '良好'],
    ['V4', { 'BN07.03.1': '1' }, '良好'],
  ],
  'duties-jinyun': [
    ['V1', { 'JY06.01.1': '1' }, 'D'],
    ['V2', { 'JY06.02.1': '1' }, 'B'],
    ['V3', { 'JY06.03.1': '1' }, 'B'],
  ],
  'duties-hongjiang': [
    ['V1', { 'HJ08.01.1': '1' }, '不合格'],
    ['V2', { 'HJ01.01.1': '57314.659' }, '不合格'],
    ['V3', { 'HJ01.07.1': '66891' }, '良好'],
    ['V4', { 'HJ08.02.1': '1' }, '良好'],
  ],
  'duties-gangcha': [
    ['Y1', { 'GC04.01.1': '1' }, '良好'],
    ['Y2', { 'GC04.02.1': '1' }, '良好'],
    ['Y3', { 'GC04.03.1': '1' }, '良好'],
    ['F1', { 'GC04.04.1': '1' }, '不合格'],
    ['F2', { 'GC04.05.1': '1' }, '不合格'],
    ['F3', { 'GC04.06.1': '1' }, '不合格'],
    ['F4', { 'GC04.07.1': '1' }, '不合格'],
    ['F5', { 'GC04.08.1': '1' }, '不合格'],
    ['F6', { 'GC02.02.1': '20899.99' }, '不合格'],
    ['F6', { 'GC02.03.1': '9851.99' }, '不合格'],
    ['F7', { 'GC04.09.1': '1' }, '不合格'],
    ['F8', { 'GC04.10.1': '1' }, '不合格'],
    ['F9', { 'GC03.10.1': '578' }, '不合格'],
  ],
}

describe.each(Object.entries(trips))('the vetoes of %s', (id, cases) => {
  const scheme = builtIn(id)
  const demo = plainDemo(id)

  it('none holds in the demo county, and its grade is the best', () => {
    const { vetoes, grade } = evaluated(scheme, demo)
    expect(vetoes).toEqual([])
    expect(grade).toBe(scheme.evaluation?.grades[0]?.title)
  })

  it('none holds while nobody has filed anything', () => {
    expect(evaluated(scheme, { ...demo, filings: [] }).vetoes).toEqual([])
  })

  it('each has a case', () => {
    expect([...new Set(cases.map(([veto]) => veto))]).toEqual(scheme.evaluation?.vetoes.map((veto) => veto.code))
  })

  it.each(cases)('%s is tripped by %o and leaves %s', (veto, cells, grade) => {
    const result = evaluated(scheme, changed(demo, cells))
    expect(result.vetoes.map((one) => one.code)).toEqual([veto])
    expect(result.grade).toBe(grade)
  })
})

describe('Gangcha’s plan', () => {
  const golden = JSON.parse(readFileSync(new URL('../../fixtures/golden/plan-gangcha-2018.json', import.meta.url), 'utf8')) as {
    tasks: number[]
    thresholds: Record<string, string>
    vetoes: { 'not excellent': number; failed: number }
  }
  const scheme = builtIn('duties-gangcha')
  const items = scheme.evaluation?.items ?? []

  it('has 3, 3, 3, 6 and 4 tasks, each with departments, the middle of October and evidence', () => {
    expect(items.map((group) => group.items.length)).toEqual(golden.tasks)
    for (const task of items.flatMap((group) => group.items))
      expect([task.responsible.length > 0, task.deadline, task.evidence], task.code).toEqual([true, '10-15', true])
    expect(scheme.deadlines).toEqual({ units: '10-15', county: '10-31' })
  })

  it('has every threshold as an indicator’s target', () => {
    const targets = Object.fromEntries(scheme.indicators.map((one) => [one.code, one.target?.source.replace(/\s/g, '')]))
    expect(targets).toMatchObject(golden.thresholds)
  })

  it('has three vetoes of 优秀 and nine of a pass', () => {
    const effects = scheme.evaluation?.vetoes.map((veto) => veto.ceiling) ?? []
    expect([effects.filter((effect) => effect === '良好').length, effects.filter((effect) => effect === '不合格').length]).toEqual([
      golden.vetoes['not excellent'],
      golden.vetoes.failed,
    ])
  })

  it('the first department named leads', () => {
    const leads = answeringOf(evaluated(scheme, plainDemo('duties-gangcha')).items).filter((one) => one.leads.length > 0)
    expect(leads.map((one) => [one.department, one.leads.length])).toEqual([
      ['政府办公室', 2],
      ['教育工委', 3],
      ['教育局', 9],
      ['财政局', 4],
      ['机构编制管理办公室', 1],
    ])
  })

  it('a task handed in on 15 October is in time, on the 16th it is late, and a later limit is refused', () => {
    const task = (due: string, sent: string): Typed => ({
      'GC05.1.任务': '1-2',
      'GC05.1.完成': '已落实',
      'GC05.1.状态': '已完成',
      'GC05.1.时限': due,
      'GC05.1.报送': sent,
    })
    const unit = aUnit({ kind: '部门', name: '刚察县委教育工委' })
    expect(failing(scheme, unit, '2018', task('2018-10-15', '2018-10-15'))).toEqual([])
    expect(failing(scheme, unit, '2018', task('2018-10-15', '2018-10-16'))).toEqual(['GC05-逾期'])
    expect(failing(scheme, unit, '2018', task('2018-10-20', '2018-10-16'))).toEqual(['GC05-时限'])
  })
})

describe('what published reports get wrong', () => {
  const scheme = builtIn('duties-hongjiang')
  const office = aUnit({ kind: '教育局', name: '洪江市教育局' })
  const ratio = (shown: string, places: string, part?: string, whole = '37'): string[] =>
    failing(scheme, office, '2021', {
      'HJ91.1.比率': '某率',
      ...(part === undefined ? {} : { 'HJ91.1.分子': part }),
      'HJ91.1.分母': whole,
      'HJ91.1.公开数': shown,
      'HJ91.1.小数位': places,
    })

  it('rounded holds, truncated is named as such, anything else does not follow from its parts', () => {
    expect(ratio('27.03', '2', '10')).toEqual([])
    expect(ratio('27', '0', '10')).toEqual([])
    expect(ratio('27.02', '2', '10')).toEqual(['HJ91-截尾'])
    expect(ratio('27.04', '2', '10')).toEqual(['HJ91-比率'])
  })

  it('a share of schools that no whole number gives lacks its base', () => {
    expect(ratio('87.96', '2', undefined, '108')).toEqual([])
    expect(ratio('88.17', '2', undefined, '108')).toEqual(['HJ91-基数'])
  })

  it.each(['指出问题 ??个', '指出问题？？个', '指出问题xx个', '指出问题XX个'])('“%s” has a placeholder', (text) => {
    expect(failing(scheme, office, '2021', { 'HJ90.1.方面': '7', 'HJ90.1.举措': text })).toEqual(['HJ90-占位符'])
  })

  it('spending below the year before breaks the two increases, level spending does not', () => {
    const finance = aUnit({ kind: '部门', name: '洪江市财政局' })
    const before = { 'HJ01.01.1': '100', 'HJ01.03.1': '50' }
    expect(failing(scheme, finance, '2021', before, before)).toEqual([])
    expect(failing(scheme, finance, '2021', { ...before, 'HJ01.01.1': '99.999' }, before)).toEqual(['HJ01-只增不减'])
    expect(failing(scheme, finance, '2021', { ...before, 'HJ01.03.1': '49.999' }, before)).toEqual(['HJ01-生均只增不减'])
  })
})
