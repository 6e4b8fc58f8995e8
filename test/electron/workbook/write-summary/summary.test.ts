import { describe, expect, it } from 'vitest'
import { fromText } from '../../../../shared/decimal/decimal.ts'
import { NOT_APPLICABLE } from '../../../../shared/filing/facts.ts'
import type { Indicator } from '../../../../shared/scheme/scheme.ts'
import { summaryIn, type Summary, type SummaryGroup } from '../../../../shared/summary/summary.ts'
import { writeSummary } from '../../../../electron/workbook/write-summary/summary.ts'
import { printScheme, printValues } from '../../print/print-scheme.ts'
import { openBytes } from '../write-form/open-workbook.ts'
import { count, sampleScheme } from '../write-form/sample.ts'

const coverage: Indicator = {
  code: '覆盖率',
  source: '',
  bound: null as never,
  show: '0.00%',
  unit: '%',
  target: { operator: '>=', value: count(1), source: '>= 100%' },
  higher: 'better',
  note: '',
  each: null,
}

function group(title: string, more: Partial<SummaryGroup> = {}): SummaryGroup {
  return {
    title,
    filed: 183,
    expected: 186,
    missing: [{ code: '1', name: '白水小学' }],
    values: new Map<string, never>(
      Object.entries({
        'A1.01.1': count(12_345),
        'A1.01.2': count(0),
        'A1.02.1': NOT_APPLICABLE,
        'A1.04.1': 12_346_700,
        'A1.09.1': fromText('0.0430'),
        'A1.09.2': fromText('0.33333333333333333333'),
        'A1.06.1': '=1+1',
        'B-1.1.项目': '国培计划',
        'B-1.1.人次': count(30),
        'B-1.2.项目': '省培计划',
        'B-1.2.人次': count(45),
      }) as never,
    ),
    indicators: [{ indicator: coverage, value: fromText('0.98765'), shown: '98.77%', met: false }],
    roundings: new Map(),
    ...more,
  }
}

function input(groups: readonly SummaryGroup[]): Summary {
  const scheme = sampleScheme()
  return {
    scheme,
    collector: '样例县教育局',
    periodTitle: '2021 年度',
    tables: scheme.tables,
    groups,
    findings: [{ check: 'X-1', cell: 'A1.03.1', message: '合计应等于各校之和', explanation: null }],
    evaluation: {
      full: '40',
      score: '37.5',
      grade: '优秀',
      vetoes: [{ code: 'V1', text: '瞒报', effect: '不合格' }],
      items: [
        {
          code: '1',
          title: '组织',
          points: '3',
          score: '2.25',
          reason: '缺一份文件',
          how: 'manual',
          explain: '',
          responsible: ['办公室', '计财股'],
          deadline: null,
          evidence: false,
          flags: [],
          items: [],
        },
      ],
      departments: [],
    },
    money: null,
    time: '2021-12-24T08:00:00Z',
  }
}

