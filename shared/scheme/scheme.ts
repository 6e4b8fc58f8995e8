import type { CellType } from '../cell-types/cell-types.ts'
import type { Aggregate, CellTerms } from '../cell-types/definition.ts'
import type { Decimal, TenThousandths } from '../decimal/decimal.ts'
import type { Bound } from '../formula/bound/bound.ts'
import type { Parameter, PeriodKind } from '../period/period.ts'
import type { CellRef, ColumnCode, RowCode, TableCode } from '../words.ts'

/** A loaded scheme 报表方案: every reference resolved, every formula typed (docs/design/scheme.md: Problems). Made by parse-scheme.ts only. */
export type Scheme = {
  id: string
  version: string
  title: string
  /** The head of the statutory form (docs/design/domain.md: Statutory form): 制定机关, 批准机关, 批准文号, 有效期至; empty or null when absent. */
  issuer: string
  approvedBy: string
  approvalNumber: string
  /** 有效期至: 2027-09-30, or 2027-09 for the end of that month. */
  validUntil: string | null
  period: PeriodKind
  deadlines: { units: string | null; county: string | null }
  parameters: ReadonlyMap<string, Parameter>
  tables: readonly Table[]
  checks: readonly Check[]
  indicators: readonly Indicator[]
  evaluation: Evaluation | null
  report: string | null
  /** Every cell of every grid table, in form order; list cells are found by `cellOf`. */
  cells: ReadonlyMap<CellRef, Cell>
  /** The computed cells, each after the cells of its formula; a computed column of a list is `TABLE.COLUMN`. */
  computedOrder: readonly CellRef[]
}

/** A formula over unit attributes (`filed-by`, `where`). */
export type UnitCondition = { source: string; bound: Bound }

export type Table = GridTable | ListTable

type TableCommon = {
  code: TableCode
  title: string
  /** The title in at most 20 characters, for tabs and sheet names. */
  shortTitle: string
  filedBy: UnitCondition
  /** 计量单位 without the label: 「所、人」; empty when absent. */
  unitNote: string
  notes: readonly string[]
  columns: readonly Header[]
  leafColumns: readonly Leaf[]
}

export type GridTable = TableCommon & { kind: 'grid'; rows: readonly Header[]; leafRows: readonly Leaf[] }

/** A table with a line per training, project or problem; `cells` has a line's cell by column. */
export type ListTable = TableCommon & { kind: 'list'; cells: ReadonlyMap<ColumnCode, Cell> }

/** A header of a column or row: a group has children and no code, a leaf has a code. Depth at most 5. */
export type Header = { title: string; code: string | null; children: readonly Header[]; indent: number }

/** A row or column of cells. `path` has the titles from the outermost group to the leaf. */
export type Leaf = { code: string; title: string; path: readonly string[]; indent: number; subtotal: boolean; note: string; help: string }

export type Cell = CellTerms & {
  ref: CellRef
  table: TableCode
  /** The row's code; empty for a cell of a list table. */
  row: RowCode
  column: ColumnCode
  state: 'input' | 'computed' | 'blocked'
  type: CellType
  required: boolean
  aggregate: Aggregate
  formula: Bound | null
  /** The formula's text in the scheme file; empty for inputs. */
  source: string
  /** The cell's name in an earlier version of the scheme, for PRIOR. */
  was: CellRef | null
  /** The cell of another scheme for carrying over into a blank input (filing/carry-over.ts). */
  from: CellOrigin | null
}

/** A cell of another scheme, by the scheme's id; not looked up at loading because the other scheme may be missing. */
export type CellOrigin = { scheme: string; cell: CellRef }

/** A rule on cells 审核关系. `scope` county: checked on totals, at the collecting level. */
export type Check = {
  id: string
  level: 'error' | 'query'
  scope: 'unit' | 'county'
  table: TableCode | null
  source: string
  /** The reason for the rule (error), or the question to answer (query). */
  message: string
  where: UnitCondition | null
  instances: readonly CheckInstance[]
}

/** A rule at one place; `at` is the cell of the place, for opening and for explanations. */
export type CheckInstance = { at: CellRef; bound: Bound; list: TableCode | null }

export type Indicator = {
  code: string
  source: string
  bound: Bound
  show: string
  unit: string
  target: Target | null
  higher: 'better' | 'worse' | null
  note: string
  /** The form and the standard of one unit's figure, for a coefficient of variation. */
  each: EachUnit | null
}

/** A unit's figure behind a statistic: x / w × `per`, in `unit` (人/百生); x is counted in `of` (人) with `decimals` decimals. */
export type EachUnit = { per: number; unit: string; of: string; decimals: number; standard: Bound | null }

export type Target = { operator: '>=' | '<=' | '>' | '<' | '='; value: Decimal; source: string }

export type Evaluation = {
  full: TenThousandths
  items: readonly EvaluationItem[]
  /** The list 扣分清单 with the lost points of manual items: a line has an item, the points and the reason. */
  deductions: { table: TableCode; item: ColumnCode; points: ColumnCode; reason: ColumnCode } | null
  vetoes: readonly Veto[]
  /** The grades from the highest threshold down, the best first. */
  grades: readonly { from: TenThousandths; title: string }[]
}

export type EvaluationItem = {
  code: string
  title: string
  points: TenThousandths
  /** The responsible departments; the first leads. */
  responsible: readonly string[]
  /** The leading department's last day of filing, MM-DD; null without a deadline. */
  deadline: string | null
  /** True when the item needs evidence 佐证材料 on file. */
  evidence: boolean
  /** The way of scoring: by a person, by a formula, or as the sum of the item's children. */
  score: { kind: 'manual' } | { kind: 'formula'; source: string; bound: Bound } | { kind: 'sum' }
  reason: string
  items: readonly EvaluationItem[]
}

/** A condition of 一票否决. `ceiling`: the best grade still possible under the veto; null: `effect` replaces every grade. */
export type Veto = { code: string; text: string; when: { source: string; bound: Bound } | null; effect: string; ceiling: string | null }
