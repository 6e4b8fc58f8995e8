import type { Bound } from '../formula/bound/bound.ts'
import { inWords } from '../formula/words/in-words.ts'
import { unitAttributeTable } from '../unit/attributes.ts'
import { isUnitAttribute } from '../unit/unit.ts'
import { parseCellRef, tableOf, type CellRef, type Lang } from '../words.ts'
import type { Cell, Leaf, Scheme, Table } from './scheme.ts'

/**
 * Returns a formula in words. `at` is the computed cell, null for an indicator. A cell in the row of `at` is named by its column, a cell in
 * the column of `at` by its row, as on the form. A cell of another table, or of one of several tables, is named with its table.
 */
export function formulaInWords(scheme: Scheme, bound: Bound, at: Cell | null, lang: Lang): string {
  const tables = new Set([...bound.cells, ...bound.priorCells, ...bound.unitCells].map(tableOf))
  for (const { table } of [...bound.lists, ...bound.unitLists]) tables.add(table)
  const home = at?.table ?? (tables.size === 1 ? [...tables][0] : undefined)
  const tableNamed = (code: string): Table | undefined => scheme.tables.find((one) => one.code === code)
  const cell = (key: CellRef): string => {
    const parts = parseCellRef(key)
    const table = parts === null ? undefined : tableNamed(parts.table)
    if (parts === null || table === undefined) return key
    const here = at !== null && at.table === parts.table
    const row = table.kind === 'grid' ? leafTitle(table.leafRows, parts.row, here ? at.row : null) : ''
    const column = leafTitle(table.leafColumns, parts.column, here ? at.column : null)
    if (here && at.row === parts.row && at.column !== parts.column) return column
    if (here && at.column === parts.column) return row
    return parts.table === home ? `${row}·${column}` : `${table.shortTitle} ${row}·${column}`
  }
  const listColumn = (code: string, column: string): string => {
    const table = tableNamed(code)
    const title = table === undefined ? column : leafTitle(table.leafColumns, column, null)
    return code === home || table === undefined ? title : `${table.shortTitle} ${title}`
  }
  const unit = (attribute: string): string => (isUnitAttribute(attribute) ? unitAttributeTable[attribute].inFormula[lang] : attribute)
  return inWords(bound, { cell, listColumn, unit }, lang)
}

/** Returns the titles from the outermost group to the leaf, without the groups shared with `beside`. */
function leafTitle(leaves: readonly Leaf[], code: string, beside: string | null): string {
  const path = leaves.find((leaf) => leaf.code === code)?.path ?? [code]
  const other = leaves.find((leaf) => leaf.code === beside)?.path ?? []
  let shared = 0
  while (shared < path.length - 1 && shared < other.length && path[shared] === other[shared]) shared += 1
  return path.slice(shared).join(' ')
}
