import { groupKey, groupUnits, type Group } from '../../shared/consolidation/groups.ts'
import { groupingAttribute, groupKeyOf, type Grouping } from '../../shared/consolidation/grouping.ts'
import { levelFacts, linesOf, type CellAggregate, type FiledLine, type TextCount } from '../../shared/consolidation/level-facts.ts'
import { toTenThousandths, type TenThousandths } from '../../shared/decimal/decimal.ts'
import type { CellSource, Value } from '../../shared/formula/cell-source.ts'
import { filingSource, type FilingContext, type FilingSource } from '../../shared/filing/compute.ts'
import type { Facts } from '../../shared/filing/facts.ts'
import { tablesOf } from '../../shared/scheme/conditions.ts'
import type { EvaluationItem, Scheme } from '../../shared/scheme/scheme.ts'
import { unitAttribute, type Unit } from '../../shared/unit/unit.ts'
import type { ReadableDb } from '../store/db.ts'
import { listFilings, type Counting } from '../store/filings.ts'
import { eachFiling, sumFacts, textFacts } from '../store/sums.ts'
import { listUnits } from '../store/units.ts'
import { counting, unitSource, type Session } from './session.ts'

/** One group's totals 汇总: its cells as formulas see them, and how many of the expected units they come from. */
export type Level = { group: Group; filed: number; expected: number; missing: readonly Unit[]; facts: Facts; source: FilingSource }

/**
 * The totals of every group (DESIGN §1 Consolidation). Computed cells, ratios above all, are computed again from each
 * group's own sums. `acrossUnits` also makes each unit's cells available to CV, SHARE and their like; it costs a pass
 * over all facts, so ask for it only when something uses them.
 */
export function levelsOf(session: Session, db: ReadableDb, by: Grouping, acrossUnits: boolean): Level[] {
  const units = listUnits(db).filter((unit) => tablesOf(session.scheme, unit).length > 0)
  const counted = counting(session)
  const filed = new Set(
    listFilings(db, session.task.id)
      .filter((filing) => counted.statuses.includes(filing.status))
      .map((filing) => filing.unit),
  )
  const current = groupFacts(session.scheme, db, counted, by, units, (unit, facts) => unitSource(session, unit, facts, null))
  const prior =
    session.priorTask === null
      ? null
      : groupFacts(session.scheme, db, { ...counted, task: session.priorTask.id }, by, units, (unit, facts) =>
          unitSource(session, unit, facts, null),
        )
  const sources = acrossUnits ? unitSources(session, db, units) : null
  return groupUnits(units, by, session.owner.name).map((group) => {
    const facts = current.get(group.key) ?? new Map()
    const before = prior?.get(group.key)
    const context: FilingContext = {
      unit: (attribute) => groupAttribute(group, by, attribute),
      parameters: session.parameters,
      prior: before === undefined ? null : { facts: before, parameters: session.priorParameters },
    }
    const missing = group.units.filter((unit) => !filed.has(unit.code))
    const members = sources === null ? undefined : group.units.flatMap((unit) => sources.get(unit.code) ?? [])
    return {
      group,
      filed: group.units.length - missing.length,
      expected: group.units.length,
      missing,
      facts,
      source: filingSource(session.scheme, facts, context, members),
    }
  })
}

/** Whether any indicator, county check, score or veto needs the units themselves. */
export function needsUnits(scheme: Scheme): boolean {
  return (
    scheme.indicators.some((one) => one.bound.acrossUnits) ||
    scheme.checks.some((check) => check.instances.some((one) => one.bound.acrossUnits)) ||
    (scheme.evaluation?.vetoes.some(({ when }) => when?.bound.acrossUnits === true) ?? false) ||
    someScoreNeedsUnits(scheme.evaluation?.items ?? [])
  )
}

function someScoreNeedsUnits(items: readonly EvaluationItem[]): boolean {
  return items.some(({ score, items: inner }) => (score.kind === 'formula' && score.bound.acrossUnits) || someScoreNeedsUnits(inner))
}

/** A group has the attributes its members share by definition: a township its name, a kind its kind. */
function groupAttribute(group: Group, by: Grouping, attribute: string): string | null {
  const first = group.units[0]
  if (first === undefined) return null
  return by === 'unit' || groupingAttribute(by) === attribute ? unitAttribute(first, attribute) : null
}

