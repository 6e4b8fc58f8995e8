import { cellTypes } from '../../shared/cell-types/cell-types.ts'
import type { Cell } from '../../shared/scheme/scheme.ts'
import type { GridModel } from './grid-model.ts'

/** Widths in CSS pixels: of each stub column, of the code column (0 in a list), of each data column. */
export type ColumnWidths = { stubs: readonly number[]; code: number; data: readonly number[]; total: number }

const CODE = 44
const ORDINAL = 52
const PADDING = 14
const FIGURE_PADDING = 18
const STUB_FROM = 52
const STUB_TO = 220
/** The width in CSS pixels at which a lone row-group title wraps. */
const LONE_TO = 102
const TEXT_TO = 420
/** Lines of a column's title at most before the column grows. */
const TITLE_LINES = 3

/** CSS pixels by which a data column may shrink so that a slightly too wide form fits. */
const GIVE = 4

/** The width of a text at 14 px: 14 for a Chinese character, 8 for a Latin one. */
export function gridTextWidth(text: string): number {
  let width = 0
  for (const char of text) width += (char.codePointAt(0) ?? 0) > 0x2e7f ? 14 : 8
  return width
}

/** True when a form has columns of text, which grow with the window. */
export function hasText(model: GridModel): boolean {
  return model.columns.some((_, column) => cellsOfColumn(model, column).some((cell) => cellTypes[cell.type].entry === 'lines'))
}

/**
 * The widths of a form's columns. Fixed widths open a table faster, give the places of the frozen columns, and keep the form still during
 * typing. A column grows for a figure without room on one line: `longest` is the width of each column's longest figure, 0 for none. Free
 * room goes to columns of text; a form slightly too wide takes a little from each data column.
 */
export function columnWidths(model: GridModel, available: number, longest: readonly number[] = []): ColumnWidths {
  const stubs = model.table.kind === 'list' ? [ORDINAL] : stubWidths(model)
  const code = model.table.kind === 'list' ? 0 : CODE
  const cells = model.columns.map((_, column) => cellsOfColumn(model, column))
  const data = model.columns.map((leaf, column) => {
    const title = Math.ceil(gridTextWidth(leaf.title) / TITLE_LINES / 14) * 14 + PADDING
    const figure = (longest[column] ?? 0) + FIGURE_PADDING
    return Math.max(title, figure, ...(cells[column] ?? []).map((cell) => cellTypes[cell.type].pageWidth(cell, gridTextWidth)))
  })
  const taken = sum(stubs) + code + sum(data)
  const texts = cells.map((column) => column.some((cell) => cellTypes[cell.type].entry === 'lines'))
  const share = Math.floor(Math.max(0, available - taken) / Math.max(1, texts.filter(Boolean).length))
  const over = taken - available
  const give = over > 0 && over <= data.length * GIVE ? over : 0
  const spread = data.map((width, column) => {
    if (give > 0) return width - Math.floor(give / data.length) - (column < give % data.length ? 1 : 0)
    return texts[column] === true ? Math.max(width, Math.min(TEXT_TO, width + share)) : width
  })
  return { stubs, code, data: spread, total: sum(stubs) + code + sum(spread) }
}

/** True when a form is slightly too wide, so that its data columns shrink to fit. */
export function fitsTo(natural: ColumnWidths, available: number): boolean {
  const over = natural.total - available
  return over > 0 && over <= natural.data.length * GIVE
}

/** The non-blocked cells of a column; a list has one cell for all lines. */
function cellsOfColumn(model: GridModel, column: number): Cell[] {
  const rows = model.table.kind === 'list' ? model.rows.slice(0, 1) : model.rows
  return rows.flatMap((_, index) => {
    const cell = model.cellAt({ row: index, column })
    return cell === null || cell.state === 'blocked' ? [] : [cell]
  })
}

function stubWidths(model: GridModel): number[] {
  const widths = Array.from({ length: model.layout.stubColumns }, () => STUB_FROM)
  for (const row of model.layout.body) {
    for (const stub of row.stub) {
      const wanted = Math.min(STUB_TO, gridTextWidth(stub.title) + stub.indent * 14 + PADDING)
      if (stub.colSpan === 1) {
        const lone = stub.rowSpan > 1 ? Math.min(wanted, LONE_TO) : wanted
        widths[stub.column] = Math.max(widths[stub.column] ?? STUB_FROM, lone)
      }
    }
  }
  const spanning = Math.max(
    0,
    ...model.layout.body.flatMap((row) =>
      row.stub.filter((stub) => stub.colSpan > 1).map((stub) => Math.min(STUB_TO, gridTextWidth(stub.title) + PADDING)),
    ),
  )
  const last = widths.length - 1
  widths[last] = Math.max(widths[last] ?? STUB_FROM, spanning - sum(widths.slice(0, -1)))
  return widths
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
