import { groupKey, groupUnits, type Group } from '../../shared/consolidation/groups.ts'
import type { Grouping } from '../../shared/consolidation/grouping.ts'
import { levelFacts, linesOf, type CellAggregate, type FiledLine, type TextCount } from '../../shared/consolidation/level-facts.ts'
import type { CellSource } from '../../shared/formula/cell-source.ts'
import { filingSource, type FilingContext, type FilingSource } from '../../shared/filing/compute.ts'
import type { Facts } from '../../shared/filing/facts.ts'
import { tablesOf } from '../../shared/scheme/conditions.ts'
import type { Scheme } from '../../shared/scheme/scheme.ts'
import { unitAttribute, type Unit } from '../../shared/unit/unit.ts'
import type { ReadableDb } from '../store/db.ts'
import { listFilings, type Counting } from '../store/filings.ts'
import { eachFiling, sumFacts, textFacts } from '../store/sums.ts'
import { listUnits } from '../store/units.ts'
import { counting, unitSource, type Session } from './session.ts'

/** One group's totals 汇总: its cells as formulas see them, and how many of the expected units they come from. */
export type Level = { group: Group; filed: number; expected: number; facts: Facts; source: FilingSource }

/**
 * The totals of every group (DESIGN §1 Consolidation). Computed cells, ratios above all, are computed again from each
 * group's own sums. `acrossUnits` also makes each unit's cells available to CV, SHARE and their like; it costs a pass
 * over all facts, so ask for it only when something uses them.
 */
export function levelsOf(session: Session, db: ReadableDb, by: Grouping, acrossUnits: boolean): Level[] {
  const units = listUnits(db).filter((unit) => tablesOf(session.scheme, unit).length > 0)
  const counted = counting(session)
  const filed = new Set(listFilings(db, session.task.id).filter((filing) => counted.statuses.includes(filing.status)).map((filing) => filing.unit))
  const current = groupFacts(session.scheme, db, counted, by, units)
  const prior = session.priorTask === null ? null : groupFacts(session.scheme, db, { ...counted, task: session.priorTask.id }, by, units)
  const sources = acrossUnits ? unitSources(session, db, units) : null
  return groupUnits(units, by, session.owner.name).map((group) => {
    const facts = current.get(group.key) ?? new Map()
    const before = prior?.get(group.key)
    const context: FilingContext = {
      unit: (attribute) => groupAttribute(group, by, attribute),
      parameters: session.parameters,
      prior: before === undefined ? null : { facts: before, parameters: session.priorParameters },
    }
    const members = sources === null ? undefined : group.units.flatMap((unit) => sources.get(unit.code) ?? [])
    return {
      group,
      filed: group.units.filter((unit) => filed.has(unit.code)).length,
      expected: group.units.length,
      facts,
      source: filingSource(session.scheme, facts, context, members),
    }
  })
}

/** Whether any indicator, county check or score needs the units themselves. */
export function needsUnits(scheme: Scheme): boolean {
  return scheme.indicators.some((one) => one.bound.acrossUnits) || scheme.checks.some((check) => check.instances.some((one) => one.bound.acrossUnits))
}

/** A group has the attributes its members share by definition: a township its name, a kind its kind. */
function groupAttribute(group: Group, by: Grouping, attribute: string): string | null {
  const first = group.units[0]
  if (by === 'county' || first === undefined) return null
  return by === 'unit' || by === attribute ? unitAttribute(first, attribute) : null
}

function groupFacts(scheme: Scheme, db: ReadableDb, counted: Counting, by: Grouping, units: readonly Unit[]): Map<string, Facts> {
  const keys = new Map(units.map((unit) => [unit.code, groupKey(unit, by)]))
  const aggregates = new Map<string, CellAggregate[]>()
  const push = <Item>(lists: Map<string, Item[]>, key: string, item: Item): void => {
    const known = lists.get(key)
    if (known === undefined) lists.set(key, [item])
    else known.push(item)
  }
  for (const sum of sumFacts(db, counted, by)) push(aggregates, by === 'county' ? 'county' : sum.group, sum)
  const texts = new Map<string, TextCount[]>()
  for (const { unit, cell, text } of textFacts(db, counted, by)) push(texts, keys.get(unit) ?? '', { cell, text, count: 1 })
  const lines = new Map<string, FiledLine[]>()
  if (scheme.tables.some((table) => table.kind === 'list')) {
    for (const { unit, facts } of eachFiling(db, counted)) for (const line of linesOf(scheme, facts)) push(lines, keys.get(unit) ?? '', line)
  }
  const groups = new Set([...aggregates.keys(), ...texts.keys(), ...lines.keys()])
  return new Map([...groups].map((key) => [key, levelFacts(scheme, aggregates.get(key) ?? [], tally(texts.get(key) ?? []), lines.get(key) ?? [])]))
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
  const prior = session.priorTask === null ? null : new Map([...eachFiling(db, { ...counting(session), task: session.priorTask.id })].map((one) => [one.unit, one.facts]))
  const sources = new Map<string, CellSource>()
  for (const { unit: code, facts } of eachFiling(db, counting(session))) {
    const unit = known.get(code)
    if (unit !== undefined) sources.set(code, unitSource(session, unit, facts, prior?.get(code) ?? null))
  }
  return sources
}
