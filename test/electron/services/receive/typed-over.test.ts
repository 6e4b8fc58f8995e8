import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { typedOverProblems } from '../../../../electron/services/receive/typed-over.ts'
import { findCells } from '../../../../electron/workbook/read-return/find-cells.ts'
import { filingSource } from '../../../../shared/filing/compute.ts'
import type { Fact } from '../../../../shared/filing/facts.ts'
import { parseScheme } from '../../../../shared/scheme/parse-scheme.ts'
import { problemSentence } from '../../../../shared/text/problem-sentences.ts'
import { emptyCounty } from '../../../builders/county.ts'
import { loadMinsheng } from '../../../builders/demo-returns.ts'
import { startProgram, type Program } from '../../../builders/program.ts'
import { arrive, demoReturn, demoUnits, type Return } from '../../../builders/returns.ts'
import { temporaryFolder } from '../../../builders/run-cli.ts'
import { closeParts, edit, openParts, putCells } from '../../workbook/read-return/change-workbook.ts'
import { returned } from '../../workbook/read-return/returned.ts'

/** A number typed over a formula is a problem, because the signed paper then shows another total than the county. */
describe('what is said of a number in a computed cell', () => {
  const parsed = parseScheme(
    `
scheme: small
version: '1'
title: 小
period: year
units: { all: 'kind <> ""' }
tables:
  - code: A
    title: 学生
    filed-by: all
    columns: [{ code: '1', title: 人数, type: integer }, { code: '2', title: 经费, type: decimal, decimals: 2 }, { code: '3', title: 生均, type: decimal, decimals: 4, show: '0.0%', formula: '[.2] / [.1]' }]
    rows: [{ code: '01', title: 小学 }, { code: '02', title: 初中 }, { code: '03', title: 合计, formula: '[01] + [02]' }]
    cells: { '03.3': { formula: '[.2] / [.1]' } }
  - { code: B, title: 别的, filed-by: all, columns: [{ code: '1', title: x }], rows: [{ code: '01', title: n }, { code: '02', title: 计, formula: '[01]' }] }
`,
    'small.yaml',
  )
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const { scheme } = parsed
  const facts = new Map<string, Fact>([
    ['A.01.1', 3_0000],
    ['A.01.2', 1_0000],
  ])
  const source = filingSource(scheme, facts, { unit: () => null, parameters: new Map(), prior: null })
  const said = (cell: string, text: string) =>
    typedOverProblems(
      scheme,
      scheme.tables.filter(({ code }) => code === 'A'),
      source,
      [{ cell, sheet: 'A 学生', address: 'D9', text }],
    )

  test.each([
    ['the same figure', 'A.03.1', '3', null],
    ['another figure', 'A.03.1', '5', '3'],
    ['a figure as it is shown, rounded', 'A.01.3', '0.333', null],
    ['a figure that shows otherwise', 'A.01.3', '0.334', '33.3%'],
    ['a figure as a program stored it', 'A.03.2', '1.0000000001', null],
    ['nothing is computed, 0 was written', 'A.02.3', '0', null],
    ['nothing is computed, a number was written', 'A.02.3', '0.5', ''],
    ['a table that the unit does not file', 'B.02.1', '7', null],
    ['a cell that the scheme does not have', 'X.1.1', '7', null],
  ])('%s', (_, cell, text, computed) => {
    const problems = said(cell, text)
    if (computed === null) expect(problems).toEqual([])
    else
      expect(problems).toMatchObject([
        { sheet: 'A 学生', cell: 'D9', problem: { code: 'computed-typed-over', details: { cell, computed } } },
      ])
  })
  test('the sentence names the cell, both figures, and what to do', () => {
    const [one] = said('A.03.1', '5')
    expect(problemSentence(one!.problem, 'zh')).toBe(
      '“合计·人数”（A.03.1）应自动计算，文件里却是固定的数 5；按报来的数据应为 3，汇总以此为准。请与学校核对：明细错了改明细，合计错了恢复这一格的公式，改好后重报；签字的纸表也要与之一致。',
    )
  })
  test('of very many the first are listed and the rest are counted', () => {
    const many = Array.from({ length: 130 }, () => ({ cell: 'A.03.1', sheet: 's', address: 'D9', text: '5' }))
    const problems = typedOverProblems(scheme, scheme.tables, source, many)
    expect(problems).toHaveLength(101)
    expect(problems.at(-1)?.problem).toEqual({ code: 'problems-left-out', details: { count: 30 } })
  })
})

describe('when a return comes in', () => {
  const { folder, remove } = temporaryFolder()
  const [school = '', other = ''] = demoUnits('小学')
  let county: Program
  beforeAll(async () => {
    county = await startProgram(folder, await emptyCounty(folder, [school, other]))
  })
  afterAll(() => {
    county.close()
    remove()
  })
  const total = 'MS00.02.3'

  async function changed(
    unit: string,
    change: (parts: ReturnType<typeof openParts>, sheet: string, address: string, value: number) => void,
  ): Promise<Return & { address: string; sheet: string; value: number }> {
    const { name, bytes } = await demoReturn(unit)
    const [place] = findCells(bytes, loadMinsheng(), [total])
    const value = Number(returned(bytes, loadMinsheng()).facts['MS00.03.3']) / 10_000
    const parts = openParts(bytes)
    change(parts, place!.sheet, place!.address, value)
    return { name, bytes: new Uint8Array(closeParts(parts)), address: place!.address, sheet: place!.sheet, value }
  }

  test('a total typed over is told with its place and what it should be; the facts, and the verdict, are as before', async () => {
    const file = await changed(school, (parts, sheet, address, value) => putCells(parts, sheet, { [address]: value + 7 }))
    const [told] = (await arrive(county, [file])).files
    expect(told).toMatchObject({ verdict: 'new', taken: true })
    expect(told?.problems).toEqual([
      {
        sheet: file.sheet,
        cell: file.address,
        found: String(file.value + 7),
        expected: String(file.value),
        problem: {
          code: 'computed-typed-over',
          details: { cell: total, title: '义务教育 计·在校生（在园幼儿） 计', found: String(file.value + 7), computed: String(file.value) },
        },
      },
    ])
  })

  test('a file from which a program left all formulas out, their values kept, is silent', async () => {
    const file = await changed(other, (parts, sheet) => {
      for (const name of [...parts.keys()].filter((one) => /^xl\/worksheets\/sheet\d+\.xml$/.test(one)))
        if (parts.get(name)?.includes('<f>') === true) edit(parts, name, (xml) => xml.replace(/<f>[^<]*<\/f>/g, ''))
      expect(sheet).not.toBe('')
    })
    expect(returned(file.bytes, loadMinsheng()).content.typedOver.length).toBeGreaterThan(10)
    const [told] = (await arrive(county, [file])).files
    expect(told).toMatchObject({ verdict: 'new', problems: [] })
  })

  test('in a return with its formulas nothing is even looked at', async () => {
    expect(returned((await demoReturn(school)).bytes, loadMinsheng()).content.typedOver).toEqual([])
  })
})
