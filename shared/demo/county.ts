import type { Grouping } from '../consolidation/grouping.ts'
import { unitWith, type Unit } from '../unit/unit.ts'
import type { TableCode, UnitCode } from '../words.ts'
import { aidFacts } from './aid.ts'
import { baseFacts } from './base.ts'
import { buildingFacts } from './buildings.ts'
import type { DemoData } from './data.ts'
import { demoExplanation, type DemoExplanations } from './explanations.ts'
import type { DemoFacts } from './facts.ts'
import { fundingFacts } from './funding.ts'
import { nutritionFacts } from './nutrition.ts'
import { preschoolFacts } from './preschool.ts'
import { demoPriorFacts } from './prior.ts'
import { demoRoster, type DemoUnit } from './roster.ts'
import { sizeUnits, type SizedUnit } from './sizes.ts'

/** A unit's filing, shaped like the output of the `facts` command (docs/command-line.md: Documents). */
export type DemoFiling = {
  unit: UnitCode
  facts: DemoFacts
  lists: Record<TableCode, Record<string, string>[]>
  explanations: DemoExplanations
  /** The day of the handover; absent: the county's `reportedOn`. */
  reportedOn?: string
}

/** The figures of a county's report, for comparison with the computed figures; each contradiction names the check that finds it. */
type Published = {
  /** The county's totals, or the totals of the group with the key `group` (a unit's code, a township's name). */
  totals: readonly { name: string; value: string; cell: string; by?: Grouping | undefined; group?: string | undefined }[]
  indicators: Record<string, string>
  evaluation: { full: string; self: string; grade?: string | undefined; items: Record<string, string> } | null
  conflicts: readonly { check: string; what: string }[]
}

export type DemoCounty = {
  scheme: string
  period: string
  /** The period before; null when the demo has no filings of it. */
  priorPeriod: string | null
  office: UnitCode
  /** The day of handover for filings without their own, YYYY-MM-DD. */
  reportedOn: string
  roster: readonly Unit[]
  filings: readonly DemoFiling[]
  prior: readonly DemoFiling[]
  /** The given scores by item code. */
  scores: Record<string, { points: string; reason: string }>
  published: Published
}

/**
 * Makes the demo county: the published totals split exactly over invented schools, the office's own filing, and an explanation for every
 * query. The same data always gives the same county.
 */
export function demoCounty(data: DemoData): DemoCounty {
  const units = demoRoster(data)
  const sized = sizeUnits(data, units)
  const shared = [preschoolFacts(data, sized), fundingFacts(data, sized), aidFacts(data, sized), buildingFacts(data, sized)]
  const pairs = sized.filter((one) => one.unit.role !== 'office').map((one) => schoolFilings(one, shared, units))
  return {
    scheme: data.scheme,
    period: data.period,
    priorPeriod: data.prior,
    office: data.office.code,
    reportedOn: '2021-12-09',
    roster: units.map(unitWith),
    filings: [officeFiling(data), ...pairs.map((pair) => pair.now)],
    prior: pairs.map((pair) => pair.before),
    scores: data.scores,
    published: data.published,
  }
}

function schoolFilings(
  sized: SizedUnit,
  shared: readonly ReadonlyMap<UnitCode, DemoFacts>[],
  units: readonly DemoUnit[],
): { now: DemoFiling; before: DemoFiling } {
  const unit = sized.unit.code
  const facts: DemoFacts = Object.assign({}, baseFacts(sized), nutritionFacts(sized), ...shared.map((table) => table.get(unit)))
  const before = demoPriorFacts(sized, facts)
  return {
    now: { unit, facts, lists: {}, explanations: demoExplanation(sized, facts, before, units) },
    before: { unit, facts: before, lists: {}, explanations: {} },
  }
}

function officeFiling(data: DemoData): DemoFiling {
  const { code, facts, trainings, explanations } = data.office
  return { unit: code, facts, lists: { MS04: trainings }, explanations }
}
