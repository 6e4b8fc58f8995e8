import { useLayoutEffect, useMemo, useState } from 'react'
import type { RefObject } from 'react'
import { blankCell, type CellView } from './cell-state.ts'
import { columnWidths, fitsTo, gridTextWidth, hasText, type ColumnWidths } from './column-widths.ts'
import { boxOf, reveal, type Box } from './geometry.ts'
import { stubLeft } from './grid-head.tsx'
import type { GridModel } from './grid-model.ts'
import { rectangleOf, single, type Selection } from './selection.ts'

/** The size of a figure one period before, as a share of the size of a figure (grid.css). */
const PRIOR_SIZE = 12 / 14

/** The widths of the columns in the frame's room, with every figure on one line. */
export function useColumnWidths(
  model: GridModel,
  views: readonly (readonly CellView[])[],
  frame: RefObject<HTMLDivElement | null>,
): ColumnWidths {
  const [available, setAvailable] = useState(0)
  // The lengths are one text, which stays the same until a figure outgrows its column; so no row is drawn again before.
  const lengths = useMemo(() => longestFigures(model, views).join(), [model, views])
  const longest = useMemo(() => lengths.split(',').map(Number), [lengths])
  // Only forms with text columns and slightly too wide forms are laid out a second time.
  const texts = useMemo(() => hasText(model), [model])
  const natural = useMemo(() => columnWidths(model, 0, longest), [model, longest])
  const room = texts || fitsTo(natural, available) ? available : 0
  const widths = useMemo(() => columnWidths(model, room, longest), [model, room, longest])
  useLayoutEffect(() => {
    const place = frame.current
    if (place === null) return
    const measure = () => setAvailable(place.clientWidth - 2)
    const observer = new ResizeObserver(measure)
    observer.observe(place)
    measure()
    return () => observer.disconnect()
  }, [frame])
  return widths
}

/** The width of the longest figure of each column, 0 for none; the figures one period before are written smaller. */
function longestFigures(model: GridModel, views: readonly (readonly CellView[])[]): number[] {
  const widthOf = ({ align, text, prior }: CellView): number =>
    align === 'right' ? Math.max(gridTextWidth(text), Math.ceil(gridTextWidth(prior ?? '') * PRIOR_SIZE)) : 0
  return model.columns.map((_, column) => views.reduce((most, row) => Math.max(most, widthOf(row[column] ?? blankCell)), 0))
}

type DrawnSheet = {
  frameRef: RefObject<HTMLDivElement | null>
  tableRef: RefObject<HTMLTableElement | null>
  columns: number
  widths: ColumnWidths
  /** The views of the cells; new contents may change the heights of rows. */
  views: unknown
}

/** The boxes of the selection and of the cell in focus, which is scrolled into view; null before the cells are measured. */
export function useSelectionBoxes(
  { frameRef, tableRef, columns, widths, views }: DrawnSheet,
  selection: Selection,
): { focus: Box; area: Box } | null {
  const [boxes, setBoxes] = useState<{ focus: Box; area: Box } | null>(null)
  // The boxes follow the selection and the rows' heights.
  useLayoutEffect(() => {
    if (tableRef.current === null) return
    const focus = boxOf(tableRef.current, rectangleOf(single(selection.focus)), columns)
    const area = boxOf(tableRef.current, rectangleOf(selection), columns)
    setBoxes(focus === null || area === null ? null : { focus, area })
  }, [tableRef, selection, columns, widths, views])
  useLayoutEffect(() => {
    if (frameRef.current === null || tableRef.current === null) return
    const box = boxOf(tableRef.current, rectangleOf(single(selection.focus)), columns)
    const frozen = stubLeft(widths, widths.stubs.length + 1)
    if (box !== null) reveal(frameRef.current, tableRef.current, box, frozen)
  }, [frameRef, tableRef, selection.focus, columns, widths])
  return boxes
}
