import type { Position } from './grid-model.ts'

/** The selection from its anchor to the focus; a single cell when both are the same. */
export type Selection = { anchor: Position; focus: Position }
export type Rectangle = { top: number; left: number; bottom: number; right: number }

/** A selection of one cell. */
export function single(position: Position): Selection {
  return { anchor: position, focus: position }
}

/** The corners of a selection, both included. */
export function rectangleOf({ anchor, focus }: Selection): Rectangle {
  return {
    top: Math.min(anchor.row, focus.row),
    left: Math.min(anchor.column, focus.column),
    bottom: Math.max(anchor.row, focus.row),
    right: Math.max(anchor.column, focus.column),
  }
}

/** Every position in a rectangle, row by row. */
export function placesIn({ top, left, bottom, right }: Rectangle): Position[] {
  const places: Position[] = []
  for (let row = top; row <= bottom; row += 1) for (let column = left; column <= right; column += 1) places.push({ row, column })
  return places
}

/** The number of cells in a selection. */
export function sizeOf(selection: Selection): number {
  const { top, left, bottom, right } = rectangleOf(selection)
  return (bottom - top + 1) * (right - left + 1)
}

export function samePosition(a: Position, b: Position): boolean {
  return a.row === b.row && a.column === b.column
}
