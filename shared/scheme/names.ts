import { cellTypes, type CellType } from '../cell-types/cell-types.ts'
import type { CellTypeDefinition } from '../cell-types/definition.ts'
import type { Scope } from '../formula/bound/bound.ts'
import { nearest } from '../formula/syntax/nearest.ts'
import type { FormulaProblem } from '../formula/syntax/problem.ts'
import type { Reference, Selector } from '../formula/syntax/tree.ts'
import { unitAttributes } from '../unit/attributes.ts'
import { isUnitAttribute } from '../unit/unit.ts'
import { cellRef, type CellRef } from '../words.ts'
import type { Cell, GridTable, Leaf, ListTable, Table } from './scheme.ts'

/** The place of a formula: "this row" and "this column" of its references (docs/design/formula.md: References). */
export type Standpoint = { table: Table | null; row: string | null; column: string | null }

export type Names = {
  tables: ReadonlyMap<string, Table>
  cells: ReadonlyMap<CellRef, Cell>
  parameters: readonly string[]
}

/** The units that a formula may read: its own unit, or all units of the level (UNITS, MEETS, CV …). */
export type Reach = 'one-unit' | 'across-units'

type Resolution = ReturnType<Scope['resolve']>

/** Returns the scope that binds the references of one formula to the scheme's cells, in the scheme's order. */
export function scopeAt(names: Names, standpoint: Standpoint, reach: Reach): Scope {
  return {
    resolve: (reference) => resolve(names, standpoint, reference),
    parameter: (name) => names.parameters.includes(name),
    parameterNames: () => [...names.parameters],
    attribute: (name) => (isUnitAttribute(name) ? 'text' : undefined),
    attributeNames: () => [...unitAttributes],
    acrossUnits: reach === 'across-units',
  }
}

function resolve(names: Names, here: Standpoint, reference: Reference): Resolution {
  const { parts } = reference
  if (parts.length === 3) {
    const table = names.tables.get(codeOf(parts[0]) ?? '')
    if (table === undefined) return unknownTable(names, reference, parts[0])
    if (table.kind === 'list') return listColumn(table, parts[2], reference)
    return gridCells(names, table, parts[1] ?? null, parts[2] ?? null, here, reference)
  }
  if (parts.length === 2) {
    const first = codeOf(parts[0])
    const isOwnRow = here.table?.kind === 'grid' && here.table.leafRows.some((leaf) => leaf.code === first)
    const list = first === null || isOwnRow ? undefined : names.tables.get(first)
    if (list?.kind === 'list') return listColumn(list, parts[1], reference)
    if (here.table?.kind === 'list' && parts[0] === null) return listCell(here.table, parts[1], reference)
  }
  const [row, column] = parts.length === 2 ? [parts[0] ?? null, parts[1] ?? null] : [parts[0] ?? null, null]
  if (here.table === null) return unknownTable(names, reference, parts[0])
  if (here.table.kind === 'list') return unknown({ code: 'list-row-needed', reference: reference.text, at: reference.at })
  return gridCells(names, here.table, row, column, here, reference)
}

function gridCells(
  names: Names,
  table: GridTable,
  row: Selector | null,
  column: Selector | null,
  here: Standpoint,
  reference: Reference,
): Resolution {
  const rows = select(table.leafRows, row, table.code === here.table?.code ? here.row : null)
  const columns = select(table.leafColumns, column, table.code === here.table?.code ? here.column : null)
  if (rows === 'needed') return unknown({ code: 'row-needed', reference: reference.text, at: reference.at })
  if (columns === 'needed') return unknown({ code: 'column-needed', reference: reference.text, at: reference.at })
  if ('missing' in rows) return unknownLeaf('row', table, table.leafRows, rows.missing, reference)
  if ('missing' in columns) return unknownLeaf('column', table, table.leafColumns, columns.missing, reference)
  if ('reversed' in rows || 'reversed' in columns) return reversed(row, column, reference)
  const single = isSingle(row) && isSingle(column)
  const cells = rows.found.flatMap((rowCode) =>
    columns.found.map((columnCode) => names.cells.get(cellRef(table.code, rowCode, columnCode))),
  )
  const open = cells.filter((cell) => cell !== undefined && cell.state !== 'blocked') as Cell[]
  const first = open[0]
  if (single) {
    return first === undefined
      ? unknown({ code: 'blocked-cell', reference: reference.text, at: reference.at })
      : { kind: 'cell', key: first.ref, type: kindOf(first.type) }
  }
  if (first === undefined) return unknown({ code: 'no-cells', reference: reference.text, at: reference.at })
  const type = kindOf(first.type)
  if (open.some((cell) => kindOf(cell.type) !== type)) return unknown({ code: 'mixed-types', reference: reference.text, at: reference.at })
  return { kind: 'vector', keys: open.map((cell) => cell.ref), type }
}

