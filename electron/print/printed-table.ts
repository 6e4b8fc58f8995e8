import { listLength, type Facts } from '../../shared/filing/facts.ts'
import { layoutTable, type HeadCell, type StubCell, type TableLayout } from '../../shared/scheme/layout.ts'
import type { Cell, Table } from '../../shared/scheme/scheme.ts'
import type { HeadLine } from '../../shared/text/statutory-head.ts'
import { cellRef, type CellRef } from '../../shared/words.ts'
import { leadingColumns, sliceColumns } from './column-groups.ts'
import { printedCell, cellText, type CellText, type PrintValues } from './figures.ts'
import { markup, type Markup } from './markup.ts'
import { planPage, type ColumnClaim } from './page-plan.ts'
import { printedWidth } from './text-width.ts'

/**
 * A table as its statutory form (docs/design/domain.md: Statutory form): title, 表号 to 有效期至, the band above the table,
 * body, notes, foot.
 */
export type PrintedTable = {
  table: Table
  cells: ReadonlyMap<CellRef, Cell>
  values: PrintValues
  /** The form's issue lines from the scheme: 表号, 制定机关 and others. */
  head: readonly HeadLine[]
  /** The line above the head, repeated on every page: 填报单位, period, 计量单位. */
  band: readonly string[]
  /** The line under the title with the number of units in a summary; null prints no line. */
  lead: string | null
  /** Notes and relations, each with its heading: 注, 审核关系. */
  notes: readonly { heading: string; lines: readonly string[] }[]
  /** The texts of the sign-off line. */
  foot: readonly string[]
}

/** The number of blank lines that an empty list prints for handwriting. */
const EMPTY_LINES = 3
/** The space left and right of a cell's content, in em. */
const PADDING = 1
const CONTINUED = ['', '（续一）', '（续二）', '（续三）', '（续四）', '（续五）']

type PrintedRow = { stub: readonly StubCell[]; code: string | null; texts: readonly CellText[] }

/** Prints a table; a table too wide for A4 prints in parts, each with the row titles. */
export function printTable(input: PrintedTable): Markup {
  const layout = layoutTable(input.table)
  const rows = rowsOf(input, layout)
  const first = leadingColumns(layout)
  const plan = planPage(layout, claimsOf(layout, rows))
  const lastPart = plan.parts.length - 1
  const parts = plan.parts.map(({ group, widths }, index) => {
    const part = sliceColumns(layout, group)
    const cut = rows.map((row) => ({ ...row, texts: row.texts.slice(group.from - first, group.to - first) }))
    return markup`<section class="${plan.orientation === 'landscape' ? 'across' : 'upright'}">
<h2>${input.table.title}${CONTINUED[index] ?? `（续${index}）`}</h2>
${input.lead === null ? null : markup`<p class="lead">${input.lead}</p>`}
<div class="issue">${input.head.map(({ label, value }) => markup`<span>${spread(label)}：</span><span>${value}</span>`)}</div>
<table class="grid" style="font-size: ${plan.points}pt"><colgroup>${widths.map((width) => markup`<col style="width: ${width}mm">`)}</colgroup>
<thead>${band(input, part)}${part.headRows.map(headRow)}</thead>
<tbody>${cut.map(bodyRow)}</tbody></table>
${index === lastPart ? notes(input) : null}${index === lastPart ? foot(input) : null}
</section>`
  })
  return markup`${parts}`
}

function rowsOf(input: PrintedTable, layout: TableLayout): PrintedRow[] {
  const { table } = input
  const textOf = (row: string, column: string): CellText =>
    cellText(printedCell(table, input.cells, row, column), input.values.get(cellRef(table.code, row, column)))
  const texts = (row: string): CellText[] => table.leafColumns.map(({ code }) => textOf(row, code))
  if (table.kind === 'grid') return layout.body.map(({ stub, code }) => ({ stub, code, texts: texts(code) }))
  const lines = listLength(input.values as Facts, table.code)
  return Array.from({ length: lines || EMPTY_LINES }, (_, index) => ({
    stub: [{ title: String(index + 1), column: 0, rowSpan: 1, colSpan: 1, indent: 0 }],
    code: null,
    texts: texts(String(index + 1)),
  }))
}

