import { holdsFigures } from '../../shared/cell-types/cell-types.ts'
import { display, NO_FIGURE } from '../../shared/decimal/display.ts'
import type { Decimal } from '../../shared/decimal/decimal.ts'
import type { Fact } from '../../shared/filing/facts.ts'
import { isNotApplicable } from '../../shared/filing/facts.ts'
import type { Cell, Table } from '../../shared/scheme/scheme.ts'
import { cellRef, type CellRef, type ColumnCode, type RowCode } from '../../shared/words.ts'

/** A printed value: a fact, or a computed figure that need not fit the stored form. */
export type PrintValue = Fact | Decimal
export type PrintValues = ReadonlyMap<CellRef, PrintValue>

/** A cell's printed content; `figure` is aligned right, `mark` is × or 不适用. */
export type CellText = { text: string; kind: 'figure' | 'text' | 'mark' }

/** The cell of a table at a row and column; all lines of a list table share one description. Undefined outside the table. */
export function printedCell(table: Table, cells: ReadonlyMap<CellRef, Cell>, row: RowCode, column: ColumnCode): Cell | undefined {
  return table.kind === 'list' ? table.cells.get(column) : cells.get(cellRef(table.code, row, column))
}

/**
 * A cell's printed text (docs/design/numbers.md: Display; docs/design/promises.md: Promise 8).
 *
 * | cell                | prints                                             |
 * |---------------------|----------------------------------------------------|
 * | blocked             | ×                                                  |
 * | 不适用              | /                                                  |
 * | blank input         | nothing, because a blank is not a zero             |
 * | blank computed cell | — (a ratio without a denominator)                  |
 */
export function cellText(cell: Cell | undefined, value: PrintValue | undefined): CellText {
  if (cell === undefined || cell.state === 'blocked') return { text: '×', kind: 'mark' }
  if (isNotApplicable(value)) return { text: '/', kind: 'mark' }
  const numeric = holdsFigures(cell.type)
  if (value === undefined) {
    return cell.state === 'computed' && numeric ? { text: NO_FIGURE, kind: 'figure' } : { text: '', kind: numeric ? 'figure' : 'text' }
  }
  if (typeof value === 'string') return { text: value, kind: 'text' }
  return { text: display(value, cell.show), kind: 'figure' }
}
