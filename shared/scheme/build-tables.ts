import { cellTypes, type CellType } from '../cell-types/cell-types.ts'
import type { TenThousandths } from '../decimal/decimal.ts'
import { cellRef, type CellRef } from '../words.ts'
import { nearestName } from './bind-formula.ts'
import type { NoteFault } from './note-fault.ts'
import { schemeNumber } from './scheme-number.ts'
import type { RawCell, RawHeader, RawTable } from './schema.ts'
import type { Cell, CellOrigin, GridTable, Header, Leaf, ListTable, Table, UnitCondition } from './scheme.ts'

/** The optional label of a unit note; removed because each language of the product adds its own label. */
const UNIT_LABEL = /^计量单位[：:]\s*/

const MAX_HEADER_DEPTH = 5
const propertyNames = [
  'type',
  'decimals',
  'min',
  'max',
  'required',
  'quantity',
  'choices',
  'aggregate',
  'show',
  'formula',
  'was',
  'from',
] as const

/** A table with unbound formulas; `cells` are all its cells, each with the path of its formula in the file. */
export type DraftTable = { table: Table; cells: DraftCell[] }
type DraftCell = { cell: Cell; path: (string | number)[] }

type Placed = { raw: RawHeader; path: (string | number)[] }

/**
 * Builds a table's headers and cells. A cell's properties come from table defaults, column, row and `cells`; a later one
 * replaces an earlier one (docs/design/scheme.md: Cells).
 */
export function buildTable(raw: RawTable, filedBy: UnitCondition, path: (string | number)[], report: NoteFault): DraftTable {
  const columns: Placed[] = []
  const rows: Placed[] = []
  const columnHeaders = headersOf(raw.columns, 'columns', [...path, 'columns'], columns, 1, report)
  const common = {
    code: raw.code,
    title: raw.title,
    shortTitle: raw.short ?? [...raw.title].slice(0, 20).join(''),
    filedBy,
    unitNote: (raw['unit-note'] ?? '').replace(UNIT_LABEL, ''),
    notes: raw.notes ?? [],
    columns: columnHeaders,
    leafColumns: leavesOf(raw.columns, 'columns', [], raw.help ?? {}),
  }
  unique(columns, 'column', report)
  if (raw.kind === 'list') return buildList(raw, common, columns, report)
  if (raw.rows === undefined) {
    report(path, raw.code, { code: 'no-rows' })
    return { table: { kind: 'grid', ...common, rows: [], leafRows: [] }, cells: [] }
  }
  const rowHeaders = headersOf(raw.rows, 'rows', [...path, 'rows'], rows, 1, report)
  unique(rows, 'row', report)
  const table: GridTable = { kind: 'grid', ...common, rows: rowHeaders, leafRows: leavesOf(raw.rows, 'rows', [], raw.help ?? {}) }
  return { table, cells: gridCells(raw, path, rows, columns, report) }
}

function buildList(raw: RawTable, common: Omit<ListTable, 'kind' | 'cells'>, columns: Placed[], report: NoteFault): DraftTable {
  const cells = new Map<string, Cell>()
  const drafts: DraftCell[] = []
  for (const column of columns) {
    const code = column.raw.code ?? ''
    const cell = makeCell(raw.code, '', code, [raw.defaults ?? {}, column.raw], column.path, report)
    cells.set(code, cell)
    drafts.push({ cell, path: [...column.path, 'formula'] })
  }
  return { table: { kind: 'list', ...common, cells }, cells: drafts }
}

function gridCells(raw: RawTable, path: (string | number)[], rows: Placed[], columns: Placed[], report: NoteFault): DraftCell[] {
  const drafts: DraftCell[] = []
  const own = new Map(Object.entries(raw.cells ?? {}))
  const known = new Set<string>()
  for (const row of rows) {
    for (const column of columns) {
      const short = `${row.raw.code}.${column.raw.code}`
      known.add(short)
      const said = own.get(short)
      const layers = [raw.defaults ?? {}, column.raw, row.raw, said === undefined || said === 'blocked' ? {} : said]
      const cell = makeCell(raw.code, row.raw.code ?? '', column.raw.code ?? '', layers, path, report)
      if (said === 'blocked') Object.assign(cell, { state: 'blocked', formula: null, source: '' })
      drafts.push({ cell, path: formulaPath(layers, column, row, [...path, 'cells', short]) })
    }
  }
  for (const short of own.keys()) {
    if (!known.has(short))
      report([...path, 'cells', short], raw.code, {
        code: 'unknown-name',
        what: 'cell',
        name: short,
        nearest: nearestName(short, [...known]),
      })
  }
  return drafts
}

