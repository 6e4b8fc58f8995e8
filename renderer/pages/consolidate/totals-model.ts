import { cellTypes, holdsFigures } from '../../../shared/cell-types/cell-types.ts'
import { shownBy } from '../../../shared/cell-types/figure-type.ts'
import { fromText } from '../../../shared/decimal/decimal.ts'
import { display, NO_FIGURE } from '../../../shared/decimal/display.ts'
import { parseCellRef, type CellRef } from '../../../shared/words.ts'
import type { Cell, Table } from '../../../shared/scheme/scheme.ts'
import { columnWidths, gridTextWidth, type ColumnWidths } from '../../grid/column-widths.ts'
import type { GridModel, Position } from '../../grid/grid-model.ts'

/** Totals of one table, `ROW.COLUMN` → exact decimal or text. */
export type TableTotals = Readonly<Record<string, string>>

/** A total as shown on the form; `blocked` cells hold ×, `notSummed` is the content of a cell that the scheme adds up in no group. */
export type ShownTotal = {
  ref: CellRef
  text: string
  align: 'right' | 'left' | 'center'
  blocked: boolean
  computed: boolean
  notSummed: NotSummed | null
}

type NotSummed = 'text' | 'date' | 'figure'

/** The number of lines of a list table that the totals hold; 0 for a grid. */
export function linesIn(table: Table, totals: TableTotals): number {
  if (table.kind === 'grid') return 0
  return Object.keys(totals).reduce((last, key) => Math.max(last, Number(parseCellRef(`${table.code}.${key}`)?.row ?? 0) || 0), 0)
}

/** The totals of one row, column by column. Blank inputs are empty, computed cells without a figure show —. */
export function shownTotals(model: GridModel, row: number, totals: TableTotals): ShownTotal[] {
  return model.columns.map((_, column) => {
    const position: Position = { row, column }
    const ref = model.refAt(position)
    const cell = model.cellAt(position)
    if (cell === null || cell.state === 'blocked')
      return { ref, text: '×', align: 'center', blocked: true, computed: false, notSummed: null }
    const text = totalText(cell, totals[ref.slice(model.table.code.length + 1)])
    const notSummed = text === '' && model.table.kind === 'grid' ? notSummedOf(cell) : null
    return {
      ref,
      text,
      align: notSummed !== null ? 'center' : holdsFigures(cell.type) ? 'right' : 'left',
      blocked: false,
      computed: cell.state === 'computed',
      notSummed,
    }
  })
}

/**
 * The content of an input cell that no group adds up (`aggregate` none or list,
 * docs/design/scheme.md: Totals); null for other cells.
 */
function notSummedOf({ state, aggregate, type }: Cell): NotSummed | null {
  if (state !== 'input' || (aggregate !== 'none' && aggregate !== 'list')) return null
  const { holds } = cellTypes[type]
  return holds === 'number' ? 'figure' : holds
}

function totalText(cell: Cell, value: string | undefined): string {
  if (value === undefined || value === '') return cell.state === 'computed' ? NO_FIGURE : ''
  const number = holdsFigures(cell.type) ? fromText(value) : null
  return number === null ? value : display(number, shownBy(cell))
}

/** The form's own widths, widened for figures of a county that are longer than a school's. */
export function totalsWidths(model: GridModel, rows: readonly (readonly ShownTotal[])[], available: number): ColumnWidths {
  const longest = model.columns.map((_, column) =>
    rows.reduce((most, row) => (row[column]?.align === 'right' ? Math.max(most, gridTextWidth(row[column].text)) : most), 0),
  )
  return columnWidths(model, available, longest)
}
