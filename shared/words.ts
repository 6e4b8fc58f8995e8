/**
 * The product's words as types (docs/design/words.md: Codes and cells). Codes are written by people in scheme files and rosters; a cell is
 * always spelled `TABLE.ROW.COLUMN`, in a list table the row is the 1-based ordinal of the line.
 */
export type TableCode = string
export type RowCode = string
export type ColumnCode = string
export type CellRef = string
export type UnitCode = string
/** A reporting task as addresses and requests name it, `SCHEME.PERIOD`: `minsheng.2021`, `base.2021-2022-1`. */
export type TaskKey = string
export type Lang = 'zh' | 'en'

/** The words of a definition (a verdict, a grouping, a cell type), in each language. */
export type Words = Readonly<Record<Lang, string>>

export type CellParts = { table: TableCode; row: RowCode; column: ColumnCode }

/** Spells a cell the way files, the command line and defined names do: `MS03.02.1`. */
export function cellRef(table: TableCode, row: RowCode | number, column: ColumnCode): CellRef {
  return `${table}.${row}.${column}`
}

/** Takes a spelled cell apart; null when it does not have exactly three non-empty parts. */
export function parseCellRef(text: string): CellParts | null {
  const first = text.indexOf('.')
  const second = text.indexOf('.', first + 1)
  if (first < 1 || second < first + 2 || second === text.length - 1 || text.includes('.', second + 1)) return null
  return { table: text.slice(0, first), row: text.slice(first + 1, second), column: text.slice(second + 1) }
}

/** The table a spelled cell belongs to. */
export function tableOf(ref: CellRef): TableCode {
  return ref.slice(0, ref.indexOf('.'))
}

/** Spells a task: its scheme's id and its period. Scheme ids may hold dots, periods hold none. */
export function taskKey({ scheme, period }: { scheme: string; period: string }): TaskKey {
  return `${scheme}.${period}`
}

/** Takes a spelled task apart; null when it has no dot between two parts. */
export function parseTaskKey(key: TaskKey): { scheme: string; period: string } | null {
  const dot = key.lastIndexOf('.')
  return dot < 1 || dot === key.length - 1 ? null : { scheme: key.slice(0, dot), period: key.slice(dot + 1) }
}
