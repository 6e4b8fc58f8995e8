import { parseCellRef, type TableCode } from '../../../shared/words.ts'
import type { XlsxName, XlsxTarget } from '../xlsx/book.ts'
import type { ManifestNames } from './manifest.ts'
import { mostLines, type SchemeShape, type Shape } from './shape.ts'

/**
 * The position of one table by its defined names. Positions are rows and columns of the sheet, from 1; 0 where the names
 * disagree or are gone. `lines` of a list: sheet row → number of the line.
 */
export type NamedTable = {
  sheet: string
  rows: Int32Array
  columns: Int32Array
  lines: ReadonlyMap<number, number>
  /** Targets of this table's names on other sheets. */
  elsewhere: readonly XlsxTarget[]
}

export type Named = {
  /** Every table with names in the manifest; null when none of its names points anywhere. */
  tables: ReadonlyMap<TableCode, NamedTable | null>
  signs: ReadonlyMap<string, XlsxTarget>
  /** `CHECK@CELL` → the place of its explanation. */
  whys: ReadonlyMap<string, XlsxTarget>
}

/**
 * Reads the positions of tables from the names of a workbook: a row or column stands where most of its names point. A single
 * name proves nothing, because cutting a figure and pasting it elsewhere takes the cell's name along
 * (docs/design/workbook.md: Finding cells).
 */
export function readNamed(names: readonly XlsxName[], manifest: ManifestNames, shape: SchemeShape): Named {
  const held = known.get(names)?.get(manifest)
  if (held?.shape === shape) return held.named
  const targets = targetsOf(names)
  const byTable = new Map<Shape, Vote[]>()
  for (const [name, ref] of manifest.cells) {
    const spot = spotOf(ref, shape)
    if (spot === null) continue
    const votes = byTable.get(spot.shape) ?? []
    byTable.set(spot.shape, votes)
    const target = targets.get(name)
    if (target !== undefined) votes.push({ ...spot, target })
  }
  const tables = new Map<TableCode, NamedTable | null>()
  for (const table of shape.tables) {
    const votes = byTable.get(table)
    if (votes !== undefined) tables.set(table.table.code, votes.length === 0 ? null : namedTable(table, votes))
  }
  const named = { tables, signs: standing(manifest.signs, targets), whys: standing(manifest.whys, targets) }
  known.set(names, new WeakMap([[manifest, { shape, named }]]))
  return named
}

/**
 * The remembered results. Workbooks with the same names and meanings share the same two objects as keys. Both keys are weak,
 * because each object may be large.
 */
const known = new WeakMap<readonly XlsxName[], WeakMap<ManifestNames, { shape: SchemeShape; named: Named }>>()

type Vote = { shape: Shape; row: number; column: number; target: XlsxTarget }

/** The targets by name, workbook-wide names first, because a copied sheet brings local copies of the names for itself. */
function targetsOf(names: readonly XlsxName[]): Map<string, XlsxTarget> {
  const targets = new Map<string, XlsxTarget>()
  for (const local of [false, true]) {
    for (const { name, scope, target } of names) {
      const key = name.toLowerCase()
      if ((scope !== null) === local && target !== null && !targets.has(key)) targets.set(key, target)
    }
  }
  return targets
}

/** The table, row and column of a reference, null for a cell that is no input; in a list the row is the number of the line. */
function spotOf(ref: string, shape: SchemeShape): { shape: Shape; row: number; column: number } | null {
  const grid = shape.grids.get(ref)
  if (grid !== undefined) return grid.shape.places[grid.row * grid.shape.columns + grid.column] === -1 ? null : grid
  const parts = parseCellRef(ref)
  const table = parts === null ? undefined : shape.byCode.get(parts.table)
  if (parts === null || table?.kind !== 'list' || !/^[1-9]\d{0,4}$/.test(parts.row) || Number(parts.row) > mostLines) return null
  const column = table.table.leafColumns.findIndex((leaf) => leaf.code === parts.column)
  return column < 0 || table.cells[column]?.state !== 'input' ? null : { shape: table, row: Number(parts.row), column }
}

function namedTable(shape: Shape, all: readonly Vote[]): NamedTable {
  const sheet = mostFrequent(all.map(({ target }) => target.sheet.toLowerCase()))
  const votes = all.filter(({ target }) => target.sheet.toLowerCase() === sheet)
  const rows =
    shape.kind === 'grid'
      ? agreed(
          shape.rows,
          votes.map(({ row, target }) => [row, target.row]),
        )
      : new Int32Array(0)
  const columns = agreed(
    shape.columns,
    votes.map(({ column, target }) => [column, target.column]),
  )
  const lines = new Map<number, number>()
  if (shape.kind === 'list') {
    const most = votes.reduce((highest, { row }) => Math.max(highest, row), 0)
    agreed(
      most + 1,
      votes.map(({ row, target }) => [row, target.row]),
    ).forEach((at, line) => {
      if (at > 0) lines.set(at, line)
    })
  }
  return {
    sheet,
    rows,
    columns,
    lines,
    elsewhere: all.map(({ target }) => target).filter((target) => target.sheet.toLowerCase() !== sheet),
  }
}

/** The position that most votes give an index; 0 without a majority, and for all indexes that share a position. */
function agreed(size: number, votes: readonly (readonly [index: number, position: number])[]): Int32Array {
  const counts = new Map<number, Map<number, number>>()
  for (const [index, position] of votes) {
    const own = counts.get(index) ?? new Map<number, number>()
    counts.set(index, own.set(position, (own.get(position) ?? 0) + 1))
  }
  const positions = new Int32Array(size)
  const taken = new Map<number, number>()
  for (const [index, own] of counts) {
    const total = [...own.values()].reduce((sum, count) => sum + count, 0)
    const [position, count] = [...own].reduce((best, one) => (one[1] > best[1] ? one : best))
    if (count * 2 <= total) continue
    const rival = taken.get(position)
    if (rival === undefined) taken.set(position, index)
    else positions[rival] = 0
    positions[index] = rival === undefined ? position : 0
  }
  return positions
}

function mostFrequent(names: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0] as [string, number])[0]
}

function standing(names: ReadonlyMap<string, string>, targets: ReadonlyMap<string, XlsxTarget>): Map<string, XlsxTarget> {
  const found = new Map<string, XlsxTarget>()
  for (const [name, stands] of names) {
    const target = targets.get(name)
    if (target !== undefined) found.set(stands, target)
  }
  return found
}
