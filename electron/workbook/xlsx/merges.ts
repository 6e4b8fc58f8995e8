import type { XlsxCell, XlsxMerge } from './book.ts'
import { damaged } from './refusal.ts'

/** The largest number of overlapping regions over one row; a file with more was built to stall a reader. */
const mostOverlaps = 256

/**
 * Drops the cells under merged regions, but keeps each region's first cell, because the others are invisible on the sheet and
 * would be counted twice (programs that unmerge leave copies there). Expects cells row by row. A single sweep down the rows keeps
 * the regions over the current row in order of their first column.
 */
export function dropCovered(cells: XlsxCell[], merges: readonly XlsxMerge[], part: string): XlsxCell[] {
  if (merges.length === 0) return cells
  const waiting = merges.toSorted((a, b) => a.row - b.row)
  let next = 0
  let active: XlsxMerge[] = []
  let overlapping: XlsxMerge[] = []
  let soonestEnd = Infinity
  let row = 0
  return cells.filter((cell) => {
    if (cell.row !== row) {
      row = cell.row
      if (soonestEnd < row) {
        active = active.filter((merge) => merge.lastRow >= row)
        overlapping = overlapping.filter((merge) => merge.lastRow >= row)
        soonestEnd = active.concat(overlapping).reduce((soonest, merge) => Math.min(soonest, merge.lastRow), Infinity)
      }
      for (; next < waiting.length && waiting[next]!.row <= row; next += 1) {
        const merge = waiting[next]!
        if (merge.lastRow < row) continue
        soonestEnd = Math.min(soonestEnd, merge.lastRow)
        if (!insert(active, merge)) overlapping.push(merge)
        if (overlapping.length > mostOverlaps) throw damaged('merges-overlap', part)
      }
    }
    if (active.length === 0 && overlapping.length === 0) return true
    const over = active[lastAtOrBefore(active, cell.column)]
    return !(over && covers(over, cell)) && !overlapping.some((merge) => covers(merge, cell))
  })
}

/** True when the cell lies in the region and is not its first cell. */
function covers(merge: XlsxMerge, cell: XlsxCell): boolean {
  if (cell.row === merge.row && cell.column === merge.column) return false
  return cell.column >= merge.column && cell.column <= merge.lastColumn && cell.row >= merge.row && cell.row <= merge.lastRow
}

/** Inserts a region by its first column; false when it shares a column with an inserted region. */
function insert(active: XlsxMerge[], merge: XlsxMerge): boolean {
  const before = lastAtOrBefore(active, merge.column)
  if (before >= 0 && active[before]!.lastColumn >= merge.column) return false
  const after = active[before + 1]
  if (after && after.column <= merge.lastColumn) return false
  active.splice(before + 1, 0, merge)
  return true
}

/** Index of the last region that starts at or left of a column; -1 when there is none. */
function lastAtOrBefore(active: readonly XlsxMerge[], column: number): number {
  let low = 0
  let high = active.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (active[middle]!.column <= column) low = middle + 1
    else high = middle
  }
  return low - 1
}
