import type { GridTable, Leaf, ListTable, Table } from '../../../shared/scheme/scheme.ts'
import { cellRef, parseCellRef, type CellRef } from '../../../shared/words.ts'
import type { XlsxBook, XlsxSheet, XlsxTarget } from '../xlsx/book.ts'
import { plainLabel } from './recognise.ts'

export type Place = { sheet: XlsxSheet; row: number; column: number }

/** Where a table's cells stand; `missing` could not be found at all, `strays` are sheet rows with figures and no place in the table. */
export type LocatedTable = { sheet: XlsxSheet | null; places: ReadonlyMap<CellRef, Place>; missing: readonly CellRef[]; strays: readonly Place[] }

/** How far down a head is searched for. */
const SEARCHED_ROWS = 60

/** Resolves defined names to places; names that are gone, or point nowhere, are left out (they become labels' work). */
export function placesByName(book: XlsxBook, names: ReadonlyMap<string, CellRef>): Map<CellRef, Place> {
  const sheets = new Map(book.sheets.map((sheet) => [sheet.name.toLowerCase(), sheet]))
  const places = new Map<CellRef, Place>()
  for (const { name, target } of book.names) {
    const ref = names.get(name.toLowerCase())
    const place = ref === undefined ? null : placeOf(target, sheets)
    if (ref !== undefined && place !== null) places.set(ref, place)
  }
  return places
}

export function placeOf(target: XlsxTarget | null, sheets: ReadonlyMap<string, XlsxSheet>): Place | null {
  const sheet = target === null ? undefined : sheets.get(target.sheet.toLowerCase())
  return target === null || sheet === undefined || !sheet.hasCells ? null : { sheet, row: target.row, column: target.column }
}

/**
 * Finds the input cells of a grid table: by name, and those whose name is gone by the labels of its sheet: the row's code
 * (or title) and the column's code (or title). Figures in rows that belong to no row of the table are strays.
 */
export function locateGrid(table: GridTable, inputs: readonly CellRef[], named: ReadonlyMap<CellRef, Place>, book: XlsxBook): LocatedTable {
  const places = new Map<CellRef, Place>()
  for (const ref of inputs) {
    const place = named.get(ref)
    if (place !== undefined) places.set(ref, place)
  }
  const sheet = mostFrequent([...places.values()].map((place) => place.sheet)) ?? sheetFor(table, book)
  if (places.size < inputs.length && sheet !== null) {
    const axes = axesOf(table, sheet)
    for (const ref of inputs) {
      const parts = parseCellRef(ref)
      const row = axes.rows.get(parts?.row ?? '')
      const column = axes.columns.get(parts?.column ?? '')
      if (!places.has(ref) && row !== undefined && column !== undefined) places.set(ref, { sheet, row, column })
    }
  }
  return { sheet, places, missing: inputs.filter((ref) => !places.has(ref)), strays: sheet === null ? [] : straysOf(sheet, places) }
}

function straysOf(sheet: XlsxSheet, places: ReadonlyMap<CellRef, Place>): Place[] {
  const here = [...places.values()].filter((place) => place.sheet === sheet)
  const rows = new Set(here.map((place) => place.row))
  const columns = new Set(here.map((place) => place.column))
  const [first, last] = [Math.min(...rows), Math.max(...rows)]
  return sheet.cells.filter((cell) => cell.row > first && cell.row < last && !rows.has(cell.row) && columns.has(cell.column) && (cell.kind === 'number') && !cell.formula).map(({ row, column }) => ({ sheet, row, column }))
}

/**
 * Finds the lines of a list table: its columns by names or head titles, then every row from the first line on, also rows
 * that were put in between or added below; a row without content in any column is no line.
 */
export function locateList(table: ListTable, named: ReadonlyMap<CellRef, Place>, book: XlsxBook): LocatedTable {
  const own = [...named].filter(([ref]) => ref.startsWith(`${table.code}.`)).map(([ref, place]) => ({ parts: parseCellRef(ref), place }))
  const sheet = mostFrequent(own.map(({ place }) => place.sheet)) ?? sheetFor(table, book)
  if (sheet === null) return { sheet, places: new Map(), missing: [...table.cells.keys()].map((column) => `${table.code}.${column}`), strays: [] }
  const columns = new Map<string, number>()
  for (const { parts, place } of own) if (parts !== null && place.sheet === sheet && !columns.has(parts.column)) columns.set(parts.column, place.column)
  const axes = columns.size < table.leafColumns.length ? axesOf(table, sheet) : null
  for (const [code, column] of axes?.columns ?? []) if (!columns.has(code)) columns.set(code, column)
  const rows = own.filter(({ place }) => place.sheet === sheet).map(({ place }) => place.row)
  const first = rows.length > 0 ? Math.min(...rows) : (axes?.firstRow ?? null)
  const missing = [...table.cells.values()].filter((cell) => cell.state === 'input' && !columns.has(cell.column)).map((cell) => `${table.code}.${cell.column}`)
  if (first === null) return { sheet, places: new Map(), missing, strays: [] }
  return { sheet, places: linePlaces(table, sheet, columns, first, rows.length > 0 ? Math.max(...rows) : first), missing, strays: [] }
}

