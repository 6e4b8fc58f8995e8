import { expect, test } from 'vitest'
import { NOT_APPLICABLE, type Fact } from '../../../../shared/filing/facts.ts'
import { readSheets } from './returned.ts'
import { demoInputs, loadDemoCounty, loadMinsheng } from '../../../builders/demo-returns.ts'
import { readReturn } from '../../../../electron/workbook/read-return/read-return.ts'
import { unpackFacts } from '../../../../shared/filing/packed.ts'
import { writeWorkbook } from '../../../../electron/workbook/write-form/write-workbook.ts'
import { count, sampleInput } from '../write-form/sample.ts'
import { readBack } from './returned.ts'

test('every return of the demo county comes back as it was written: facts, explanations, sign-off, unit, period, revision', async () => {
  const scheme = loadMinsheng()
  for (const input of demoInputs(scheme, loadDemoCounty())) {
    const read = readReturn(await writeWorkbook(input), scheme)
    if (read.outcome !== 'read') throw new Error(`${input.unit.name}: ${read.problem.code}`)
    expect(read.problems, input.unit.name).toEqual([])
    expect(read.structureChanged).toBe(false)
    expect(sorted(unpackFacts(scheme, read.content.facts)), input.unit.name).toEqual(sorted(input.facts))
    expect(sorted(read.content.explanations), input.unit.name).toEqual(sorted(input.explanations))
    expect(read.content).toMatchObject({
      scheme: 'minsheng',
      version: scheme.version,
      period: input.period,
      unit: { code: input.unit.code, name: input.unit.name },
      revision: input.revision,
      changedAt: input.changedAt,
      signOff: input.signOff,
      refused: [],
    })
  }
})

test('不适用 is written as / and read as 不适用, in every kind of cell', async () => {
  const facts = {
    'A1.01.1': NOT_APPLICABLE,
    'A1.04.1': NOT_APPLICABLE,
    'A1.06.1': NOT_APPLICABLE,
    'A1.07.1': NOT_APPLICABLE,
    'A1.08.1': NOT_APPLICABLE,
    'B-1.1.人次': NOT_APPLICABLE,
  }
  const read = await readBack(sampleInput(facts))
  expect(read.problems).toEqual([])
  expect(read.facts).toEqual(facts)
  const sheets = readSheets(await writeWorkbook(sampleInput(facts)))
  expect(sheets.filter((text) => text === '/')).toHaveLength(6)
})

test.each([
  '=1+1',
  '+86 564',
  '-',
  '@SUM(A1)',
  '\t制表符在前',
  '  两端有空格  ',
  "'撇号在前",
  '=HYPERLINK("http://x","点我")',
  '第一行\n第二行',
  '回车\r换行',
  '<b>&amp;</b>',
  '_x0041_',
  '无',
  '0012',
  '1E5',
  '𠮷野家',
  'TRUE',
  '２０２１',
])('the text %j comes back as it was', async (text) => {
  const read = await readBack(sampleInput({ 'A1.06.1': text, 'B-1.1.项目': text }))
  expect(read.problems).toEqual([])
  expect(read.facts).toEqual({ 'A1.06.1': text, 'B-1.1.项目': text })
})

test('figures come back to the last digit', async () => {
  const facts: Record<string, Fact> = {
    'A1.01.1': 0,
    'A1.01.2': count(99999),
    'A1.04.1': 1200,
    'A1.04.2': 999_980_100,
    'A1.04.3': 100,
    'A1.08.1': '1999-12-31',
    'A1.08.2': '2024-02-29',
    'A1.07.2': '企业',
  }
  expect((await readBack(sampleInput(facts))).facts).toEqual(facts)
})

test('lines keep their numbers, empty ones between them included', async () => {
  const facts = { 'B-1.1.项目': '国培', 'B-1.1.人次': count(12), 'B-1.3.项目': '县培', 'B-1.12.天数': count(2) }
  const explanations = new Map([
    ['B-2@B-1.3.人次', '面向全县教师，人次多'],
    ['A1-2@A1.03.2', '\t新建小区入住，学生增加'],
  ])
  const read = await readBack(sampleInput(facts, { explanations }))
  expect(read.facts).toEqual(facts)
  expect(new Map(read.content.explanations)).toEqual(explanations)
})

test('a blank workbook comes back with no facts and without a complaint', async () => {
  const read = await readBack(
    sampleInput(
      {},
      { blank: true, revision: 0, changedAt: '', signOff: { head: '', statistician: '', filler: '', phone: '', reportedOn: null } },
    ),
  )
  expect(read.facts).toEqual({})
  expect(read.problems).toEqual([])
  expect(read.content).toMatchObject({ revision: 0, changedAt: null, explanations: [], signOff: { head: '', reportedOn: null } })
})

test('text that did not fit its cell is still there, and refused again with its place', async () => {
  const read = await readBack(
    sampleInput(
      {},
      {
        refused: new Map([
          ['A1.01.1', '12人次'],
          ['A1.08.1', '去年九月'],
        ]),
      },
    ),
  )
  expect(read.content.refused).toEqual([
    ['A1.01.1', '12人次'],
    ['A1.08.1', '去年九月'],
  ])
  expect(read.problems.map(({ sheet, cell, found, problem }) => [sheet, cell, found, problem.code])).toEqual([
    ['A1 在校生', 'D8', '12人次', 'wrong-unit'],
    ['A1 在校生', 'D15', '去年九月', 'not-a-date'],
  ])
})

function sorted<Value>(entries: Iterable<readonly [string, Value]>): (readonly [string, Value])[] {
  return [...entries].sort(([a], [b]) => (a < b ? -1 : 1))
}
