import { describe, expect, test } from 'vitest'
import { sliceColumns, splitColumns } from '../../../electron/print/column-groups.ts'
import { planPage, type ColumnClaim } from '../../../electron/print/page-plan.ts'
import { layoutTable, type TableLayout } from '../../../shared/scheme/layout.ts'
import type { Header, Leaf, Table } from '../../../shared/scheme/scheme.ts'

function leaf(code: string): Leaf {
  return { code, title: code, path: [code], indent: 0, subtotal: false, note: '', help: '' }
}

/** A grid of `groups` header groups with `each` columns. */
function wide(groups: number, each: number): TableLayout {
  const columns: Header[] = Array.from({ length: groups }, (_, group) => ({
    title: `组${group}`,
    code: null,
    indent: 0,
    children: Array.from({ length: each }, (_, index) => ({
      title: `列${group}-${index}`,
      code: `${group * each + index + 1}`,
      children: [],
      indent: 0,
    })),
  }))
  const leafColumns = columns.flatMap(({ children }) => children.map(({ code }) => leaf(code ?? '')))
  const rows: Header[] = [{ title: '行', code: '01', children: [], indent: 0 }]
  return layoutTable({ kind: 'grid', columns, rows, leafColumns, leafRows: [leaf('01')] } as unknown as Table)
}

function claims(layout: TableLayout, least: number): ColumnClaim[] {
  return layout.columns.map(() => ({ least, wanted: least }))
}

describe('a table on A4', () => {
  test('stands upright while it fits, then lies across, then is split', () => {
    const plan = (groups: number): string => {
      const layout = wide(groups, 3)
      const { orientation, parts } = planPage(layout, claims(layout, 5))
      return `${orientation} ${parts.length}`
    }
    expect(plan(2)).toBe('portrait 1')
    expect(plan(5)).toBe('landscape 1')
    expect(plan(12)).toMatch(/^landscape [34]$/)
  })

  test('never goes over the edge, and gives every column at least its claim', () => {
    for (const groups of [1, 3, 7, 15]) {
      const layout = wide(groups, 4)
      const { orientation, points, parts } = planPage(layout, claims(layout, 4.5))
      for (const { widths } of parts) {
        expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(orientation === 'portrait' ? 182 : 269)
        for (const width of widths) expect(width).toBeGreaterThanOrEqual(4.5 * points * 0.3527 - 0.02)
      }
    }
  })

  test('is split at the end of a heading where it can', () => {
    const layout = wide(6, 3)
    expect(
      splitColumns(
        layout,
        layout.columns.map(() => 1),
        10,
      ),
    ).toEqual([
      { from: 2, to: 8 },
      { from: 8, to: 14 },
      { from: 14, to: 20 },
    ])
  })

  test('a heading that is cut is narrowed on both sides', () => {
    const layout = wide(1, 6)
    const part = sliceColumns(layout, { from: 5, to: 8 })
    expect(part.headRows[0]?.map(({ title, column, colSpan }) => [title, column, colSpan])).toEqual([
      ['项目', 0, 1],
      ['代码', 1, 1],
      ['组0', 2, 3],
    ])
    expect(part.headRows.at(-1)?.map(({ title }) => title)).toEqual(['甲', '乙', '4', '5', '6'])
  })
})
