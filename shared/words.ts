/**
 * The product's words as types (docs/design/words.md: Codes and cells). People write codes in scheme files and rosters. A cell is spelled
 * `TABLE.ROW.COLUMN`; the row in a list table is the 1-based ordinal of the line.
 */
export type TableCode = string
export type RowCode = string
export type ColumnCode = string
export type CellRef = string
export type UnitCode = string
/** The key of a reporting task in addresses and requests, `SCHEME.PERIOD`: `minsheng.2021`, `base.2021-2022-1`. */
export type TaskKey = string
export type Lang = 'zh' | 'en'

/** The words of a definition (a verdict, a grouping, a cell type), in each language. */
export type Words = Readonly<Record<Lang, string>>

export type CellParts = { table: TableCode; row: RowCode; column: ColumnCode }

/** Spells a cell for files, the command line and defined names: `MS03.02.1`. */
export function cellRef(table: TableCode, row: RowCode | number, column: ColumnCode): CellRef {
  return `${table}.${row}.${column}`
}

/** Splits a spelled cell into its parts; null unless the text has exactly three non-empty parts. */
export function parseCellRef(text: string): CellParts | null {
  const first = text.indexOf('.')
  const second = text.indexOf('.', first + 1)
  if (first < 1 || second < first + 2 || second === text.length - 1 || text.includes('.', second + 1)) return null
  return { table: text.slice(0, first), row: text.slice(first + 1, second), column: text.slice(second + 1) }
}

/** The table code of a spelled cell. */
export function tableOf(ref: CellRef): TableCode {
  return ref.slice(0, ref.indexOf('.'))
}

/** Spells a task as scheme id and period. Scheme ids may contain dots, periods contain none. */
export function taskKey({ scheme, period }: { scheme: string; period: string }): TaskKey {
  return `${scheme}.${period}`
}

/** Splits a spelled task into scheme and period; null when the key has no dot between two parts. */
export function parseTaskKey(key: TaskKey): { scheme: string; period: string } | null {
  const dot = key.lastIndexOf('.')
  return dot < 1 || dot === key.length - 1 ? null : { scheme: key.slice(0, dot), period: key.slice(dot + 1) }
}