describe('a summary written as a workbook', () => {
  it('has a sheet a table between the groups and the indicators, evaluation and findings', async () => {
    const { book } = openBytes(await writeSummary(input([group('全县')])))
    expect(book.SheetNames).toEqual(['汇总范围', 'A1 在校生', 'B-1 培训', '指标', '评价', '汇总审核'])
  })

  it('always says from how many units it is drawn', async () => {
    const { at } = openBytes(await writeSummary(input([group('全县')])))
    expect(at('A1 在校生', 'A3')?.v).toBe('汇总自 183/186 个单位，未报 3 个')
    expect(at('汇总范围', 'E4')?.v).toBe('白水小学')
  })

  it('holds totals as numbers in the format they are printed in', async () => {
    const { at } = openBytes(await writeSummary(input([group('全县')])))
    expect(at('A1 在校生', 'D8')).toMatchObject({ t: 'n', v: 12_345 })
    expect(at('A1 在校生', 'E8')).toMatchObject({ t: 'n', v: 0 })
    expect(at('A1 在校生', 'D11')).toMatchObject({ t: 'n', v: 1234.67, z: '0.00' })
    expect(at('A1 在校生', 'D16')).toMatchObject({ t: 'n', w: '4.30%' })
    expect(at('A1 在校生', 'E16'), 'a share without an end is a number as well').toMatchObject({ t: 'n', w: '33.33%' })
    expect(at('A1 在校生', 'D9')?.v).toBe('/')
    expect(at('A1 在校生', 'E12')?.v).toBe('—')
    expect(at('A1 在校生', 'E11')?.v).toBeUndefined()
    expect(at('指标', 'E4')).toMatchObject({ t: 'n', v: 0.98765, w: '98.77%' })
    expect(at('指标', 'F4')?.v).toBe('未达到')
    expect(['C4', 'D4', 'D5'].map((address) => at('评价', address)?.w)).toEqual(['3', '2.25', '37.5'])
  })

  it('leaves no bare point behind a percentage without a fraction', async () => {
    const share = { ...coverage, show: '0.##%' }
    const indicators = [
      { indicator: share, value: fromText('1'), shown: '100%', met: true },
      { indicator: share, value: fromText('0.9556'), shown: '95.56%', met: false },
    ]
    const { at } = openBytes(await writeSummary(input([group('全县', { indicators })])))
    expect([at('指标', 'E4')?.w, at('指标', 'E5')?.w]).toEqual(['100%', '95.56%'])
  })

  it('keeps text that begins like a formula as text', async () => {
    const { at } = openBytes(await writeSummary(input([group('全县')])))
    expect(at('A1 在校生', 'D13')).toMatchObject({ t: 's', v: '=1+1' })
    expect(at('A1 在校生', 'D13')?.f).toBeUndefined()
  })

  it('stands several groups below one another, each with its own head', async () => {
    const { at } = openBytes(await writeSummary(input([group('梅山镇'), group('青山镇', { filed: 12, expected: 12, missing: [] })])))
    const titles = Array.from({ length: 60 }, (_, index) => String(at('A1 在校生', `A${index + 1}`)?.v ?? '')).filter((text) =>
      text.includes('汇总范围'),
    )
    expect(titles).toEqual(['汇总单位：样例县教育局　　汇总范围：梅山镇', '汇总单位：样例县教育局　　汇总范围：青山镇'])
    expect(at('指标', 'F3')?.v).toBe('青山镇')
  })

  it('shows every line of a list', async () => {
    const { at } = openBytes(await writeSummary(input([group('全县')])))
    expect(['A7', 'B7', 'C7', 'A8', 'B8', 'C8'].map((address) => at('B-1 培训', address)?.v)).toEqual([
      1,
      '国培计划',
      30,
      2,
      '省培计划',
      45,
    ])
  })

  it('is the same file, byte for byte, whenever it is written', async () => {
    expect(await writeSummary(input([group('全县')]))).toEqual(await writeSummary(input([group('全县')])))
  })

  it('shows money in a coarser unit as the balanced figures that are printed, and lists what was adjusted', async () => {
    const scheme = printScheme()
    const values = printValues({ 'A1.01.3': '12345', 'A1.02.4': '14949', 'A1.03.4': '14949', 'A1.01.4': '29898' })
    const filed = { ...input([group('全县', { values, indicators: [] })]), scheme, tables: scheme.tables, findings: [] }
    const opened = openBytes(await writeSummary(summaryIn(filed, '万元')))
    const texts = Object.values(opened.book.Sheets['A1 在校学生情况'] ?? {}).map((cell: { v?: unknown }) => cell.v)
    expect(['F11', 'F12', 'F13'].map((address) => opened.at('A1 在校学生情况', address)).map((cell) => [cell?.v, cell?.w])).toEqual([
      [2.99, '2.99'],
      [1.5, '1.50'],
      [1.49, '1.49'],
    ])
    expect(texts).toContain('计量单位：人、万元')
    expect(texts).toContain('舍位平衡：为使分项之和等于合计，下列各数不按四舍五入列示：行(02)列(4) 1.49 → 1.50。')
    expect(opened.at('汇总范围', 'A2')?.v).toContain('金额以万元列示')
  })
})