function linePlaces(table: ListTable, sheet: XlsxSheet, columns: ReadonlyMap<string, number>, first: number, lastNamed: number): Map<CellRef, Place> {
  const inputs = [...table.cells.values()].filter((cell) => cell.state === 'input')
  const filled = new Set(sheet.cells.filter((cell) => cell.row >= first && cell.text.trim() !== '' && [...columns.values()].includes(cell.column) && !cell.formula).map((cell) => cell.row))
  const places = new Map<CellRef, Place>()
  let line = 0
  // Below the lines that were offered, an empty row ends the list: what follows are notes.
  for (let row = first; row <= lastNamed || filled.has(row); row += 1) {
    if (!filled.has(row)) continue
    line += 1
    for (const cell of inputs) {
      const column = columns.get(cell.column)
      if (column !== undefined) places.set(cellRef(table.code, line, cell.column), { sheet, row, column })
    }
  }
  return places
}

/** The sheet a table is most likely on: its code begins the sheet's name, or its title stands on it. */
export function sheetFor(table: Table, book: XlsxBook): XlsxSheet | null {
  const sheets = book.sheets.filter((sheet) => sheet.hasCells && sheet.state !== 'veryHidden')
  const coded = sheets.find((sheet) => plainLabel(sheet.name).startsWith(table.code))
  if (coded !== undefined) return coded
  const title = plainLabel(table.title)
  return sheets.find((sheet) => sheet.cells.some((cell) => cell.row <= SEARCHED_ROWS && cell.kind === 'text' && plainLabel(cell.text).includes(title))) ?? null
}

type Axes = { rows: Map<string, number>; columns: Map<string, number>; firstRow: number | null }

/** Rows and columns by their codes, where the sheet has the row of codes; by titles where they occur exactly once. */
function axesOf(table: Table, sheet: XlsxSheet): Axes {
  const columnsAt = bestLine(sheet, table.leafColumns, 'row')
  const columns = columnsAt?.found ?? byTitle(sheet, table.leafColumns, 'column')
  const head = columnsAt?.line ?? null
  const leafRows = table.kind === 'grid' ? table.leafRows : []
  const rows = bestLine(sheet, leafRows, 'column', head ?? 0)?.found ?? byTitle(sheet, leafRows, 'row')
  return { rows, columns, firstRow: head === null ? null : head + 1 }
}

/** The row (or column) of the sheet that holds the most of the codes; at least half of them, and two where there are two. */
function bestLine(sheet: XlsxSheet, leaves: readonly Leaf[], along: 'row' | 'column', after = 0): { line: number; found: Map<string, number> } | null {
  const codes = new Set(leaves.map((leaf) => leaf.code))
  const lines = new Map<number, Map<string, number>>()
  for (const cell of sheet.cells) {
    if (cell.row > (along === 'row' ? SEARCHED_ROWS : Infinity) || cell.row <= after || !codes.has(plainLabel(cell.text))) continue
    const [line, at] = along === 'row' ? [cell.row, cell.column] : [cell.column, cell.row]
    const found = lines.get(line) ?? new Map<string, number>()
    if (!found.has(plainLabel(cell.text))) found.set(plainLabel(cell.text), at)
    lines.set(line, found)
  }
  const best = [...lines].sort(([, a], [, b]) => b.size - a.size)[0]
  const enough = Math.max(Math.min(2, codes.size), Math.ceil(codes.size / 2))
  return best === undefined || best[1].size < enough ? null : { line: best[0], found: best[1] }
}

function byTitle(sheet: XlsxSheet, leaves: readonly Leaf[], axis: 'row' | 'column'): Map<string, number> {
  const found = new Map<string, number>()
  for (const leaf of leaves) {
    const at = new Set(sheet.cells.filter((cell) => cell.kind === 'text' && plainLabel(cell.text) === plainLabel(leaf.title)).map((cell) => cell[axis]))
    const [only] = at
    if (at.size === 1 && only !== undefined) found.set(leaf.code, only)
  }
  return found
}

function mostFrequent(sheets: readonly XlsxSheet[]): XlsxSheet | null {
  const counts = new Map<XlsxSheet, number>()
  for (const sheet of sheets) counts.set(sheet, (counts.get(sheet) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null
}
