import type { FileProblem } from '../../../shared/api/batch.ts'
import type { Fact } from '../../../shared/filing/facts.ts'
import type { PackedFacts } from '../../../shared/filing/packed.ts'
import { shortened } from '../../../shared/cell-types/shortened.ts'
import { problem, type Problem } from '../../../shared/problem.ts'
import type { CellRef } from '../../../shared/words.ts'
import { formatAddress } from '../xlsx/address.ts'
import type { TypedOver } from '../return.ts'
import type { XlsxCell, XlsxSheet } from '../xlsx/book.ts'
import { plainDecimal } from '../xlsx/number-text.ts'

/** The findings of reading a return: packed facts, and problems cell by cell. */
export type ReadFindings = {
  cells: number[]
  numbers: number[]
  others: [CellRef, Fact][]
  refused: [CellRef, string][]
  typedOver: TypedOver[]
  problems: FileProblem[]
  /** The number of problems beyond the listed ones. */
  leftOut: number
  structureChanged: boolean
}

/** The largest number of listed problems, because nobody works through more; the rest is counted. */
const mostProblems = 500
/** The largest number of typed-over cells; a file without any formula has one per computed cell. */
const mostTypedOver = 20_000
/** The longest text of an Excel cell. */
const longestRefused = 32_767

export function emptyReport(): ReadFindings {
  return { cells: [], numbers: [], others: [], refused: [], typedOver: [], problems: [], leftOut: 0, structureChanged: false }
}

/** The place of a problem: a sheet, and a cell when there is one, with its found and expected content. */
export type SheetCell = { sheet: XlsxSheet | null; row?: number; column?: number; found?: string; expected?: string }

/** Lists a problem with its place, the found and the expected content. */
export function addProblem(report: ReadFindings, what: Problem, { sheet, row, column, found, expected }: SheetCell): void {
  if (report.problems.length >= mostProblems) {
    report.leftOut += 1
    return
  }
  const cell = row === undefined || column === undefined ? null : formatAddress(row, column)
  report.problems.push({
    sheet: sheet?.name ?? null,
    cell,
    found: found === undefined ? null : shortened(found),
    expected: expected ?? null,
    problem: what,
  })
}

/** Lists a problem that shows a changed form (verdict 改表). */
export function addStructureProblem(report: ReadFindings, what: Problem, spot: SheetCell): void {
  report.structureChanged = true
  addProblem(report, what, spot)
}

/** Lists a figure without a place in the scheme; `structure` is for a figure beside the form's rows and columns, which were changed. */
export function addStray(report: ReadFindings, sheet: XlsxSheet, cell: XlsxCell, where: 'structure' | 'cells'): void {
  if (where === 'structure') report.structureChanged = true
  addProblem(report, problem('no-place', { found: shortened(cell.text) }), { sheet, row: cell.row, column: cell.column, found: cell.text })
}

/** Keeps a number typed over the formula of a computed cell; the judging compares it with the computed value. */
export function addTypedOver(report: ReadFindings, sheet: XlsxSheet, found: XlsxCell, cell: CellRef): void {
  const text = found.kind === 'number' && !found.formula ? plainDecimal(found.text) : null
  if (text !== null && report.typedOver.length < mostTypedOver)
    report.typedOver.push({ cell, sheet: sheet.name, address: formatAddress(found.row, found.column), text })
}

/** Keeps a content that does not fit its cell, unchanged; `=` for a formula without a value. */
export function addRefused(report: ReadFindings, ref: CellRef, cell: XlsxCell): void {
  report.refused.push([ref, cell.kind === 'formula-without-value' ? '=' : cell.text.slice(0, longestRefused)])
}

export function packedFacts({ cells, numbers, others }: ReadFindings): PackedFacts {
  return { cells: Int32Array.from(cells), numbers: Float64Array.from(numbers), others }
}

/** The listed problems, with a last line for the number of those left out. */
export function listedProblems(report: ReadFindings): FileProblem[] {
  if (report.leftOut === 0) return report.problems
  return [
    ...report.problems,
    { sheet: null, cell: null, found: null, expected: null, problem: problem('problems-left-out', { count: report.leftOut }) },
  ]
}
