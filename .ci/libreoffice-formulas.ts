/**
 * Compares the values of formulas in LibreOffice with evaluate() (docs/design/promises.md: Promise 8): the table of cases, the functions'
 * examples and many random formulas, in one workbook that LibreOffice recalculates.
 * Usage: node .ci/libreoffice-formulas.ts [how many] [seed]. Fails on any difference; exits with 0 and a notice without LibreOffice.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { toBinary, type Decimal } from '../shared/decimal/decimal.ts'
import type { Bound } from '../shared/formula/bound/bound.ts'
import { evaluate } from '../shared/formula/run/evaluate.ts'
import type { Value } from '../shared/formula/bound/cell-source.ts'
import { FUNCTIONS } from '../shared/formula/functions/list.ts'
import { toExcel } from '../shared/formula/excel/to-excel.ts'
import { CASES } from '../test/shared/formula/cases.ts'
import { EXAMPLE_CELLS } from '../test/shared/formula/functions/example.ts'
import { randomContents, randomFormula, seeded } from '../test/shared/formula/generator.ts'
import { sourceOf, tryToBind, WORLD, type Contents } from '../test/shared/formula/world.ts'

const KEYS = Object.keys(WORLD.cells ?? {})
const LIST_COLUMNS = ['PX.类别', 'PX.人次', 'PX.日期', 'BJ.人数']
const ROWS_EACH = 5
/** The cells that hold a formula in the workbook, like computed cells; a blank one holds the formula of an empty text. */
const COMPUTED = ['c', 'x']
/** The cells whose blank is written as 不适用, a slash. */
const NOT_APPLICABLE = ['d', 'u']

type Sample = { source: string; contents: Contents; bound: Bound; expected: Value; excel: string }

const [many = '500', seed = '20211201'] = process.argv.slice(2)
const program = findLibreOffice()
if (program === null) {
  console.log('LibreOffice is not installed: formulas were NOT checked against a spreadsheet')
  process.exit(0)
}
const samples = collect(Number(many), Number(seed))
const results = await recalculate(samples, program)
const wrong = samples.filter((sample, i) => !same(sample.expected, results[i]))
for (const sample of wrong.slice(0, 20)) {
  const i = samples.indexOf(sample)
  console.log(
    `${sample.source}\n  ${JSON.stringify(sample.contents)}\n  =${sample.excel}\n  here ${show(sample.expected)}, in the spreadsheet ${JSON.stringify(results[i])}`,
  )
}
console.log(`${samples.length} formulas recalculated by LibreOffice, ${wrong.length} different`)
process.exitCode = wrong.length > 0 ? 1 : 0

function collect(count: number, from: number): Sample[] {
  const random = seeded(from)
  const examples = FUNCTIONS.filter(({ acrossUnits }) => !acrossUnits).map(({ example }) => ({
    source: example.formula,
    contents: EXAMPLE_CELLS,
  }))
  const written = [...CASES.map(({ formula, contents }) => ({ source: formula, contents })), ...examples]
  const made = Array.from({ length: count }, () => {
    const type = random.pick(['number', 'number', 'number', 'boolean', 'boolean', 'text', 'date'] as const)
    return { source: randomFormula(random, type, 1 + random.below(3)), contents: randomContents(random) }
  })
  const found: Sample[] = []
  for (const { source, contents } of [...written, ...made]) {
    const bound = tryToBind(source)
    if (!bound.ok) throw new Error(`${source}: ${JSON.stringify(bound.problems)}`)
    const excel = toExcel(bound.bound, addressesOfRow(found.length))
    if (excel !== null) found.push({ source, contents, bound: bound.bound, expected: evaluate(bound.bound, sourceOf(contents)), excel })
  }
  return found
}

function addressesOfRow(row: number): Parameters<typeof toExcel>[1] {
  const address = (sheet: string, column: number): string => `${sheet}!$${letters(column)}$${row + 1}`
  return {
    cell: (key) => address("'数据 1'", KEYS.indexOf(key)),
    prior: (key) => address('P', KEYS.indexOf(key)),
    parameter: (name) => address('H', (WORLD.parameters ?? []).indexOf(name)),
    unit: (name) => address('H', 5 + Object.keys(WORLD.attributes ?? {}).indexOf(name)),
    listColumn: (table, column) => {
      const at = letters(LIST_COLUMNS.indexOf(`${table}.${column}`))
      return `L!$${at}$${row * ROWS_EACH + 1}:$${at}$${row * ROWS_EACH + ROWS_EACH}`
    },
    computed: (key) => COMPUTED.includes(key),
  }
}

