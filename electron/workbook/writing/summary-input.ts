import type { EvaluationView } from '../../../shared/api/consolidation.ts'
import type { Decimal } from '../../../shared/decimal/decimal.ts'
import type { Fact } from '../../../shared/filing/facts.ts'
import type { Indicator, Scheme, Table } from '../../../shared/scheme/scheme.ts'
import type { CellRef } from '../../../shared/words.ts'

/** An indicator of one group; `value` null where there is no figure, `met` null where there is no target or no figure. */
export type SummaryIndicator = { indicator: Indicator; value: Decimal | null; met: boolean | null }

/** One group's totals: the county, a township, a kind of unit, a class, or a single unit. */
export type SummaryGroup = {
  title: string
  filed: number
  expected: number
  missing: readonly { code: string; name: string }[]
  /** Facts and computed figures; a cell without an entry is blank. */
  values: ReadonlyMap<CellRef, Fact | Decimal>
  indicators: readonly SummaryIndicator[]
}

/** What a collector's summary holds; everything that is on the sheets is here. */
export type SummaryInput = {
  scheme: Scheme
  /** Who collects: the county's office. */
  collector: string
  /** `2021 年度` */
  periodTitle: string
  tables: readonly Table[]
  groups: readonly SummaryGroup[]
  /** Failed checks of totals, in Chinese. */
  findings: readonly { check: string; cell: CellRef; message: string; explanation: string | null }[]
  evaluation: EvaluationView | null
  /** When the totals last changed, UTC, ISO 8601, so that the same totals give the same bytes; empty when it is not known. */
  time: string
}
