import { holdsFigures } from '../cell-types/cell-types.ts'
import type { CellRef, TableCode } from '../words.ts'
import type { Decimal } from '../decimal/decimal.ts'
import { fromText, divide } from '../decimal/decimal.ts'
import { controlledRounding, type ControlledSums } from '../decimal/controlled-rounding.ts'
import { patternFor } from '../decimal/display.ts'
import { isNotApplicable, type Fact } from '../filing/facts.ts'
import { cellOf } from '../scheme/cells.ts'
import type { Cell, Header, Leaf, Scheme, Table } from '../scheme/scheme.ts'
import { sumRelations } from './sum-relations.ts'

/** The coarser units for a summary's money. */
export const moneyUnits = ['万元', '百万元', '亿元'] as const
export type MoneyUnit = (typeof moneyUnits)[number]

/** The decimals of a money figure in a coarser unit. */
const DECIMALS = 2
/** The power of ten of each money unit in 元. Money per head (元/生) is another quantity and stays as filed. */
const powers: Readonly<Record<string, number>> = { 元: 0, 千元: 3, 万元: 4, 百万元: 6, 千万元: 7, 亿元: 8 }

/** A table's figures in a coarser unit; `values` holds all given values, other values than money unchanged. */
export type CoarserFigures<Value> = { values: ReadonlyMap<CellRef, Value | Decimal>; rounding: RoundingAdjustments }
/** The figures moved by one unit of the last place so that printed parts add up, and the totals that still do not add up. */
export type RoundingAdjustments = Pick<ControlledSums, 'adjustments' | 'unbalanced'>

/** Returns the units that change at least one figure of the scheme. */
export function moneyChoices(scheme: Scheme): MoneyUnit[] {
  const all = scheme.tables.flatMap((table) => cellsOf(scheme, table))
  return moneyUnits.filter((unit) => all.some((cell) => cell.quantity !== unit && shiftOf(cell, unit) !== null))
}

/** Returns the scheme with money in `unit`: in the cells' unit and pattern, in the tables' titles and in their 计量单位. */
export function schemeIn(scheme: Scheme, unit: MoneyUnit): Scheme {
  const cells = new Map([...scheme.cells].map(([ref, cell]) => [ref, cellIn(cell, unit)]))
  return { ...scheme, cells, tables: scheme.tables.map((table) => tableIn(scheme, table, unit)) }
}

/**
 * Returns a table's figures in `unit`, rounded to two decimals and balanced (舍位平衡, docs/design/numbers.md: Parts and total):
 * single figures are printed one unit of the last place off when plain rounding breaks a sum of the table.
 * `scheme` has the filed units.
 */
export function figuresIn<Value extends Fact | Decimal>(
  scheme: Scheme,
  table: TableCode,
  values: ReadonlyMap<CellRef, Value>,
  unit: MoneyUnit,
): CoarserFigures<Value> {
  const exact = new Map<CellRef, Decimal>()
  for (const [ref, value] of values) {
    if (typeof value === 'string' || isNotApplicable(value) || !ref.startsWith(`${table}.`)) continue
    const cell = cellOf(scheme, ref)
    const shift = cell === null ? null : shiftOf(cell, unit)
    if (shift !== null) exact.set(ref, divide(value, fromText(`1${'0'.repeat(shift)}`) ?? 1) ?? 0)
  }
  const { printed, adjustments, unbalanced } = controlledRounding(exact, sumRelations(scheme.cells, table), DECIMALS)
  return { values: new Map<CellRef, Value | Decimal>([...values, ...printed]), rounding: { adjustments, unbalanced } }
}

/** Returns the power of ten that divides a cell's figures; null for a cell without money or with a coarser unit. */
function shiftOf(cell: Cell, unit: MoneyUnit): number | null {
  const from = powers[cell.quantity]
  const shift = (powers[unit] ?? 0) - (from ?? Infinity)
  return cell.state === 'blocked' || shift < 0 || !holdsFigures(cell.type) ? null : shift
}

function cellsOf(scheme: Scheme, table: Table): Cell[] {
  return table.kind === 'list' ? [...table.cells.values()] : [...scheme.cells.values()].filter((cell) => cell.table === table.code)
}

function cellIn(cell: Cell, unit: MoneyUnit): Cell {
  return shiftOf(cell, unit) === null ? cell : { ...cell, quantity: unit, show: patternFor({ decimals: DECIMALS, grouping: true }) }
}

function tableIn(scheme: Scheme, table: Table, unit: MoneyUnit): Table {
  const from = new Set(cellsOf(scheme, table).flatMap((cell) => (shiftOf(cell, unit) === null ? [] : [cell.quantity])))
  if (from.size === 0) return table
  const renamed = (title: string): string => renameUnits(title, from, unit)
  const headers = (all: readonly Header[]): Header[] =>
    all.map((one) => ({ ...one, title: renamed(one.title), children: headers(one.children) }))
  const leaves = (all: readonly Leaf[]): Leaf[] => all.map((one) => ({ ...one, title: renamed(one.title), path: one.path.map(renamed) }))
  const common = {
    title: renamed(table.title),
    unitNote: noteIn(table.unitNote, from, unit),
    columns: headers(table.columns),
    leafColumns: leaves(table.leafColumns),
  }
  if (table.kind === 'grid') return { ...table, ...common, rows: headers(table.rows), leafRows: leaves(table.leafRows) }
  return { ...table, ...common, cells: new Map([...table.cells].map(([column, cell]) => [column, cellIn(cell, unit)])) }
}

/** Returns a unit note such as 「人、元」 with 元 replaced, each unit once; adds `unit` to a note without a money unit. */
function noteIn(note: string, from: ReadonlySet<string>, unit: MoneyUnit): string {
  const [, head = '', units = ''] = /^(.*?[：:])?(.*)$/u.exec(note) ?? []
  const renamed = [...new Set(units.split('、').map((one) => (from.has(one) ? unit : one)))]
  if (renamed.includes(unit)) return head + renamed.join('、')
  return note === '' ? unit : `${note}（金额：${unit}）`
}

/** Replaces a unit that fills a pair of brackets, as in 「经费（元）」. */
function renameUnits(title: string, from: ReadonlySet<string>, unit: MoneyUnit): string {
  return title.replace(/(?<=[（(])[^（）()]+(?=[）)])/gu, (inside) => (from.has(inside) ? unit : inside))
}
