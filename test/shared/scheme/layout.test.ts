import { describe, expect, it } from 'vitest'
import { layoutTable, type TableLayout } from '../../../shared/scheme/layout.ts'
import type { GridTable, Header, Leaf, ListTable } from '../../../shared/scheme/scheme.ts'

const leaf = (code: string, title: string, indent = 0): Header => ({ title, code, children: [], indent })
const group = (title: string, ...children: Header[]): Header => ({ title, code: null, children, indent: 0 })

function leavesOf(headers: readonly Header[], path: readonly string[] = []): Leaf[] {
  return headers.flatMap((header) => {
    const here = [...path, header.title]
    if (header.code === null) return leavesOf(header.children, here)
    return [{ code: header.code, title: header.title, path: here, indent: header.indent, subtotal: false, note: '', help: '' }]
  })
}

function common(columns: readonly Header[]): Omit<GridTable, 'kind' | 'rows' | 'leafRows'> {
  const filedBy = { source: 'TRUE', bound: null as never }
  return { code: 'T1', title: '表', shortTitle: '表', filedBy, unitNote: '', notes: [], columns, leafColumns: leavesOf(columns) }
}

function grid(columns: readonly Header[], rows: readonly Header[]): GridTable {
  return { ...common(columns), kind: 'grid', rows, leafRows: leavesOf(rows) }
}

/** Returns the title at every place of the head and the stub, empty for an uncovered place; throws for a place covered twice. */
function covered(layout: TableLayout): { head: string[][]; stub: string[][] } {
  const fill = (rows: number, columns: number): string[][] => Array.from({ length: rows }, () => Array.from({ length: columns }, () => ''))
  const put = (map: string[][], row: number, column: number, rowSpan: number, colSpan: number, title: string): void => {
    for (let r = row; r < row + rowSpan; r += 1) {
      for (let c = column; c < column + colSpan; c += 1) {
        const places = map[r]
        if (places?.[c] !== '') throw new Error(`${title} overlaps or leaves the form at ${r}, ${c}`)
        places[c] = title
      }
    }
  }
  const head = fill(layout.headRowCount, layout.columns.length)
  for (const cell of layout.headRows.flat()) put(head, cell.row, cell.column, cell.rowSpan, cell.colSpan, cell.title)
  const stub = fill(layout.body.length, layout.stubColumns)
  layout.body.forEach((row, index) => row.stub.forEach((cell) => put(stub, index, cell.column, cell.rowSpan, cell.colSpan, cell.title)))
  return { head, stub }
}

describe('a table laid out as it prints', () => {
  it('puts 项目 and 代码 before the columns, and 甲, 乙 and the column codes under them', () => {
    const layout = layoutTable(grid([leaf('1', '春学期'), leaf('2', '秋学期')], [leaf('01', '在校生'), leaf('02', '其中：寄宿生', 1)]))
    expect(covered(layout)).toEqual({
      head: [
        ['项目', '代码', '春学期', '秋学期'],
        ['甲', '乙', '1', '2'],
      ],
      stub: [['在校生'], ['其中：寄宿生']],
    })
    expect(layout.body.map((row) => [row.code, row.stub[0]?.indent])).toEqual([
      ['01', 0],
      ['02', 1],
    ])
    expect(layout.columns.map((column) => column.kind)).toEqual(['stub', 'code', 'data', 'data'])
  })

  it('lets a header group span its columns and a lone column reach down to the codes', () => {
    const columns = [leaf('1', '合计'), group('全年', group('小学', leaf('2', '男'), leaf('3', '女')), leaf('4', '初中'))]
    const layout = layoutTable(grid(columns, [leaf('01', '学生')]))
    expect(covered(layout).head).toEqual([
      ['项目', '代码', '合计', '全年', '全年', '全年'],
      ['项目', '代码', '合计', '小学', '小学', '初中'],
      ['项目', '代码', '合计', '男', '女', '初中'],
      ['甲', '乙', '1', '2', '3', '4'],
    ])
  })

  it('names the code of a column on its title, and none on a group', () => {
    const layout = layoutTable(grid([group('全年', leaf('1', '男'), leaf('2', '女'))], [leaf('01', '学生')]))
    const codes = layout.headRows
      .flat()
      .filter((cell) => cell.kind === 'title')
      .map((cell) => [cell.title, cell.code])
    expect(codes).toEqual([
      ['项目', null],
      ['代码', null],
      ['全年', null],
      ['男', '1'],
      ['女', '2'],
    ])
  })

  it('gives nested rows a stub column for each level', () => {
    const rows = [leaf('01', '总计'), group('小学', leaf('02', '男'), leaf('03', '女')), group('初中', leaf('04', '男'))]
    const layout = layoutTable(grid([leaf('1', '人数')], rows))
    expect(layout.stubColumns).toBe(2)
    expect(covered(layout).stub).toEqual([
      ['总计', '总计'],
      ['小学', '男'],
      ['小学', '女'],
      ['初中', '男'],
    ])
    expect(covered(layout).head[1]).toEqual(['甲', '甲', '乙', '1'])
  })

  it('heads a list table with 序号 and leaves its lines open', () => {
    const columns = [leaf('项目', '培训项目'), group('完成', leaf('人次', '人次'), leaf('经费', '经费'))]
    const list: ListTable = { ...common(columns), kind: 'list', cells: new Map() }
    const layout = layoutTable(list)
    expect(covered(layout).head).toEqual([
      ['序号', '培训项目', '完成', '完成'],
      ['序号', '培训项目', '人次', '经费'],
      ['甲', '项目', '人次', '经费'],
    ])
    expect(layout.body).toEqual([])
    expect(layout.columns.map((column) => column.kind)).toEqual(['ordinal', 'data', 'data', 'data'])
  })
})
