import type { XlsxSheet } from '../xlsx/book.ts'
import { labelsStand, readLabels, type Labels } from './labels.ts'
import type { NamedTable } from './named.ts'
import type { Shape } from './shape.ts'

/** The sheet positions of a table's rows and columns by their 0-based index in the table, 0 when not found, and the way back. */
export type Axes = {
  rows: Int32Array
  columns: Int32Array
  rowAt: ReadonlyMap<number, number>
  columnAt: ReadonlyMap<number, number>
  /** The outermost rows and columns that were found; 0 when there are none. */
  firstRow: number
  lastRow: number
  firstColumn: number
  lastColumn: number
  /** The last row of the head (`Labels`). */
  headRow: number
}

type Remembered = { labels: Labels; axes: Axes }
const remembered = new WeakMap<NamedTable, Remembered>()

/**
 * Finds a table's rows and columns on its sheet. Labels count before defined names, because people see the labels: a sorted
 * table, a figure moved by cutting and pasting and a wrong name are read as the sheet shows them. A row or column without its
 * label has the position of its names. The layout of the last file is tried first.
 */
export function axesOf(shape: Shape, sheet: XlsxSheet, named: NamedTable | null): Axes {
  const held = named === null ? undefined : remembered.get(named)
  if (held !== undefined && labelsStand(shape, sheet, held.labels)) return held.axes
  const labels = readLabels(shape, sheet)
  const axes = joined(labels, named)
  if (named !== null && labelsStand(shape, sheet, labels)) remembered.set(named, { labels, axes })
  return axes
}

function joined(labels: Labels, named: NamedTable | null): Axes {
  const rows = settled(labels.rows, named?.rows)
  const columns = settled(labels.columns, named?.columns)
  return {
    rows,
    columns,
    rowAt: indexAt(rows),
    columnAt: indexAt(columns),
    ...bounds('Row', rows),
    ...bounds('Column', columns),
    headRow: labels.headRow,
  }
}

function settled(labelled: Int32Array, named: Int32Array | undefined): Int32Array {
  const positions = Int32Array.from(labelled)
  const taken = new Set(labelled)
  positions.forEach((position, index) => {
    const candidate = named?.[index] ?? 0
    if (position !== 0 || candidate === 0 || taken.has(candidate)) return
    positions[index] = candidate
    taken.add(candidate)
  })
  return positions
}

function indexAt(positions: Int32Array): Map<number, number> {
  const at = new Map<number, number>()
  positions.forEach((position, index) => {
    if (position > 0) at.set(position, index)
  })
  return at
}

function bounds<Axis extends 'Row' | 'Column'>(axis: Axis, positions: Int32Array): Record<`first${Axis}` | `last${Axis}`, number> {
  const found = positions.filter((position) => position > 0)
  const [first, last] = found.length === 0 ? [0, 0] : [Math.min(...found), Math.max(...found)]
  return { [`first${axis}`]: first, [`last${axis}`]: last } as Record<`first${Axis}` | `last${Axis}`, number>
}
