import { describe, expect, test } from 'vitest'
import { summaryHtml } from '../../../electron/print/summary.ts'
import { drawnFrom, summaryIn, type Summary, type SummaryGroup } from '../../../shared/summary/summary.ts'
import { fromText } from '../../../shared/decimal/decimal.ts'
import { plainText, printScheme, printValues } from './print-scheme.ts'

const scheme = printScheme()

const county: SummaryGroup = {
  title: '全县',
  filed: 183,
  expected: 186,
  missing: [{ code: '1', name: '麻埠镇小学' }],
  values: printValues({ 'A1.01.3': '12345', 'A1.02.4': '14900', 'A1.03.4': '14900', 'A1.01.4': '29800' }),
  indicators: [{ indicator: scheme.indicators[0]!, value: fromText('0.3999'), shown: '39.99%', met: false }],
  roundings: new Map(),
}

function content(change: Partial<Summary> = {}): Summary {
  return {
    scheme,
    collector: '县教育局',
    periodTitle: '2021 年度',
    tables: scheme.tables,
    groups: [county],
    findings: [],
    evaluation: null,
    money: null,
    time: '',
    ...change,
  }
}

function summary(change: Partial<Summary> = {}): string {
  return summaryHtml(content(change), '')
}

describe('the summary', () => {
  test('says under every title how many units it is drawn from, and names those that are missing', () => {
    const text = plainText(summary())
    expect(text.match(/汇总自 183\/186 个单位，未报 3 个/g)).toHaveLength(2)
    expect(text).toContain('麻埠镇小学')
    expect(drawnFrom({ filed: 5, expected: 5 })).toBe('汇总自 5/5 个单位')
  })

  test('prints indicators with target, and met or not in words', () => {
    expect(plainText(summary())).toMatch(/女生比例 39\.99% .*≥ 40% 未达到/)
  })

  test('a share that has no end prints as it is rounded, never as 不适用', () => {
    const values = printValues({ 'A1.01.4': '3.33333333333333333333', 'A1.02.4': '/' })
    expect(plainText(summary({ groups: [{ ...county, values }] }))).toMatch(/合计 01 — — — 3 一年级 02 — \/ /)
  })

  test('prints the evaluation as a tree with scores, reasons and vetoes', () => {
    const item = {
      code: '1',
      title: '组织建设',
      points: '3',
      score: '2.5',
      reason: '缺一次例会记录',
      how: 'manual' as const,
      explain: '',
      responsible: ['办公室'],
      deadline: null,
      evidence: false,
      flags: [],
      items: [],
    }
    const text = plainText(
      summary({
        evaluation: {
          full: '40',
          score: '38.5',
          grade: '优秀',
          vetoes: [{ code: 'V1', text: '发生重大事故', effect: '不合格' }],
          items: [{ ...item, code: '0', title: '总项', how: 'sum', items: [item] }],
          departments: [],
        },
      }),
    )
    for (const part of ['满分 40 分，自评 38.5 分，等次：优秀', '缺一次例会记录', '一票否决', '发生重大事故']) expect(text).toContain(part)
  })

  test('failed checks of totals stand on the cover', () => {
    expect(
      plainText(summary({ findings: [{ check: 'X-2', cell: 'A1.01.3', message: '学生数应不小于 20000', explanation: null }] })),
    ).toContain('学生数应不小于 20000')
  })

  test('in a coarser unit says so on the cover and above each table, its parts add up, and each adjustment is listed', () => {
    const values = printValues({ 'A1.01.3': '12345', 'A1.02.4': '14949', 'A1.03.4': '14949', 'A1.01.4': '29898' })
    const asFiled = content({ groups: [{ ...county, values }] })
    const text = plainText(summaryHtml(summaryIn(asFiled, '万元'), ''))
    expect(text).toContain('金额以万元列示')
    expect(text).toContain('计量单位：人、万元')
    expect(text).toMatch(/合计 01 — — 12345 2\.99 .*一年级 02 — 1\.50 二年级 03 — 1\.49 /)
    expect(text).toContain('舍位平衡： 为使分项之和等于合计，下列各数不按四舍五入列示：行(02)列(4) 1.49 → 1.50。')
    expect(plainText(summaryHtml(asFiled, ''))).not.toContain('舍位平衡')
  })

  test('one part a group', () => {
    const text = plainText(summary({ groups: [county, { ...county, title: '梅山镇', filed: 20, expected: 20 }] }))
    expect(text).toContain('汇总范围：梅山镇')
    expect(text).toContain('汇总自 20/20 个单位')
  })
})
