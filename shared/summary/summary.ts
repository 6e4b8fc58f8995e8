import type { EvaluationView } from '../api/consolidation.ts'
import { figuresIn, schemeIn, type RoundingAdjustments, type MoneyUnit } from '../consolidation/money.ts'
import type { Decimal } from '../decimal/decimal.ts'
import type { Fact } from '../filing/facts.ts'
import type { IndicatorFigure } from '../indicator/compute.ts'
import type { Scheme, Table } from '../scheme/scheme.ts'
import type { CellRef, TableCode } from '../words.ts'

/** A group's totals: of the county, a township, a kind of unit, a class, or a single unit. */
export type SummaryGroup = {
  title: string
  filed: number
  expected: number
  missing: readonly { code: string; name: string }[]
  /** Facts and computed figures; a cell without an entry is blank. */
  values: ReadonlyMap<CellRef, Fact | Decimal>
  indicators: readonly IndicatorFigure[]
  /** The adjustments by table that make printed parts add up; empty for money as filed. */
  roundings: ReadonlyMap<TableCode, RoundingAdjustments>
}

/** The whole content of a collector's summary, for paper and for a workbook. */
export type Summary = {
  scheme: Scheme
  /** The name of the county's collecting office. */
  collector: string
  /** The period in words, `2021 年度`. */
  periodTitle: string
  tables: readonly Table[]
  groups: readonly SummaryGroup[]
  /** Failed checks of totals, in Chinese. */
  findings: readonly { check: string; cell: CellRef; message: string; explanation: string | null }[]
  evaluation: EvaluationView | null
  /** The unit of displayed money; null for money as filed. */
  money: MoneyUnit | null
  /** The time of the totals' last change, UTC, ISO 8601, so that the same totals give the same bytes; empty when unknown. */
  time: string
}

/** Returns the summary with the money of its tables in a coarser unit, balanced. Indicators, findings and evaluation stay exact. */
export function summaryIn(summary: Summary, money: MoneyUnit): Summary {
  const scheme = schemeIn(summary.scheme, money)
  const codes = summary.tables.map(({ code }) => code)
  const groups = summary.groups.map((group): SummaryGroup => {
    const roundings = new Map<TableCode, RoundingAdjustments>()
    let { values } = group
    for (const code of codes) {
      const coarser = figuresIn(summary.scheme, code, values, money)
      values = coarser.values
      roundings.set(code, coarser.rounding)
    }
    return { ...group, values, roundings }
  })
  return { ...summary, scheme, tables: scheme.tables.filter(({ code }) => codes.includes(code)), groups, money }
}

/** Returns the line under every title of a summary: 「汇总自 183/186 个单位，未报 3 个」. */
export function drawnFrom({ filed, expected }: { filed: number; expected: number }): string {
  const missing = expected - filed
  return `汇总自 ${filed}/${expected} 个单位${missing > 0 ? `，未报 ${missing} 个` : ''}`
}

/** Returns the adjustments in a group's table; empty for money as filed. */
export function roundingOf(group: SummaryGroup, table: TableCode): RoundingAdjustments {
  return group.roundings.get(table) ?? { adjustments: [], unbalanced: [] }
}
