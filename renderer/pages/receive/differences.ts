import type { BatchFile } from '../../../shared/api/batch.ts'
import { fromText, subtract, toText, type Decimal } from '../../../shared/decimal/decimal.ts'
import { display } from '../../../shared/decimal/display.ts'
import { cellOf, cellTitle } from '../../../shared/scheme/cells.ts'
import type { Scheme } from '../../../shared/scheme/scheme.ts'
import { parseCellRef, type CellRef } from '../../../shared/words.ts'
import type { WireFact } from '../../../shared/filing/facts.ts'

/** A differing cell as shown; `effect` is its effect on the county's sum, null when the cell is not summed. */
export type ShownDifference = { cell: CellRef; title: string; held: string; incoming: string; effect: string | null }

/** The differences with titles, and figures as printed; a blank is ''. */
export function shownDifferences(scheme: Scheme, differences: BatchFile['differences']): ShownDifference[] {
  return differences.map(({ cell, held, incoming }) => {
    const effect = effectOf(scheme, cell, held, incoming)
    const show = cellOf(scheme, cell)?.show ?? ''
    return {
      cell,
      title: cellTitle(scheme, cell),
      held: wireText(held, show),
      incoming: wireText(incoming, show),
      effect: effect === null ? null : signed(effect, show),
    }
  })
}

/** The difference with the largest effect on the county's totals: the titles of its line and cell, and the effect; null without one. */
export function largestEffect(scheme: Scheme, differences: BatchFile['differences']): { title: string; cell: string; by: string } | null {
  let largest: { cell: CellRef; effect: Decimal; size: number } | null = null
  for (const { cell, held, incoming } of differences) {
    const effect = effectOf(scheme, cell, held, incoming)
    const size = effect === null ? 0 : Math.abs(Number(toText(effect)))
    if (effect !== null && size > (largest?.size ?? 0)) largest = { cell, effect, size }
  }
  return largest === null
    ? null
    : {
        title: lineTitle(scheme, largest.cell),
        cell: cellTitle(scheme, largest.cell),
        by: signed(largest.effect, cellOf(scheme, largest.cell)?.show ?? ''),
      }
}

/** The title of the cell's row, or of the column in a list, after those of its groups, because 「计」 is unclear and 「受益学生 计」 is not. */
function lineTitle(scheme: Scheme, ref: CellRef): string {
  const parts = parseCellRef(ref)
  const table = scheme.tables.find(({ code }) => code === parts?.table)
  if (parts === null || table === undefined) return ref
  const leaf =
    table.kind === 'grid'
      ? table.leafRows.find(({ code }) => code === parts.row)
      : table.leafColumns.find(({ code }) => code === parts.column)
  return leaf?.path.join(' ') ?? ref
}

/** The incoming value less the held one for a cell that the county sums, else null; a blank counts as 0. */
function effectOf(scheme: Scheme, ref: CellRef, held: WireFact, incoming: WireFact): Decimal | null {
  const cell = cellOf(scheme, ref)
  if (cell === null || cell.aggregate !== 'sum') return null
  return subtract(number(incoming), number(held))
}

function number(wire: WireFact): Decimal {
  return typeof wire === 'string' ? (fromText(wire) ?? 0) : 0
}

function wireText(wire: WireFact, show: string): string {
  if (wire === null) return ''
  if (typeof wire === 'object') return '/'
  const decimal = show === '' ? null : fromText(wire)
  return decimal === null ? wire : display(decimal, show)
}

function signed(effect: Decimal, show: string): string {
  const text = display(effect, show === '' ? '#,##0.####' : show)
  return text.startsWith('-') || effect === 0 ? text : `+${text}`
}
