import XLSX from '@e965/xlsx'
import { fromText } from '../../shared/decimal/decimal.ts'
import { display } from '../../shared/decimal/display.ts'
import { plainDecimal } from '../../electron/workbook/xlsx/number-text.ts'
import { layoutTable } from '../../shared/scheme/layout.ts'
import type { Table } from '../../shared/scheme/scheme.ts'

/** Figures as a reader sees them: rows of a table's data cells, as texts. */
export type ShownRows = string[][]

/** The data rows of one table on paper, for each group in turn; a table printed in parts is put together again. */
export function printedRows(html: string, table: Table): ShownRows[] {
  const sections = html
    .split('<section')
    .slice(1)
    .filter((one) => headingOf(one).replace(/（续.+?）$/, '') === table.title)
  const groups: ShownRows[] = []
  for (const section of sections) {
    const rows = [...(/<tbody>([\s\S]*?)<\/tbody>/.exec(section)?.[1] ?? '').matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row = '']) =>
      [...row.matchAll(/<td class="(?:figure|text|mark)">([\s\S]*?)<\/td>/g)].map(([, text = '']) => plain(text)),
    )
    if (headingOf(section) === table.title) groups.push(rows)
    else groups.at(-1)?.forEach((row, index) => row.push(...(rows[index] ?? [])))
  }
  return groups
}

function headingOf(section: string): string {
  return plain(/<h2>([\s\S]*?)<\/h2>/.exec(section)?.[1] ?? '')
}

function plain(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}

/** A workbook with the formats of its cells. */
export type ShownBook = { sheets: Record<string, XLSX.WorkSheet>; names: string[] }

export function openBook(bytes: Uint8Array): ShownBook {
  const book = XLSX.read(bytes, { cellNF: true, cellStyles: true })
  return { sheets: book.Sheets, names: book.SheetNames }
}

/** The shown text of a workbook's cell: its number in its number format, or its text. Row and column from 1. */
export function shownAt(sheet: XLSX.WorkSheet, row: number, column: number): string {
  const cell = sheet[XLSX.utils.encode_cell({ r: row - 1, c: column - 1 })] as XLSX.CellObject | undefined
  if (cell === undefined || cell.v === undefined) return ''
  if (cell.t !== 'n') return String(cell.v)
  const format = String(cell.z ?? 'General')
  if (/[ymd]/.test(format)) return XLSX.SSF.format('yyyy-mm-dd', cell.v as number) as string
  const value = fromText(plainDecimal(String(cell.v)) ?? '')
  return value === null || format === 'General' || format === '@' ? String(cell.v) : display(value, format)
}

/** The data rows of one table in a workbook, for each group in turn: they stand under the row of codes 甲 乙. */
export function workbookRows(sheet: XLSX.WorkSheet, table: Table): ShownRows[] {
  const layout = layoutTable(table)
  const first = layout.columns.findIndex((column) => column.kind === 'data') + 1
  const last = XLSX.utils.decode_range(sheet['!ref'] ?? 'A1').e.r + 1
  const groups: ShownRows[] = []
  for (let row = 1; row <= last; row += 1) {
    if (shownAt(sheet, row, first - 1) !== (table.kind === 'grid' ? '乙' : '甲')) continue
    const rows: ShownRows = []
    for (
      let at = row + 1;
      table.kind === 'grid' ? rows.length < table.leafRows.length : shownAt(sheet, at, 1) === String(rows.length + 1);
      at += 1
    ) {
      rows.push(table.leafColumns.map((_, index) => shownAt(sheet, at, first + index)))
    }
    groups.push(rows)
  }
  return groups
}
