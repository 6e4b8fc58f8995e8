import type { Table } from '../../../shared/scheme/scheme.ts'
import type { TableCode } from '../../../shared/words.ts'
import { checkSheet, choiceSheet, coverSheet, manifestSheet } from '../manifest.ts'
import type { XlsxBook, XlsxSheet } from '../xlsx/book.ts'
import { plainLabel } from './plain-label.ts'

/** The rows searched for a title, 表号 and row titles. */
const searchedRows = 200
/** Reached by a sheet's tab or 表号 alone, and by its title with half of the row and column titles; never by these titles alone. */
const enough = 3

/**
 * Assigns sheets to tables by their texts: the code in the tab, 表号, the title, the titles of rows and columns. Each sheet
 * goes to one table, the likeliest pairs first, in a draw the earlier sheet. `open` are the sheets to choose from.
 */
export function matchSheets(tables: readonly Table[], open: readonly XlsxSheet[]): Map<TableCode, XlsxSheet> {
  const pairs: { table: Table; sheet: XlsxSheet; likeness: number }[] = []
  for (const sheet of open) {
    const words = wordsOf(sheet)
    for (const table of tables) {
      const likeness = likenessOf(table, sheet.name, words)
      if (likeness >= enough) pairs.push({ table, sheet, likeness })
    }
  }
  pairs.sort((a, b) => b.likeness - a.likeness)
  const matched = new Map<TableCode, XlsxSheet>()
  const taken = new Set<XlsxSheet>()
  for (const { table, sheet } of pairs) {
    if (matched.has(table.code) || taken.has(sheet)) continue
    matched.set(table.code, sheet)
    taken.add(sheet)
  }
  return matched
}

/** The sheets with cells that are neither very hidden nor the program's own. */
export function tableSheets(book: XlsxBook): XlsxSheet[] {
  const own = new Set([coverSheet, checkSheet, manifestSheet, choiceSheet])
  return book.sheets.filter((sheet) => sheet.hasCells && sheet.state !== 'veryHidden' && !own.has(sheet.name))
}

function wordsOf(sheet: XlsxSheet): Set<string> {
  const words = new Set<string>()
  for (const cell of sheet.cells)
    if (cell.kind === 'text' && cell.row <= searchedRows && cell.text.length <= 200) words.add(plainLabel(cell.text))
  return words
}

function likenessOf(table: Table, name: string, words: ReadonlySet<string>): number {
  const titles = [...table.leafColumns, ...(table.kind === 'grid' ? table.leafRows : [])].map((leaf) => plainLabel(leaf.title))
  const share = titles.filter((title) => words.has(title)).length / Math.max(1, titles.length)
  const coded = words.has(plainLabel(`表号：${table.code}`)) ? 4 : 0
  return coded + (startsWithCode(plainLabel(name), table.code) ? 3 : 0) + (words.has(plainLabel(table.title)) ? 2 : 0) + share * 2
}

/** True for 「MS1 …」 and 「MS1」 with the code MS1, false for 「MS10 …」. */
function startsWithCode(name: string, code: string): boolean {
  const plain = plainLabel(code)
  return name.startsWith(plain) && !/^[0-9A-Za-z_-]/.test(name.slice(plain.length))
}
