import type { TableLayout } from '../../shared/scheme/layout.ts'
import { leadingColumns, splitColumns, type ColumnGroup } from './column-groups.ts'

/** A column's width claim in em: `least` keeps the figures on one line, `wanted` is the comfortable width. */
export type ColumnClaim = { least: number; wanted: number }

type Orientation = 'portrait' | 'landscape'

/** The A4 plan of one table: the page's direction, the letter size in points, and groups of columns with widths in mm. */
export type PagePlan = {
  orientation: Orientation
  points: number
  parts: readonly { group: ColumnGroup; widths: readonly number[] }[]
}

/** The width of A4 without the margins of print-style.ts, in mm. */
const USABLE: Record<Orientation, number> = { portrait: 210 - 2 * 14, landscape: 297 - 2 * 14 }
const MM_PER_POINT = 25.4 / 72

/**
 * The page plans in order of preference; a table that fits none is split. `comfort` (0 to 1) is the share of the columns'
 * claims beyond `least` that a step must fit.
 */
const STEPS: readonly { orientation: Orientation; points: number; comfort: number }[] = [
  { orientation: 'portrait', points: 10.5, comfort: 0.75 },
  { orientation: 'portrait', points: 9, comfort: 0.5 },
  { orientation: 'landscape', points: 10.5, comfort: 0.5 },
  { orientation: 'landscape', points: 9, comfort: 0.25 },
  { orientation: 'landscape', points: 8, comfort: 0 },
]
const SPLIT = { orientation: 'landscape', points: 9 } as const

/** Plans a table's columns on A4 without cutting figures. `claims` has one entry per layout column. */
export function planPage(layout: TableLayout, claims: readonly ColumnClaim[]): PagePlan {
  const least = claims.map((claim) => claim.least)
  const beyond = sum(claims.map((claim) => Math.max(0, claim.wanted - claim.least)))
  for (const { orientation, points, comfort } of STEPS) {
    const usable = USABLE[orientation] / (points * MM_PER_POINT)
    if (sum(least) + comfort * beyond > usable) continue
    const group = { from: leadingColumns(layout), to: layout.columns.length }
    return { orientation, points, parts: [{ group, widths: inMillimetres(claims, usable, points) }] }
  }
  const usable = USABLE[SPLIT.orientation] / (SPLIT.points * MM_PER_POINT)
  const leading = claims.slice(0, leadingColumns(layout))
  const parts = splitColumns(layout, least, usable).map((group) => ({
    group,
    widths: inMillimetres([...leading, ...claims.slice(group.from, group.to)], usable, SPLIT.points),
  }))
  return { ...SPLIT, parts }
}

/** The column widths in mm that fill the page: each column grows towards `wanted`, then all columns scale by one factor. */
function inMillimetres(claims: readonly ColumnClaim[], usable: number, points: number): number[] {
  const least = sum(claims.map((claim) => claim.least))
  const wish = sum(claims.map((claim) => Math.max(0, claim.wanted - claim.least)))
  const spare = usable - least
  const granted = wish === 0 ? 0 : Math.min(1, Math.max(0, spare) / wish)
  const widths = claims.map((claim) => claim.least + granted * Math.max(0, claim.wanted - claim.least))
  const scale = usable / sum(widths)
  return widths.map((width) => Math.floor(width * scale * points * MM_PER_POINT * 100) / 100)
}

function sum(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + width, 0)
}