type Selected = { found: string[] } | { missing: string } | { reversed: true } | 'needed'

/** Returns the codes of a selector. `*` leaves subtotals out; a range has a subtotal only at its ends. */
function select(leaves: readonly Leaf[], selector: Selector | null, own: string | null): Selected {
  if (selector === null) return own === null ? 'needed' : { found: [own] }
  if (selector.kind === 'code')
    return leaves.some((leaf) => leaf.code === selector.code) ? { found: [selector.code] } : { missing: selector.code }
  if (selector.kind === 'all') return { found: leaves.filter((leaf) => !leaf.subtotal).map((leaf) => leaf.code) }
  const from = leaves.findIndex((leaf) => leaf.code === selector.from)
  const to = leaves.findIndex((leaf) => leaf.code === selector.to)
  if (from < 0) return { missing: selector.from }
  if (to < 0) return { missing: selector.to }
  if (from > to) return { reversed: true }
  const named = new Set([selector.from, selector.to])
  return {
    found: leaves
      .slice(from, to + 1)
      .filter((leaf) => !leaf.subtotal || named.has(leaf.code))
      .map((leaf) => leaf.code),
  }
}

function listColumn(table: ListTable, selector: Selector | null | undefined, reference: Reference): Resolution {
  const cell = listCellOf(table, selector)
  return cell === null
    ? unknownColumn(table, selector, reference)
    : { kind: 'list-column', table: table.code, column: cell.column, type: kindOf(cell.type) }
}

function listCell(table: ListTable, selector: Selector | null | undefined, reference: Reference): Resolution {
  const cell = listCellOf(table, selector)
  return cell === null
    ? unknownColumn(table, selector, reference)
    : { kind: 'list-cell', table: table.code, column: cell.column, type: kindOf(cell.type) }
}

function listCellOf(table: ListTable, selector: Selector | null | undefined): Cell | null {
  return table.cells.get(codeOf(selector) ?? '') ?? null
}

function unknownColumn(table: Table, selector: Selector | null | undefined, reference: Reference): Resolution {
  return unknownLeaf('column', table, table.leafColumns, spelled(selector), reference)
}

function unknownLeaf(kind: 'row' | 'column', table: Table, leaves: readonly Leaf[], code: string, { at }: Reference): Resolution {
  const common = { table: table.code, nearest: nearest(code, codes(leaves)), at }
  return unknown(kind === 'row' ? { code: 'unknown-row', row: code, ...common } : { code: 'unknown-column', column: code, ...common })
}

function unknownTable(names: Names, reference: Reference, selector: Selector | null | undefined): Resolution {
  const table = spelled(selector)
  return unknown({ code: 'unknown-table', table, nearest: nearest(table, [...names.tables.keys()]), at: reference.at })
}

function reversed(row: Selector | null, column: Selector | null, reference: Reference): Resolution {
  const range = row?.kind === 'range' ? row : column?.kind === 'range' ? column : { from: '', to: '' }
  return unknown({ code: 'reversed-range', reference: reference.text, from: range.from, to: range.to, at: reference.at })
}

function unknown(message: FormulaProblem): Resolution {
  return { kind: 'unknown', message }
}

function codeOf(selector: Selector | null | undefined): string | null {
  return selector?.kind === 'code' ? selector.code : null
}

function spelled(selector: Selector | null | undefined): string {
  if (selector === null || selector === undefined) return ''
  return selector.kind === 'code' ? selector.code : selector.kind === 'all' ? '*' : `${selector.from}:${selector.to}`
}

function isSingle(selector: Selector | null): boolean {
  return selector === null || selector.kind === 'code'
}

function codes(leaves: readonly Leaf[]): string[] {
  return leaves.map((leaf) => leaf.code)
}

function kindOf(type: CellType): CellTypeDefinition['holds'] {
  return cellTypes[type].holds
}