/** Returns the path of the cell's formula, for the place of its problems. */
function formulaPath(layers: RawCell[], column: Placed, row: Placed, cellPath: (string | number)[]): (string | number)[] {
  if (layers[3]?.formula !== undefined) return [...cellPath, 'formula']
  if (row.raw.formula !== undefined) return [...row.path, 'formula']
  return [...column.path, 'formula']
}

function makeCell(table: string, row: string, column: string, layers: RawCell[], path: (string | number)[], report: NoteFault): Cell {
  const said: RawCell = {}
  for (const layer of layers) {
    for (const name of propertyNames) if (layer[name] !== undefined) Object.assign(said, { [name]: layer[name] })
  }
  const type: CellType = said.type ?? (said.decimals !== undefined && said.decimals > 0 ? 'decimal' : 'integer')
  const { holds, entry, pattern, decimals: decimalsOf } = cellTypes[type]
  const decimals = decimalsOf(said.decimals)
  const ref: CellRef = row === '' ? `${table}.${column}` : cellRef(table, row, column)
  if (entry === 'choices' && said.choices === undefined) report(path, ref, { code: 'choices-missing', name: ref })
  return {
    ref,
    table,
    row,
    column,
    type,
    decimals,
    state: said.formula === undefined ? 'input' : 'computed',
    min: bound(said.min),
    max: bound(said.max),
    required: said.required ?? false,
    quantity: said.quantity ?? '',
    choices: said.choices ?? [],
    aggregate: said.aggregate ?? defaultAggregate(type, said.formula !== undefined),
    show: holds === 'number' ? (said.show ?? pattern(decimals)) : '',
    formula: null,
    source: said.formula ?? '',
    was: said.was ?? null,
    from: originOf(said.from),
  }
}

/** Parses 「base:JC01.03.计」; the schema has checked the spelling. The cell is not looked up because the other scheme may be missing. */
function originOf(said: string | undefined): CellOrigin | null {
  if (said === undefined) return null
  const colon = said.indexOf(':')
  return { scheme: said.slice(0, colon), cell: said.slice(colon + 1) }
}

/** Returns the default aggregate (docs/design/scheme.md: Totals): by type for an input cell, `none` for a computed cell. */
function defaultAggregate(type: CellType, computed: boolean): Cell['aggregate'] {
  return computed ? 'none' : cellTypes[type].aggregate
}

function bound(value: number | string | null | undefined): TenThousandths | null {
  return value === undefined || value === null ? null : schemeNumber(value)
}

function headersOf(
  raws: RawHeader[],
  key: 'columns' | 'rows',
  path: (string | number)[],
  leaves: Placed[],
  depth: number,
  report: NoteFault,
): Header[] {
  return raws.map((raw, index) => {
    const here = [...path, index]
    const children = raw[key]
    if (depth > MAX_HEADER_DEPTH) report(here, raw.title, { code: 'too-deep', title: raw.title })
    if (children !== undefined) {
      if (raw.code !== undefined) report(here, raw.title, { code: 'group-with-code', title: raw.title })
      return {
        title: raw.title,
        code: null,
        indent: raw.indent ?? 0,
        children: headersOf(children, key, [...here, key], leaves, depth + 1, report),
      }
    }
    if (raw.code === undefined) report(here, raw.title, { code: 'leaf-without-code', title: raw.title })
    leaves.push({ raw, path: here })
    return { title: raw.title, code: raw.code ?? null, indent: raw.indent ?? 0, children: [] }
  })
}

function leavesOf(raws: RawHeader[], key: 'columns' | 'rows', above: string[], help: Record<string, string>): Leaf[] {
  return raws.flatMap((raw) => {
    const path = [...above, raw.title]
    const children = raw[key]
    if (children !== undefined) return leavesOf(children, key, path, help)
    const code = raw.code ?? ''
    return [
      {
        code,
        title: raw.title,
        path,
        indent: raw.indent ?? 0,
        subtotal: raw.subtotal ?? false,
        note: raw.note ?? '',
        help: help[code] ?? '',
      },
    ]
  })
}

function unique(leaves: Placed[], what: 'row' | 'column', report: NoteFault): void {
  const seen = new Set<string>()
  for (const leaf of leaves) {
    const code = leaf.raw.code
    if (code === undefined) continue
    if (seen.has(code)) report(leaf.path, code, { code: 'duplicate-code', what, name: code })
    seen.add(code)
  }
}
