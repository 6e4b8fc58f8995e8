import { cellTypes } from '../cell-types/cell-types.ts'
import type { Fact } from '../filing/facts.ts'
import { cellOf } from '../scheme/cells.ts'
import type { Cell, Scheme } from '../scheme/scheme.ts'
import { parseCellRef, type CellRef } from '../words.ts'

/** The aggregates of one cell over a group's filings: sum, min and max in ten-thousandths, and the count of numbers. */
export type CellAggregate = { cell: CellRef; sum: number | bigint; count: number; min: number; max: number }

/** The number of filings with a text in a cell, for choices with `aggregate: count` and dates with `max` or `min`. */
export type TextCount = { cell: CellRef; text: string; count: number }

/** A line of a list table from one unit's filing. */
export type FiledLine = { table: string; cells: ReadonlyMap<string, Fact> }

/**
 * Returns a group's totals as facts (docs/design/scheme.md: Totals): numbers by sum, max or min, dates by max or min; choices
 * as 「是 30；否 5」; lists as all units' lines one after the other. Computed cells are left out and computed again, except
 * cells with `aggregate: sum`.
 */
export function levelFacts(
  scheme: Scheme,
  aggregates: Iterable<CellAggregate>,
  texts: Iterable<TextCount>,
  lines: Iterable<FiledLine>,
): Map<CellRef, Fact> {
  const facts = new Map<CellRef, Fact>()
  for (const aggregate of aggregates) {
    const cell = scheme.cells.get(aggregate.cell)
    if (cell === undefined || aggregate.count === 0) continue
    if (cell.aggregate === 'sum') facts.set(cell.ref, exactCount(aggregate.sum, cell.ref))
    if (cell.aggregate === 'max') facts.set(cell.ref, aggregate.max)
    if (cell.aggregate === 'min') facts.set(cell.ref, aggregate.min)
  }
  const counted = new Map<CellRef, TextCount[]>()
  for (const text of texts) {
    const cell = scheme.cells.get(text.cell)
    if (cell !== undefined && cellTypes[cell.type].holds === 'date') keepDate(facts, cell, text.text)
    if (cell?.aggregate !== 'count') continue
    const known = counted.get(text.cell)
    if (known === undefined) counted.set(text.cell, [text])
    else known.push(text)
  }
  for (const [cell, counts] of counted) facts.set(cell, choiceCounts(scheme, cell, counts))
  addLines(facts, lines)
  return facts
}

/** Keeps the latest (`max`) or the earliest (`min`) date of a cell; ISO dates sort as texts. */
function keepDate(facts: Map<CellRef, Fact>, { ref, aggregate }: Cell, date: string): void {
  if (aggregate !== 'max' && aggregate !== 'min') return
  const held = facts.get(ref)
  if (typeof held !== 'string' || (aggregate === 'max' ? date > held : date < held)) facts.set(ref, date)
}

function choiceCounts(scheme: Scheme, cell: CellRef, counts: readonly TextCount[]): string {
  const order = cellOf(scheme, cell)?.choices ?? []
  const rank = (text: string): number => (order.includes(text) ? order.indexOf(text) : order.length)
  return [...counts]
    .sort((a, b) => rank(a.text) - rank(b.text))
    .map((one) => `${one.text} ${one.count}`)
    .join('；')
}

function addLines(facts: Map<CellRef, Fact>, lines: Iterable<FiledLine>): void {
  const next = new Map<string, number>()
  for (const line of lines) {
    const ordinal = (next.get(line.table) ?? 0) + 1
    next.set(line.table, ordinal)
    for (const [column, fact] of line.cells) facts.set(`${line.table}.${ordinal}.${column}`, fact)
  }
}

/** Returns the sum as an exact number. Throws RangeError for a larger sum; 9000 of a cell's largest numbers still fit. */
function exactCount(sum: number | bigint, cell: CellRef): number {
  const count = Number(sum)
  if (!Number.isSafeInteger(count)) throw new RangeError(`the total of ${cell} exceeds what can be held exactly`)
  return count
}

/** Splits facts of list tables into lines; grid cells are skipped. */
export function linesOf(scheme: Scheme, facts: ReadonlyMap<CellRef, Fact>): FiledLine[] {
  const lists = new Set(scheme.tables.filter((table) => table.kind === 'list').map((table) => table.code))
  const lines = new Map<string, { table: string; ordinal: number; cells: Map<string, Fact> }>()
  for (const [ref, fact] of facts) {
    const parts = parseCellRef(ref)
    if (parts === null || !lists.has(parts.table)) continue
    const key = `${parts.table}.${parts.row}`
    const line = lines.get(key) ?? { table: parts.table, ordinal: Number(parts.row), cells: new Map<string, Fact>() }
    line.cells.set(parts.column, fact)
    lines.set(key, line)
  }
  return [...lines.values()].sort((a, b) => a.ordinal - b.ordinal)
}
