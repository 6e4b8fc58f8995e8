import type { Decimal } from '../../decimal/decimal.ts'

/** "MS03.02.1": table, row, column. The language only compares keys; the scheme makes them. */
export type CellKey = string
export type CellKind = 'number' | 'text' | 'date'

/** The value of a formula; null is blank. Dates are ISO text. */
export type Value = Decimal | string | boolean | null

/** The content of a cell: a figure, a text, an ISO date, or null when blank or 不适用 (docs/design/formula.md: Blanks). */
export type Content = Decimal | string | null

/** The source of a formula's inputs: one filing, or one level's totals. */
export type CellSource = {
  cell(key: CellKey): Content
  /** The column's cells, one a row, blanks included; the same number for every column of a table. */
  listColumn(table: string, column: string): readonly Content[]
  /** The cell of the current row, in a rule of a list. */
  listCell?(table: string, column: string): Content
  /** The source of the period before; absent when there is none. */
  prior?: CellSource
  /** The parameter in force in the period, or null. */
  parameter(name: string): Decimal | null
  /** An attribute of the filing unit as text; a class like "210". */
  unit(attribute: string): string | null
  /** The units of the level, for the across-units functions. */
  units?: readonly CellSource[]
}
