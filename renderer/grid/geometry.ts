import type { Position } from './grid-model.ts'
import type { Rectangle } from './selection.ts'

/** A rectangle over the sheet, in CSS pixels; `nearBottom` asks lists to open upwards. */
export type Box = { left: number; top: number; width: number; height: number; nearBottom: boolean }

/** Room in CSS pixels for a list of choices below its cell. */
const LIST_ROOM = 180

/** The data cell at a position, counted from the row's end because row titles come first. */
function cellElement(table: HTMLTableElement, { row, column }: Position, columns: number): HTMLTableCellElement | null {
  const cells = table.tBodies[0]?.rows[row]?.cells
  return cells === undefined ? null : (cells[cells.length - columns + column] ?? null)
}

/** The position of a data cell on the form; null for any other element. */
export function positionOfElement(target: EventTarget | null, columns: number): Position | null {
  const cell = target instanceof Element ? target.closest('td[data-cell]') : null
  if (!(cell instanceof HTMLTableCellElement) || !(cell.parentElement instanceof HTMLTableRowElement)) return null
  const row = cell.parentElement
  return { row: row.sectionRowIndex, column: cell.cellIndex - (row.cells.length - columns) }
}

/** The box of a rectangle of cells on the sheet. */
export function boxOf(table: HTMLTableElement, area: Rectangle, columns: number): Box | null {
  const sheet = table.parentElement
  const first = cellElement(table, { row: area.top, column: area.left }, columns)
  const last = cellElement(table, { row: area.bottom, column: area.right }, columns)
  if (sheet === null || first === null || last === null) return null
  const origin = sheet.getBoundingClientRect()
  const from = first.getBoundingClientRect()
  const to = last.getBoundingClientRect()
  const frame = table.closest('.grid')?.getBoundingClientRect()
  return {
    left: from.left - origin.left - 1,
    top: from.top - origin.top - 1,
    width: to.right - from.left + 1,
    height: to.bottom - from.top + 1,
    nearBottom: frame !== undefined && frame.bottom - to.bottom < LIST_ROOM && from.top - frame.top > LIST_ROOM,
  }
}

/** Scrolls a cell clear of the frozen head and titles. */
export function reveal(frame: HTMLElement, table: HTMLTableElement, box: Box, frozenWidth: number): void {
  const headHeight = table.tHead?.offsetHeight ?? 0
  if (box.top < frame.scrollTop + headHeight) frame.scrollTop = box.top - headHeight - 4
  else if (box.top + box.height > frame.scrollTop + frame.clientHeight) frame.scrollTop = box.top + box.height - frame.clientHeight + 4
  if (box.left < frame.scrollLeft + frozenWidth) frame.scrollLeft = box.left - frozenWidth - 4
  else if (box.left + box.width > frame.scrollLeft + frame.clientWidth) frame.scrollLeft = box.left + box.width - frame.clientWidth + 4
}
