import type { Check, CheckInstance, Scheme } from '../../../shared/scheme/scheme.ts'
import { problem } from '../../../shared/problem.ts'
import { cellRef, parseCellRef } from '../../../shared/words.ts'
import { checkSheet } from '../manifest.ts'
import { levelTitles } from '../write-form/check-words.ts'
import type { XlsxBook, XlsxCell, XlsxSheet, XlsxTarget } from '../xlsx/book.ts'
import type { LocatedTable } from './locate.ts'
import { plainLabel } from './plain-label.ts'
import type { Lines } from './read-list.ts'
import { addProblem, type ReadFindings } from './read-findings.ts'

const longest = 2000
const whys: ReadonlyMap<string, XlsxTarget> = new Map()

/**
 * Reads the explanations of a return, by `CHECK@CELL`: on 审核 by the check and the place in the same row, because rows may
 * have been sorted, on a list by the line in the same row. Names are used when labels are gone.
 */
export function explanationsInReturn(
  report: ReadFindings,
  book: XlsxBook,
  scheme: Scheme,
  named: ReadonlyMap<string, XlsxTarget> | null,
  lists: readonly { table: LocatedTable; lines: Lines }[],
): [string, string][] {
  const targets = named ?? whys
  const found = new Map<string, string>()
  const take = (key: string | null, sheet: XlsxSheet, cell: XlsxCell | undefined): void => {
    const text = cell === undefined || cell.formula || cell.kind === 'error' ? '' : cell.text
    if (key === null || cell === undefined || text.trim() === '') return
    if (text.length > longest)
      addProblem(report, problem('text-too-long', { length: text.length, maximum: longest }), {
        sheet,
        row: cell.row,
        column: cell.column,
        found: text,
      })
    found.set(key, text.slice(0, longest))
  }
  const sheet = sheetOf(book, targets)
  if (sheet !== null && !takeRows(sheet, scheme, take)) {
    for (const [key, target] of targets)
      if (target.sheet.toLowerCase() === sheet.name.toLowerCase()) take(key, sheet, sheet.at(target.row, target.column))
  }
  for (const { table, lines } of lists) takeLines(scheme, table, lines, targets, take)
  return [...found]
}

type Take = (key: string | null, sheet: XlsxSheet, cell: XlsxCell | undefined) => void

function sheetOf(book: XlsxBook, targets: ReadonlyMap<string, XlsxTarget>): XlsxSheet | null {
  const byName = (name: string): XlsxSheet | undefined =>
    book.sheets.find((sheet) => sheet.hasCells && sheet.name.toLowerCase() === name.toLowerCase())
  const lists = [...targets].find(([key]) => !/\.\d+\.[^.]*$/.test(key))?.[1] ?? [...targets.values()][0]
  return byName(checkSheet) ?? (lists === undefined ? null : (byName(lists.sheet) ?? null))
}

/** Reads the rows of 审核; false when its head cannot be found. */
function takeRows(sheet: XlsxSheet, scheme: Scheme, take: Take): boolean {
  const columns = { id: 0, place: 0, why: 0 }
  let head = 0
  let id = ''
  let place = ''
  for (const cell of sheet.cells) {
    if (head === 0 || cell.row === head) {
      const word = cell.kind === 'text' && cell.text.length < 10 ? plainLabel(cell.text) : ''
      if (word === '编号') [head, columns.id] = [cell.row, cell.column]
      else if (word === '位置') columns.place = cell.column
      else if (word === '说明') columns.why = cell.column
    } else if (cell.column === columns.id) [id, place] = [cell.text, '']
    else if (cell.column === columns.place) place = cell.text
    else if (cell.column === columns.why) take(keyOf(scheme, id.trim(), place), sheet, cell)
  }
  return head > 0 && columns.place > 0 && columns.why > 0
}

/** The key of a row of 审核, null when unknown. The place `02·1 受益学生·春学期` begins with the row and column of the check's cell. */
function keyOf(scheme: Scheme, id: string, place: string): string | null {
  const check = scheme.checks.find((one) => one.id === id)
  const at = check?.instances.filter((instance) => {
    const parts = parseCellRef(instance.at)
    return parts !== null && instance.list === null && (place.startsWith(`${parts.row}·${parts.column} `) || place === instance.at)
  })
  return at?.length === 1 && at[0] !== undefined ? `${id}@${at[0].at}` : null
}

function takeLines(
  scheme: Scheme,
  { shape, sheet, axes }: LocatedTable,
  lines: Lines,
  targets: ReadonlyMap<string, XlsxTarget>,
  take: Take,
): void {
  const code = shape.table.code
  const queries = scheme.checks.filter((check) => check.level === 'query' && check.scope === 'unit')
  for (const check of queries) {
    for (const instance of check.instances) {
      if (sheet === null || instance.list !== code) continue
      const column = columnOfWhys(sheet, check, axes.headRow, targets)
      if (column === null) continue
      for (const [row, line] of lines) take(lineKey(check, instance, line), sheet, sheet.at(row, column))
    }
  }
}

/** The column of explanations: right of the head cell of the check's mark, else the column of the first name of the check. */
function columnOfWhys(sheet: XlsxSheet, check: Check, headRow: number, targets: ReadonlyMap<string, XlsxTarget>): number | null {
  const title = plainLabel(`${levelTitles.query}${check.id}`)
  const head = sheet.cells.find((cell) => cell.row <= headRow && cell.kind === 'text' && plainLabel(cell.text) === title)
  if (head !== undefined) return head.column + 1
  const own = [...targets].find(
    ([key, target]) => key.startsWith(`${check.id}@`) && target.sheet.toLowerCase() === sheet.name.toLowerCase(),
  )
  return own?.[1].column ?? null
}

function lineKey(check: Check, instance: CheckInstance, line: number): string {
  const own = instance.bound.listCells.find(({ table }) => table === instance.list)
  return `${check.id}@${own === undefined || instance.list === null ? instance.at : cellRef(instance.list, line, own.column)}`
}