function groupFacts(
  scheme: Scheme,
  db: ReadableDb,
  counted: Counting,
  by: Grouping,
  units: readonly Unit[],
  sourceOf: (unit: Unit, facts: Facts) => FilingSource,
): Map<string, Facts> {
  const keys = new Map(units.map((unit) => [unit.code, groupKey(unit, by)]))
  const aggregates = new Map<string, CellAggregate[]>()
  const push = <Item>(lists: Map<string, Item[]>, key: string, item: Item): void => {
    const known = lists.get(key)
    if (known === undefined) lists.set(key, [item])
    else known.push(item)
  }
  for (const sum of sumFacts(db, counted, by)) push(aggregates, groupKeyOf(sum.group, by), sum)
  const texts = new Map<string, TextCount[]>()
  for (const { unit, cell, text } of textFacts(db, counted, by)) push(texts, keys.get(unit) ?? '', { cell, text, count: 1 })
  const lines = new Map<string, FiledLine[]>()
  const summed = summedComputed(scheme)
  if (summed.length > 0 || scheme.tables.some((table) => table.kind === 'list')) {
    const known = new Map(units.map((unit) => [unit.code, unit]))
    for (const { unit: code, facts } of eachFiling(db, counted)) {
      const key = keys.get(code) ?? ''
      for (const line of linesOf(scheme, facts)) push(lines, key, line)
      const unit = known.get(code)
      if (summed.length === 0 || unit === undefined) continue
      const { computed } = sourceOf(unit, facts)
      for (const cell of summed) {
        const value = numberOf(computed.get(cell))
        if (value !== null) push(aggregates, key, { cell, sum: value, count: 1, min: value, max: value })
      }
    }
  }
  const groups = new Set([...aggregates.keys(), ...texts.keys(), ...lines.keys()])
  return new Map(
    [...groups].map((key) => [
      key,
      levelFacts(scheme, added(aggregates.get(key) ?? []), tally(texts.get(key) ?? []), lines.get(key) ?? []),
    ]),
  )
}

/** Computed cells that are added up rather than computed again at a level (`aggregate: sum`). */
function summedComputed(scheme: Scheme): string[] {
  return [...scheme.cells.values()].filter((cell) => cell.state === 'computed' && cell.aggregate === 'sum').map((cell) => cell.ref)
}

function numberOf(value: Value | undefined): TenThousandths | null {
  return value === undefined || value === null || typeof value === 'string' || typeof value === 'boolean' ? null : toTenThousandths(value)
}

/** One aggregate per cell: what came unit by unit is added up. */
function added(aggregates: readonly CellAggregate[]): CellAggregate[] {
  const totals = new Map<string, CellAggregate>()
  for (const one of aggregates) {
    const held = totals.get(one.cell)
    totals.set(
      one.cell,
      held === undefined
        ? one
        : {
            cell: one.cell,
            sum: BigInt(held.sum) + BigInt(one.sum),
            count: held.count + one.count,
            min: Math.min(held.min, one.min),
            max: Math.max(held.max, one.max),
          },
    )
  }
  return [...totals.values()]
}

function tally(texts: readonly TextCount[]): TextCount[] {
  const counts = new Map<string, TextCount>()
  for (const { cell, text, count } of texts) {
    const key = `${cell}\n${text}`
    counts.set(key, { cell, text, count: (counts.get(key)?.count ?? 0) + count })
  }
  return [...counts.values()]
}

function unitSources(session: Session, db: ReadableDb, units: readonly Unit[]): Map<string, CellSource> {
  const known = new Map(units.map((unit) => [unit.code, unit]))
  const prior =
    session.priorTask === null
      ? null
      : new Map([...eachFiling(db, { ...counting(session), task: session.priorTask.id })].map((one) => [one.unit, one.facts]))
  const sources = new Map<string, CellSource>()
  for (const { unit: code, facts } of eachFiling(db, counting(session))) {
    const unit = known.get(code)
    if (unit !== undefined) sources.set(code, unitSource(session, unit, facts, prior?.get(code) ?? null))
  }
  return sources
}
