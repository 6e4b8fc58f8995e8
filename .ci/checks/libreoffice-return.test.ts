import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { readReturn, type ReadOutcome } from '../../electron/workbook/read-return/read-return.ts'
import type { WorkbookInput } from '../../electron/workbook/write-form/input.ts'
import { writeWorkbook } from '../../electron/workbook/write-form/write-workbook.ts'
import { NOT_APPLICABLE, type Fact } from '../../shared/filing/facts.ts'
import { unpackFacts } from '../../shared/filing/packed.ts'
import { demoInputs, loadDemoCounty, loadMinsheng } from '../../test/builders/demo-returns.ts'
import {
  closeParts,
  dropSheet,
  loseNames,
  moveCells,
  openParts,
  putCells,
  type Parts,
} from '../../test/electron/workbook/read-return/change-workbook.ts'
import { count, sampleInput } from '../../test/electron/workbook/write-form/sample.ts'

/** Returns that a school opened and saved with LibreOffice are read without loss (docs/design/workbook.md: For whom). */
const folder = mkdtempSync(join(tmpdir(), 'xiaotong-return-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Opens workbooks with LibreOffice and saves them again, in the given format and then as .xlsx. */
function resave(files: ReadonlyMap<string, Uint8Array>, format: string): Map<string, Buffer> {
  const [from, by, to] = [mkdtempSync(join(folder, 'from-')), mkdtempSync(join(folder, 'by-')), mkdtempSync(join(folder, 'to-'))]
  for (const [name, bytes] of files) writeFileSync(join(from, `${name}.xlsx`), bytes)
  const convert = (paths: readonly string[], target: string, out: string): void => {
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
        '--headless',
        '--convert-to',
        target,
        '--outdir',
        out,
        ...paths,
      ],
      { stdio: 'pipe' },
    )
  }
  const names = [...files.keys()]
  if (format === 'xlsx')
    convert(
      names.map((name) => join(from, `${name}.xlsx`)),
      'xlsx:Calc MS Excel 2007 XML',
      to,
    )
  else {
    convert(
      names.map((name) => join(from, `${name}.xlsx`)),
      format,
      by,
    )
    convert(
      names.map((name) => join(by, `${name}.${format}`)),
      'xlsx:Calc MS Excel 2007 XML',
      to,
    )
  }
  return new Map(names.map((name) => [name, readFileSync(join(to, `${name}.xlsx`))]))
}

function same(read: ReadOutcome, input: WorkbookInput): void {
  if (read.outcome !== 'read') throw new Error(`${input.unit.name}: ${read.problem.code}`)
  expect(read.problems, input.unit.name).toEqual([])
  expect(read.structureChanged, input.unit.name).toBe(false)
  expect(unpackFacts(input.scheme, read.content.facts), input.unit.name).toEqual(input.facts)
  expect(new Map(read.content.explanations), input.unit.name).toEqual(input.explanations)
  expect(read.content.signOff).toEqual({ ...input.signOff, statistician: input.signOff.statistician ?? '' })
  expect(read.content).toMatchObject({ unit: { code: input.unit.code, name: input.unit.name }, period: input.period })
}

const facts = new Map<string, Fact>([
  ['A1.01.1', count(11)],
  ['A1.01.2', 0],
  ['A1.02.2', NOT_APPLICABLE],
  ['A1.04.1', 123400],
  ['A1.06.1', '照实填报'],
  ['A1.06.2', '=1+1'],
  ['A1.06.3', '\t制表'],
  ['A1.07.2', '食堂'],
  ['A1.08.3', '2021-09-01'],
  ['B-1.1.项目', '国培'],
  ['B-1.1.人次', count(120)],
  ['B-1.3.项目', '+县培'],
  ['B-1.3.天数', count(5)],
])
const explanations = new Map([
  ['B-2@B-1.1.人次', '面向全县'],
  ['A1-2@A1.03.1', '新建小区入住'],
])

test.each(['xlsx', 'ods', 'xls'])('returns saved as .%s and then as .xlsx are the same returns', async (format) => {
  const scheme = loadMinsheng()
  const inputs = demoInputs(scheme, loadDemoCounty())
  const kept = new Map(facts)
  // LibreOffice itself drops a tab at the start of a paragraph from an .ods.
  if (format === 'ods') kept.delete('A1.06.3')
  const chosen = [
    sampleInput(Object.fromEntries(kept), { explanations }),
    ...new Map(inputs.map((input) => [input.unit.kind, input])).values(),
  ]
  const files = new Map<string, Uint8Array>()
  for (const input of chosen) files.set(input.unit.code, await writeWorkbook(input))
  const saved = resave(files, format)
  for (const input of chosen) same(readReturn(saved.get(input.unit.code) ?? new Uint8Array(), input.scheme), input)
})

test('so are returns whose rows were moved, or that lost their names or their hidden sheet, before', async () => {
  const input = sampleInput(Object.fromEntries(facts), { explanations })
  const bytes = await writeWorkbook(input)
  const changes: Record<string, (parts: Parts) => void> = {
    moved: (parts) => moveCells(parts, 'A1 在校生', { row: (at) => at + 3 }),
    inside: (parts) => moveCells(parts, 'A1 在校生', { row: (at) => (at >= 10 ? at + 1 : at) }),
    nameless: loseNames,
    hidden: (parts) => {
      dropSheet(parts, '_xt')
      loseNames(parts)
    },
  }
  const files = new Map(
    Object.entries(changes).map(([name, change]) => {
      const parts = openParts(bytes)
      change(parts)
      return [name, closeParts(parts)]
    }),
  )
  for (const [name, saved] of resave(files, 'xlsx')) {
    const read = readReturn(saved, input.scheme)
    // Without the hidden sheet the lines are numbered through, because only the hidden sheet marks an empty line as intended.
    const lines = name === 'hidden' ? new Map([...facts].map(([ref, fact]) => [ref.replace('B-1.3.', 'B-1.2.'), fact])) : facts
    same(read, { ...input, facts: lines })
  }
})

test('what a clerk types with LibreOffice is read as typed', async () => {
  const parts = openParts(await writeWorkbook(sampleInput({}, { blank: true })))
  putCells(parts, 'A1 在校生', { D8: '１，２３４', E8: '12人', D11: 0.1, D15: { xml: '<v>44440</v>' }, E15: '2021年9月1日', D14: ' 食堂 ' })
  const read = readReturn(resave(new Map([['typed', closeParts(parts)]]), 'xlsx').get('typed') ?? new Uint8Array(), sampleInput().scheme)
  if (read.outcome !== 'read') throw new Error(read.problem.code)
  expect(Object.fromEntries(unpackFacts(sampleInput().scheme, read.content.facts))).toEqual({
    'A1.01.1': count(1234),
    'A1.04.1': 1000,
    'A1.07.1': '食堂',
    'A1.08.1': '2021-09-01',
    'A1.08.2': '2021-09-01',
  })
  expect(read.problems).toMatchObject([{ sheet: 'A1 在校生', cell: 'E8', found: '12人', problem: { code: 'wrong-unit' } }])
})
