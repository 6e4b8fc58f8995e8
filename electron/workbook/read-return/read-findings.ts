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

/** What is gathered while a return is read: facts in their packed form, and what is wrong, cell by cell. */
export type ReadFindings = {
  cells: number[]
  numbers: number[]
  others: [CellRef, Fact][]
  refused: [CellRef, string][]
  typedOver: TypedOver[]
  problems: FileProblem[]
  /** Problems beyond those that are listed. */
  leftOut: number
  structureChanged: boolean
}

/** Nobody works through more; the rest is counted. */
const mostProblems = 500
/** A file without any formula has as many as its forms have computed cells. */
const mostTypedOver = 20_000
/** The most that an Excel cell holds. */
const longestRefused = 32_767

export function emptyReport(): ReadFindings {
  return { cells: [], numbers: [], others: [], refused: [], typedOver: [], problems: [], leftOut: 0, structureChanged: false }
}

/** Where something is wrong: a sheet, and one of its cells where there is one. */
export type SheetCell = { sheet: XlsxSheet | null; row?: number; column?: number; found?: string; expected?: string }

/** Lists a problem with its place, what was found there and what was expected. */
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

/** A problem that shows that the form is not as it was handed out (verdict 改表). */
export function addStructureProblem(report: ReadFindings, what: Problem, spot: SheetCell): void {
  report.structureChanged = true
  addProblem(report, what, spot)
}

/** A figure that has no place in the scheme; one beside the form's own rows and columns shows that its structure was changed. */
export function addStray(report: ReadFindings, sheet: XlsxSheet, cell: XlsxCell, where: 'structure' | 'cells'): void {
  if (where === 'structure') report.structureChanged = true
  addProblem(report, problem('no-place', { found: shortened(cell.text) }), { sheet, row: cell.row, column: cell.column, found: cell.text })
}

/** Keeps the number that stands in a computed cell instead of its formula: what it should be is known where the return is judged. */
export function addTypedOver(report: ReadFindings, sheet: XlsxSheet, found: XlsxCell, cell: CellRef): void {
  const text = found.kind === 'number' && !found.formula ? plainDecimal(found.text) : null
  if (text !== null && report.typedOver.length < mostTypedOver)
    report.typedOver.push({ cell, sheet: sheet.name, address: formatAddress(found.row, found.column), text })
}

/** Keeps what stood in a cell and does not fit it, as it stood. A formula without a value stood there as `=`. */
export function addRefused(report: ReadFindings, ref: CellRef, cell: XlsxCell): void {
  report.refused.push([ref, cell.kind === 'formula-without-value' ? '=' : cell.text.slice(0, longestRefused)])
}

export function packedFacts({ cells, numbers, others }: ReadFindings): PackedFacts {
  return { cells: Int32Array.from(cells), numbers: Float64Array.from(numbers), others }
}

/** The problems for people, with a last line for those that were left out. */
export function listedProblems(report: ReadFindings): FileProblem[] {
  if (report.leftOut === 0) return report.problems
  return [
    ...report.problems,
    { sheet: null, cell: null, found: null, expected: null, problem: problem('problems-left-out', { count: report.leftOut }) },
  ]
}
