import { expect, test } from 'vitest'
import { display } from '../../shared/decimal/display.ts'
import type { Decimal } from '../../shared/decimal/decimal.ts'
import { filingSource } from '../../shared/filing/compute.ts'
import type { Fact } from '../../shared/filing/facts.ts'
import { runChecks } from '../../shared/check/run-checks.ts'
import { unitAttribute } from '../../shared/unit/unit.ts'
import { cellRef } from '../../shared/words.ts'
import { readXlsx } from '../../electron/workbook/xlsx/read-xlsx.ts'
import { formatAddress } from '../../electron/workbook/xlsx/address.ts'
import type { WorkbookInput } from '../../electron/workbook/write-form/input.ts'
import { writeWorkbook } from '../../electron/workbook/write-form/write-workbook.ts'
import { demoInputs, loadDemoCounty, loadMinsheng } from '../../test/builders/demo-returns.ts'
import { placesIn } from '../../test/builders/fill-workbook.ts'
import { openBook, workbookRows } from '../../test/builders/shown.ts'
import { closeParts, openParts, putCells } from '../../test/electron/workbook/read-return/change-workbook.ts'
import { calculated, differences } from '../calculated.ts'
import { filledWrongly } from '../fill-wrongly.ts'
import { recalculate } from '../libreoffice.ts'

/**
 * The formulas of an exported workbook, recalculated by LibreOffice, give the app's values: every computed cell, every
 * check's mark, every sentence; for units of every kind, as filed, with wrong figures, and empty.
 */
const scheme = loadMinsheng()
const inputs = demoInputs(scheme, loadDemoCounty())
const kinds = [...new Map(inputs.map((input) => [input.unit.kind, input])).values()]
const merged = inputs.find((input) => input.unit.kind === '教学点' && input.explanations.size > 0)

function wrongly(input: WorkbookInput, seed: number): WorkbookInput {
  return { ...input, facts: filledWrongly(scheme, input.tables, seed), explanations: new Map() }
}

const files = new Map<string, { input: WorkbookInput; bytes: Uint8Array }>()
for (const input of [...kinds, ...(merged === undefined ? [] : [merged])]) {
  const variants = {
    filed: input,
    empty: { ...input, facts: new Map<string, Fact>(), explanations: new Map<string, string>() },
    wrong1: wrongly(input, 7),
    wrong2: wrongly(input, 20_211),
    wrong3: wrongly(input, 31),
    wrong4: wrongly(input, 4),
    alone: { ...wrongly(input, 99), prior: null },
  }
  for (const [name, variant] of Object.entries(variants))
    files.set(`${input.unit.code}-${name}`, { input: variant, bytes: await writeWorkbook(variant) })
}
const [primary] = kinds.filter((input) => input.unit.kind === '小学')
/** The name of a file with one pupil more than the stored results of its formulas count. */
const typed = 'typed'
const recalculated = recalculate(new Map([...[...files].map(([name, { bytes }]) => [name, bytes] as const), [typed, await oneMorePupil()]]))

async function oneMorePupil(): Promise<Uint8Array> {
  const bytes = files.get(`${primary?.unit.code}-filed`)?.bytes ?? new Uint8Array()
  const place = placesIn(bytes).get('MS00.03.3')
  const parts = openParts(bytes)
  if (place === undefined) throw new Error('MS00.03.3 has no place')
  putCells(parts, place.sheet, { [formatAddress(place.row, place.column)]: pupils() + 1 })
  return closeParts(parts)
}

function pupils(): number {
  return (primary?.facts.get('MS00.03.3') as number) / 10_000
}

test('LibreOffice did calculate: a figure typed into a file moves its totals', () => {
  const [ours, theirs] = [
    calculated(files.get(`${primary?.unit.code}-filed`)?.bytes ?? new Uint8Array()),
    calculated(recalculated.get(typed) ?? new Uint8Array()),
  ]
  const moved = [...ours].filter(([at, text]) => Number(text) === pupils() && Number(theirs.get(at)) === pupils() + 1)
  expect(moved.length).toBeGreaterThan(1)
})

test.each([...files.keys()])('%s: every formula comes to what the program wrote', (name) => {
  const [ours, theirs] = [calculated(files.get(name)?.bytes ?? new Uint8Array()), calculated(recalculated.get(name) ?? new Uint8Array())]
  expect(ours.size).toBeGreaterThan(60)
  expect(differences(ours, theirs)).toEqual([])
})

test.each([...files.keys()])(
  '%s: every computed cell shows in the spreadsheet what the screen shows, and every check has its mark',
  (name) => {
    const { input } = files.get(name) as { input: WorkbookInput }
    const source = filingSource(scheme, input.facts, {
      unit: (attribute) => unitAttribute(input.unit, attribute),
      parameters: input.parameters,
      prior: input.prior,
    })
    const book = openBook(recalculated.get(name) ?? new Uint8Array())
    for (const table of input.tables) {
      if (table.kind === 'list') continue
      const rows = workbookRows(book.sheets[book.names.find((one) => one.startsWith(table.code)) ?? ''] ?? {}, table)[0] ?? []
      table.leafRows.forEach((row, at) =>
        table.leafColumns.forEach((column, across) => {
          const ref = cellRef(table.code, row.code, column.code)
          const cell = scheme.cells.get(ref)
          if (cell?.state !== 'computed') return
          const value = source.computed.get(ref) ?? null
          const shown = value === null ? '' : typeof value === 'string' ? value : display(value as Decimal, cell.show)
          expect([ref, rows[at]?.[across]]).toEqual([ref, shown])
        }),
      )
    }
    const failing = new Set(runChecks(scheme, 'unit', source, input.facts, input.tables).map((failure) => failure.check))
    const marks = readXlsx(recalculated.get(name) ?? new Uint8Array()).sheets.find((sheet) => sheet.name === '审核')?.cells ?? []
    const marked = new Set(
      marks
        .filter((cell) => cell.column === 6 && cell.text === '✘')
        .map((cell) => marks.find((other) => other.row === cell.row && other.column === 1)?.text ?? ''),
    )
    expect([...marked].sort()).toEqual([...failing].sort())
  },
)

test('the wrong figures make most checks of the scheme fail somewhere, so that their marks were tried both ways', () => {
  const failed = new Set<string>()
  const held = new Set<string>()
  for (const bytes of recalculated.values()) {
    const cells = readXlsx(bytes).sheets.find((sheet) => sheet.name === '审核')?.cells ?? []
    for (const { row, column, text } of cells) {
      const id = column === 6 ? cells.find((cell) => cell.row === row && cell.column === 1)?.text : undefined
      if (id !== undefined) (text === '✘' ? failed : held).add(id)
    }
  }
  const unitChecks = scheme.checks.filter((check) => check.scope === 'unit').map((check) => check.id)
  expect(unitChecks.filter((id) => !failed.has(id)).length, String(unitChecks.filter((id) => !failed.has(id)))).toBeLessThan(
    unitChecks.length / 5,
  )
  expect(unitChecks.filter((id) => !held.has(id))).toEqual([])
})
