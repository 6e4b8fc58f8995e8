import { read as openSheetJs, write as writeSheetJs } from '@e965/xlsx'
import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { NOT_APPLICABLE, type Fact } from '../../../../shared/filing/facts.ts'
import { unpackFacts } from '../../../../shared/filing/packed.ts'
import { demoInputs, loadDemoCounty, loadMinsheng } from '../../../builders/demo-returns.ts'
import { readReturn } from '../../../../electron/workbook/read-return/read-return.ts'
import { writeWorkbook } from '../../../../electron/workbook/write-form/write-workbook.ts'
import { count, sampleInput } from '../write-form/sample.ts'
import { returned } from './returned.ts'

/** Returns that another program opened and saved, with its own styles, names, strings, relations and order of parts. */
type Program = [name: string, save: (bytes: Uint8Array) => Promise<Uint8Array>]

const programs: Program[] = [
  [
    'SheetJS',
    async (bytes) =>
      new Uint8Array(
        writeSheetJs(openSheetJs(bytes, { cellStyles: true, cellNF: true }), {
          type: 'buffer',
          bookType: 'xlsx',
          bookSST: true,
        }) as ArrayBuffer,
      ),
  ],
  [
    'SheetJS, with shared strings spelled out',
    async (bytes) => new Uint8Array(writeSheetJs(openSheetJs(bytes), { type: 'buffer', bookType: 'xlsx' }) as ArrayBuffer),
  ],
  [
    'exceljs',
    async (bytes) => {
      const book = new ExcelJS.Workbook()
      await book.xlsx.load(bytes as unknown as ArrayBuffer, { ignoreNodes: ['dataValidations'] })
      return new Uint8Array(await book.xlsx.writeBuffer())
    },
  ],
]

const facts: Record<string, Fact> = {
  'A1.01.1': count(11),
  'A1.01.2': 0,
  'A1.02.2': NOT_APPLICABLE,
  'A1.04.1': 123400,
  'A1.06.1': '照实填报，=1+1',
  'A1.07.2': '食堂',
  'A1.08.3': '2021-09-01',
  'B-1.1.项目': '国培',
  'B-1.1.人次': count(120),
  'B-1.3.项目': '+县培',
  'B-1.3.天数': count(5),
}
const explanations = new Map([
  ['B-2@B-1.1.人次', '面向全县'],
  ['A1-2@A1.03.1', '新建小区入住'],
])

describe.each(programs)('saved by %s', (_name, save) => {
  test('a return with every kind of cell is the same return', async () => {
    const input = sampleInput(facts, { explanations })
    const read = returned(await save(await writeWorkbook(input)))
    expect(read.problems).toEqual([])
    expect(read.structureChanged).toBe(false)
    expect(read.facts).toEqual(facts)
    expect(new Map(read.content.explanations)).toEqual(explanations)
    expect(read.content).toMatchObject({
      unit: { code: input.unit.code },
      revision: input.revision,
      changedAt: input.changedAt,
      signOff: { head: '张三', reportedOn: '2021-12-10' },
    })
  })

  test('returns of the demo county are the same returns', async () => {
    const scheme = loadMinsheng()
    const inputs = demoInputs(scheme, loadDemoCounty())
    const chosen = [inputs[0]!, ...[...new Map(inputs.map((input) => [input.unit.kind, input])).values()]]
    for (const input of chosen) {
      const read = readReturn(await save(await writeWorkbook(input)), scheme)
      if (read.outcome !== 'read') throw new Error(read.problem.code)
      expect(read.problems, input.unit.name).toEqual([])
      expect(unpackFacts(scheme, read.content.facts), input.unit.name).toEqual(input.facts)
      expect(new Map(read.content.explanations)).toEqual(input.explanations)
    }
  })
})