/** The width claim of each column; figures claim their whole width, titles and texts may wrap. */
function claimsOf(layout: TableLayout, rows: readonly PrintedRow[]): ColumnClaim[] {
  const first = leadingColumns(layout)
  return layout.columns.map((column, index) => {
    if (column.kind === 'ordinal') return { least: 3, wanted: 3 }
    if (column.kind === 'code') return claim(Math.max(2, ...rows.map(({ code }) => printedWidth(code ?? ''))), 9, 9)
    if (column.kind === 'stub') {
      const titles = rows.flatMap(({ stub }) => stub.filter((cell) => cell.column <= index && index < cell.column + cell.colSpan))
      return claim(Math.max(3, ...titles.map((cell) => (printedWidth(cell.title) + cell.indent) / cell.colSpan)), 9, 22)
    }
    const texts = rows.map((row) => row.texts[index - first] ?? { text: '', kind: 'figure' as const })
    const figure = Math.max(0, ...texts.filter(({ kind }) => kind !== 'text').map(({ text }) => printedWidth(text)))
    const text = Math.max(0, ...texts.filter(({ kind }) => kind === 'text').map((one) => printedWidth(one.text)))
    const title = printedWidth(column.leaf.title)
    const titleLeast = Math.min(title, 2.2)
    return {
      least: Math.max(figure, Math.min(text, 6), titleLeast) + PADDING,
      wanted: Math.max(figure + 1, Math.min(text, 18), Math.min(title, 8)) + PADDING,
    }
  })
}

function claim(width: number, least: number, wanted: number): ColumnClaim {
  return { least: Math.min(width, least) + PADDING, wanted: Math.min(width, wanted) + PADDING }
}

function band(input: PrintedTable, layout: TableLayout): Markup {
  return markup`<tr class="band"><th colspan="${layout.columns.length}"><div>${input.band.map((text) => markup`<span>${text}</span>`)}</div></th></tr>`
}

/** A two-character label spread to four characters, so that the colons of 表号 and 制定机关 align. */
function spread(label: string): string {
  return label.length === 2 ? `${label[0]}　　${label[1]}` : label
}

function headRow(row: readonly HeadCell[]): Markup {
  const codes = row.some(({ kind }) => kind === 'code')
  const cells = row.map((cell) => markup`<th${span('rowspan', cell.rowSpan)}${span('colspan', cell.colSpan)}>${cell.title}</th>`)
  return codes ? markup`<tr class="codes">${cells}</tr>` : markup`<tr>${cells}</tr>`
}

function bodyRow(row: PrintedRow): Markup {
  const stub = row.stub.map((cell) => {
    const indent = cell.indent > 0 ? markup` style="padding-left: ${cell.indent + 0.4}em"` : null
    const centred = row.code === null ? markup` class="code"` : null
    return markup`<th${centred}${indent}${span('rowspan', cell.rowSpan)}${span('colspan', cell.colSpan)}>${cell.title}</th>`
  })
  const code = row.code === null ? null : markup`<td class="code">${row.code}</td>`
  return markup`<tr>${stub}${code}${row.texts.map(({ text, kind }) => markup`<td class="${kind}">${text}</td>`)}</tr>`
}

function span(name: 'rowspan' | 'colspan', count: number): Markup | null {
  return count > 1 ? { html: ` ${name}="${count}"` } : null
}

function notes(input: PrintedTable): Markup {
  return markup`${input.notes
    .filter(({ lines }) => lines.length > 0)
    .map(({ heading, lines }) => {
      const numbered = lines.map((line, index) => markup`<p>${lines.length > 1 ? `${index + 1}. ` : ''}${line}</p>`)
      return markup`<div class="notes"><span>${heading}：</span><div>${numbered}</div></div>`
    })}`
}

function foot(input: PrintedTable): Markup | null {
  return input.foot.length === 0 ? null : markup`<div class="foot">${input.foot.map((text) => markup`<span>${text}</span>`)}</div>`
}
