import type { GridTable, Header, Leaf, ListTable, Table } from './scheme.ts'

/**
 * The printed form of a table (docs/design/pages.md: Form; docs/design/domain.md: Statutory form): nested headers as
 * spans. Screen, paper and workbook all draw this one description, so that all three show the same form.
 *
 * Columns from left to right: the stub (one column for each level of row nesting; 序号 in a list table), the code column
 * 代码 (grid tables only), then the data columns. Head rows from top to bottom: one for each level of column nesting, then
 * the row of column codes, 甲 and 乙 first.
 */
export type TableLayout = {
  /** The number of columns for row titles; 1 in a list table (序号). */
  stubColumns: number
  /** The number of head rows, the row of codes included. */
  headRowCount: number
  columns: readonly LayoutColumn[]
  headRows: readonly (readonly HeadCell[])[]
  /** The rows of a grid table; empty for a list table, because its lines vary. */
  body: readonly BodyRow[]
}

type LayoutColumn = { kind: 'stub' } | { kind: 'ordinal' } | { kind: 'code' } | { kind: 'data'; leaf: Leaf }

/**
 * A head cell; `row` and `column` are 0-based within the head. `kind` code marks the cells of the last row (甲, 乙,
 * column codes). `code` is the column's code for a leaf's title and its code cell, null elsewhere.
 */
export type HeadCell = {
  kind: 'title' | 'code'
  title: string
  code: string | null
  row: number
  column: number
  rowSpan: number
  colSpan: number
}

/** A stub cell, in the first row of its span. `column` is 0-based. */
export type StubCell = { title: string; column: number; rowSpan: number; colSpan: number; indent: number }

export type BodyRow = { row: Leaf; stub: readonly StubCell[]; code: string }

/** The fixed words of a form's head, the same in every language of the screen. */
export const headWords = { stub: '项目', code: '代码', ordinal: '序号', first: '甲', second: '乙' } as const

/** Lays out a table, the same for every unit and period. */
export function layoutTable(table: Table): TableLayout {
  return table.kind === 'grid' ? layoutGrid(table) : layoutList(table)
}

function layoutGrid(table: GridTable): TableLayout {
  const stubColumns = Math.max(1, depthOf(table.rows))
  const levels = Math.max(1, depthOf(table.columns))
  const leading: HeadCell[] = [titleCell(headWords.stub, 0, stubColumns, levels), titleCell(headWords.code, stubColumns, 1, levels)]
  const codes: HeadCell[] = [
    codeCell(headWords.first, null, levels, 0, stubColumns),
    codeCell(headWords.second, null, levels, stubColumns, 1),
  ]
  return {
    stubColumns,
    headRowCount: levels + 1,
    columns: [...Array.from({ length: stubColumns }, (): LayoutColumn => ({ kind: 'stub' })), { kind: 'code' }, ...dataColumns(table)],
    headRows: headRows(table, levels, stubColumns + 1, leading, codes),
    body: bodyRows(table, stubColumns),
  }
}

function layoutList(table: ListTable): TableLayout {
  const levels = Math.max(1, depthOf(table.columns))
  const leading = [titleCell(headWords.ordinal, 0, 1, levels)]
  const codes = [codeCell(headWords.first, null, levels, 0, 1)]
  return {
    stubColumns: 1,
    headRowCount: levels + 1,
    columns: [{ kind: 'ordinal' }, ...dataColumns(table)],
    headRows: headRows(table, levels, 1, leading, codes),
    body: [],
  }
}

function dataColumns(table: Table): LayoutColumn[] {
  return table.leafColumns.map((leaf) => ({ kind: 'data', leaf }))
}

function headRows(table: Table, levels: number, firstData: number, leading: HeadCell[], codes: HeadCell[]): HeadCell[][] {
  const rows: HeadCell[][] = Array.from({ length: levels }, () => [])
  rows[0]?.push(...leading)
  placeHeaders(table.columns, 0, firstData, levels, rows)
  const codeRow = [...codes]
  table.leafColumns.forEach((leaf, index) => codeRow.push(codeCell(leaf.code, leaf.code, levels, firstData + index, 1)))
  return [...rows, codeRow]
}

/** Puts headers of one level side by side; a leaf reaches down to the row of codes. Returns the first free column. */
function placeHeaders(headers: readonly Header[], level: number, start: number, levels: number, rows: HeadCell[][]): number {
  let column = start
  for (const header of headers) {
    const colSpan = leafCount(header)
    const leaf = header.children.length === 0
    const rowSpan = leaf ? levels - level : 1
    rows[level]?.push({ kind: 'title', title: header.title, code: leaf ? header.code : null, row: level, column, rowSpan, colSpan })
    placeHeaders(header.children, level + 1, column, levels, rows)
    column += colSpan
  }
  return column
}

/** Returns the rows with their titles: a group spans its leaves' rows, a leaf reaches right to the code column. */
function bodyRows(table: GridTable, stubColumns: number): BodyRow[] {
  const stubs: StubCell[][] = table.leafRows.map(() => [])
  let next = 0
  const place = (headers: readonly Header[], level: number): void => {
    for (const header of headers) {
      const leaf = header.children.length === 0
      const rowSpan = leafCount(header)
      const colSpan = leaf ? stubColumns - level : 1
      stubs[next]?.push({ title: header.title, column: level, rowSpan, colSpan, indent: header.indent })
      if (leaf) next += 1
      else place(header.children, level + 1)
    }
  }
  place(table.rows, 0)
  return table.leafRows.map((row, index) => ({ row, stub: stubs[index] ?? [], code: row.code }))
}

function titleCell(title: string, column: number, colSpan: number, rowSpan: number): HeadCell {
  return { kind: 'title', title, code: null, row: 0, column, rowSpan, colSpan }
}

function codeCell(title: string, code: string | null, row: number, column: number, colSpan: number): HeadCell {
  return { kind: 'code', title, code, row, column, rowSpan: 1, colSpan }
}

function depthOf(headers: readonly Header[]): number {
  let depth = 0
  for (const header of headers) depth = Math.max(depth, 1 + depthOf(header.children))
  return depth
}

function leafCount(header: Header): number {
  return header.children.length === 0 ? 1 : header.children.reduce((sum, child) => sum + leafCount(child), 0)
}