function letters(column: number): string {
  return String.fromCharCode(65 + column)
}

async function recalculate(all: readonly Sample[], soffice: string): Promise<unknown[]> {
  const folder = mkdtempSync(join(tmpdir(), 'formulas-'))
  try {
    const workbook = new ExcelJS.Workbook()
    const [data, prior, hidden, lists, out] = ['数据 1', 'P', 'H', 'L', 'F'].map((name) => workbook.addWorksheet(name))
    all.forEach(({ contents, excel }, row) => {
      writeCells(data!.getRow(row + 1), contents, true)
      if (contents.prior !== undefined) writeCells(prior!.getRow(row + 1), contents.prior, false)
      WORLD.parameters?.forEach((name, i) => put(hidden!.getRow(row + 1).getCell(i + 1), contents.parameters?.[name], 'number'))
      Object.keys(WORLD.attributes ?? {}).forEach((name, i) => put(hidden!.getRow(row + 1).getCell(i + 6), contents.unit?.[name], 'text'))
      LIST_COLUMNS.forEach((name, column) => {
        const [table = '', part = ''] = name.split('.')
        contents.rows?.[table]?.[part]?.forEach((text, i) =>
          put(lists!.getRow(row * ROWS_EACH + i + 1).getCell(column + 1), text, WORLD.lists![table]![part]!),
        )
      })
      out!.getCell(row + 1, 1).value = { formula: excel } as ExcelJS.CellFormulaValue
    })
    await workbook.xlsx.writeFile(join(folder, 'in.xlsx'))
    execFileSync(
      soffice,
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        'xlsx:Calc MS Excel 2007 XML',
        '--outdir',
        join(folder, 'out'),
        join(folder, 'in.xlsx'),
      ],
      { stdio: 'pipe' },
    )
    const read = new ExcelJS.Workbook()
    await read.xlsx.readFile(join(folder, 'out', 'in.xlsx'))
    return all.map((_, row) => read.getWorksheet('F')!.getCell(row + 1, 1).result)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function writeCells(row: ExcelJS.Row, contents: Contents, current: boolean): void {
  KEYS.forEach((key, i) => {
    const text = contents.cells?.[key]
    const cell = row.getCell(i + 1)
    const type = WORLD.cells![key]!
    if (current && COMPUTED.includes(key))
      cell.value = { formula: text === null || text === undefined ? '""' : text } as ExcelJS.CellFormulaValue
    else if (current && NOT_APPLICABLE.includes(key) && (text === null || text === undefined)) cell.value = '/'
    else put(cell, text, type)
  })
}

function put(cell: ExcelJS.Cell, text: string | null | undefined, type: 'number' | 'text' | 'date'): void {
  if (text === null || text === undefined || text === '') return
  cell.value = type === 'number' ? Number(text) : type === 'date' ? new Date(`${text}T00:00:00Z`) : text
}

function same(expected: Value, found: unknown): boolean {
  if (expected === null) return found === '' || found === undefined || found === null
  if (typeof expected === 'boolean') return found === expected
  if (typeof expected === 'string' && typeof found === 'number') return isoDay(found) === expected
  if (typeof expected === 'string') return found === expected || (found instanceof Date && found.toISOString().startsWith(expected))
  const figure = toBinary(expected as Decimal)
  return typeof found === 'number' && Math.abs(found - figure) <= 1e-9 * Math.max(1, Math.abs(figure))
}

function isoDay(serial: number): string {
  return new Date(Math.round((serial - 25569) * 86_400_000)).toISOString().slice(0, 10)
}

function show(value: Value): string {
  return value === null
    ? 'blank'
    : typeof value === 'string' || typeof value === 'boolean'
      ? JSON.stringify(value)
      : String(toBinary(value))
}

function findLibreOffice(): string | null {
  for (const name of ['soffice', 'libreoffice']) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8' }).trim()
    } catch {
      // The program is not installed under this name.
    }
  }
  return null
}
