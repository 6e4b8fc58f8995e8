import type { CellType } from '../cell-types/cell-types.ts'
import type { CellTerms } from '../cell-types/definition.ts'
import type { Decimal, TenThousandths } from '../decimal/decimal.ts'
import type { Bound } from '../formula/bound/bound.ts'
import type { Parameter, PeriodKind } from '../period/period.ts'
import type { CellRef, ColumnCode, RowCode, TableCode } from '../words.ts'

/** A loaded scheme 报表方案: every reference resolved, every formula typed (docs/design/scheme.md: Problems). Made by parse-scheme.ts only. */
export type Scheme = {
  id: string
  version: string
  title: string
  /**
   * Head of the statutory form (docs/design/domain.md: Statutory form): 制定机关, 批准机关, 批准文号, 有效期至. Empty or null where the
   * scheme says nothing.
   */
  issuer: string
  approvedBy: string
  approvalNumber: string
  /** 2027-09-30, or 2027-09 for the end of that month. */
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
  /** Computed cells, each after those it needs; a computed column of a list stands as `TABLE.COLUMN`. */
  computedOrder: readonly CellRef[]
}

/** A formula over unit attributes (`filed-by`, `where`). */
export type UnitCondition = { source: string; bound: Bound }

export type Table = GridTable | ListTable

type TableCommon = {
  code: TableCode
  title: string
  /** At most 20 characters, for tabs and sheet names. */
  shortTitle: string
  filedBy: UnitCondition
  /** 计量单位 without the label: 「所、人」; empty when the scheme says none. */
  unitNote: string
  notes: readonly string[]
  columns: readonly Header[]
  leafColumns: readonly Leaf[]
}

export type GridTable = TableCommon & { kind: 'grid'; rows: readonly Header[]; leafRows: readonly Leaf[] }

/** One line per training, project, problem; `cells` describes a line's cell by column. */
export type ListTable = TableCommon & { kind: 'list'; cells: ReadonlyMap<ColumnCode, Cell> }

/** A header of a column or row: a group has children and no code, a leaf has a code. Depth at most 5. */
export type Header = { title: string; code: string | null; children: readonly Header[]; indent: number }

/** A row or column that holds cells. `path` are the titles from the outermost group to the leaf itself. */
export type Leaf = { code: string; title: string; path: readonly string[]; indent: number; subtotal: boolean; note: string; help: string }

type Aggregate = 'sum' | 'max' | 'min' | 'count' | 'list' | 'none'

export type Cell = CellTerms & {
  ref: CellRef
  table: TableCode
  /** Empty for a cell of a list table. */
  row: RowCode
  column: ColumnCode
  state: 'input' | 'computed' | 'blocked'
  type: CellType
  required: boolean
  aggregate: Aggregate
  formula: Bound | null
  /** The formula as the scheme's author wrote it; empty for inputs. */
  source: string
  /** The cell's name in an earlier version of the scheme, for PRIOR. */
  was: CellRef | null
  /** The cell of another scheme whose figure a blank input may take over (filing/carry-over.ts). */
  from: CellOrigin | null
}

/** A cell of another scheme, known by its id; looked up only where that scheme is at hand. */
export type CellOrigin = { scheme: string; cell: CellRef }

/** A rule on cells 审核关系. `scope` county: checked on totals, at the collecting level. */
export type Check = {
  id: string
  level: 'error' | 'query'
  scope: 'unit' | 'county'
  table: TableCode | null
  source: string
  /** Why the rule holds (error), or what to explain (query). */
  message: string
  where: UnitCondition | null
  instances: readonly CheckInstance[]
}

/** One application of a rule; `at` is the cell a click leads to and an explanation is tied to. */
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
  /** Of a coefficient of variation: how the figure of one unit is said, and what it should reach. */
  each: EachUnit | null
}

/** One unit's figure behind a statistic: x / w × `per`, in `unit` (人/百生); x is counted in `of` (人) to so many decimals. */
export type EachUnit = { per: number; unit: string; of: string; decimals: number; standard: Bound | null }

export type Target = { operator: '>=' | '<=' | '>' | '<' | '='; value: Decimal; source: string }

export type Evaluation = {
  full: TenThousandths
  items: readonly EvaluationItem[]
  /** The list 扣分清单 that items scored by hand lose points by: a line names an item, the points and the reason. */
  deductions: { table: TableCode; item: ColumnCode; points: ColumnCode; reason: ColumnCode } | null
  vetoes: readonly Veto[]
  /** From the highest threshold down, the best first. */
  grades: readonly { from: TenThousandths; title: string }[]
}

export type EvaluationItem = {
  code: string
  title: string
  points: TenThousandths
  /** Departments that answer for it; the first leads. */
  responsible: readonly string[]
  /** MM-DD: the day by which the department that leads must have filed; null when nothing is said. */
  deadline: string | null
  /** Whether a score needs evidence 佐证材料 on file. */
  evidence: boolean
  /** Scored by a person or by a formula; a parent has children and neither. */
  score: { kind: 'manual' } | { kind: 'formula'; source: string; bound: Bound } | { kind: 'sum' }
  reason: string
  items: readonly EvaluationItem[]
}

/** One condition of 一票否决. `ceiling`: the best grade that is left when it holds; null: its effect stands in place of any grade. */
export type Veto = { code: string; text: string; when: { source: string; bound: Bound } | null; effect: string; ceiling: string | null }
