import { toText } from '../decimal/decimal.ts'
import type { Content } from '../formula/bound/cell-source.ts'
import { cellOf } from '../scheme/cells.ts'
import type { Scheme, Table } from '../scheme/scheme.ts'
import type { CellRef } from '../words.ts'
import type { Fact } from './facts.ts'
import { parseTyped } from './parse-value.ts'

/** Returns the schemes named by `from` of a scheme's cells (`from: base:JC01.19.计`), each once. */
export function originSchemes(scheme: Scheme): string[] {
  return [...new Set([...scheme.cells.values()].flatMap((cell) => (cell.from === null ? [] : [cell.from.scheme])))]
}

/** Returns the empty input cells of `tables` with `from` in a scheme of `origins`. */
export function blankCarried(
  scheme: Scheme,
  tables: readonly Table[],
  holds: (ref: CellRef) => boolean,
  origins: readonly string[],
): CellRef[] {
  const filed = new Set(tables.map((table) => table.code))
  return [...scheme.cells.values()]
    .filter(
      (cell) =>
        cell.state === 'input' && cell.from !== null && origins.includes(cell.from.scheme) && filed.has(cell.table) && !holds(cell.ref),
    )
    .map((cell) => cell.ref)
}

/**
 * Returns the other scheme's period for carrying over: the same period, else the latest period begun by the start of `period`.
 * The year 2021 takes the school year 2020-2021. Null without such a period.
 */
export function originPeriod(period: string, others: readonly string[]): string | null {
  if (others.includes(period)) return period
  const begun = others.filter((other) => firstMonth(other) <= firstMonth(period))
  return begun.sort((a, b) => (firstMonth(a) < firstMonth(b) ? -1 : 1)).at(-1) ?? null
}

/** Returns the first month of a period (period.ts): 2021 begins in 2021-01, 2021-2022 in 2021-09, its second term in 2022-02. */
function firstMonth(period: string): string {
  if (/^\d{4}$/.test(period)) return `${period}-01`
  if (/^\d{4}-\d{2}$/.test(period)) return period
  return period.endsWith('-2') ? `${period.slice(5, 9)}-02` : `${period.slice(0, 4)}-09`
}

/**
 * Returns the facts carried over from the same unit's filing of scheme `other`: for each input cell with `from` in
 * `other`, the content of the cell in `from`, computed cells included. Blank contents and contents that do not fit the input cell
 * (too many decimals, out of bounds, another choice) are not carried. A cell missing from `other` is skipped, because a later
 * version may have the cell.
 */
export function carriedOver(scheme: Scheme, other: Scheme, contents: (ref: CellRef) => Content): Map<CellRef, Fact> {
  const carried = new Map<CellRef, Fact>()
  for (const cell of scheme.cells.values()) {
    if (cell.state !== 'input' || cell.from?.scheme !== other.id || cellOf(other, cell.from.cell) === null) continue
    const content = contents(cell.from.cell)
    if (content === null) continue
    const parsed = parseTyped(typeof content === 'string' ? content : toText(content), cell)
    if (parsed.ok && parsed.fact !== null) carried.set(cell.ref, parsed.fact)
  }
  return carried
}
