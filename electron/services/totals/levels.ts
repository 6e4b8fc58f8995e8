import { groupKey, groupUnits, type Group } from '../../../shared/consolidation/groups.ts'
import { groupingAttribute, type Grouping } from '../../../shared/consolidation/grouping.ts'
import { filingSource, type FilingContext, type FilingSource } from '../../../shared/filing/compute.ts'
import type { Facts } from '../../../shared/filing/facts.ts'
import { fail } from '../../../shared/problem.ts'
import { tablesOf } from '../../../shared/scheme/conditions.ts'
import type { EvaluationItem, Scheme } from '../../../shared/scheme/scheme.ts'
import { unitAttribute, type Unit } from '../../../shared/unit/unit.ts'
import type { UnitCode } from '../../../shared/words.ts'
import type { ReadableDb } from '../../store/db.ts'
import { findFiling, listFilings, type Filing } from '../../store/filings.ts'
import { readPacked, type HeldFacts } from '../../store/packs.ts'
import { listUnits, readUnit } from '../../store/units.ts'
import { addedUpIn, startGroup, type AddedUp } from './group-facts.ts'
import { countedStatuses, unitSource, type Session } from '../workspace/session.ts'

/** A group with the numbers of expected and filed units; made without reading facts. */
export type GroupHead = { group: Group; filed: number; expected: number; missing: readonly Unit[] }
/** The totals 汇总 of a group: its cells for formulas, with the number of filed units. */
export type Level = GroupHead & { facts: Facts; source: FilingSource }

/**
 * The requested totals: of every group of a grouping, or only of `group`. `acrossUnits` also gives each unit's cells to CV, SHARE and
 * similar functions. Set `acrossUnits` only when a formula needs it, because then every unit's cells are computed.
 */
export type AskedLevels = { by: Grouping; group?: string | undefined; acrossUnits: boolean }

/** A unit's filing, read for the totals, with its cells for formulas. */
export type FiledUnit = { unit: Unit; filing: Filing; facts: Facts; source: FilingSource }

/** A filing with its facts; `counts` is false for a draft. */
type HeldFiling = HeldFacts & { filing: Filing; counts: boolean }

/** The data of one reading of levels. `prior`: the filings of the period before; null without a task for that period. */
type Reading = {
  session: Session
  db: ReadableDb
  asked: AskedLevels
  addedUp: AddedUp
  current: Filings
  prior: Filings | null
  visit: ((filed: FiledUnit) => void) | null
}
type Filings = ReadonlyMap<UnitCode, Filing>

/** Every group's head, in the order of the groups. */
export function headsOf(session: Session, db: ReadableDb, by: Grouping): GroupHead[] {
  const filings = filingsOf(db, session.task.id, null)
  return groupsOf(session, listUnits(db), by).map((group) => headOfGroup(group, filings))
}

/**
 * The totals of the requested groups (docs/design/numbers.md: Levels); none for a group that does not exist. Computed
 * cells, ratios above all, are computed again from each group's own sums. Each filing of these groups is read once, and so is
 * each filing of the period before. `visit` gets every unit's filing, drafts included, in roster order within a group.
 */
export function levelsOf(session: Session, db: ReadableDb, asked: AskedLevels, visit: ((filed: FiledUnit) => void) | null = null): Level[] {
  const only = asked.by === 'unit' ? (asked.group ?? null) : null
  const roster = only === null ? listUnits(db) : [readUnit(db, only) ?? []].flat()
  const reading: Reading = {
    session,
    db,
    asked,
    addedUp: addedUpIn(session.scheme),
    current: filingsOf(db, session.task.id, only),
    prior: session.priorTask === null ? null : filingsOf(db, session.priorTask.id, only),
    visit,
  }
  const members = new Map<string, Unit[]>()
  for (const unit of roster) {
    const key = groupKey(unit, asked.by)
    const known = members.get(key)
    if (known === undefined) members.set(key, [unit])
    else known.push(unit)
  }
  return groupsOf(session, roster, asked.by)
    .filter(({ key }) => asked.group === undefined || key === asked.group)
    .map((group) => readGroup(reading, group, members.get(group.key) ?? []))
}

/** The county's totals for checks, scores and the report; with each unit's cells when the scheme needs them. */
export function countyLevel(session: Session, db: ReadableDb, visit: ((filed: FiledUnit) => void) | null = null): Level {
  return levelsOf(session, db, { by: 'county', acrossUnits: needsUnits(session.scheme) }, visit)[0] ?? fail('task-missing', {})
}

/** True when an indicator, check, score or veto needs each unit's cells. */
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

/** A task's filings by unit, of any status; only one unit's filing when `only` is given. */
function filingsOf(db: ReadableDb, task: number, only: UnitCode | null): Filings {
  const filings = only === null ? listFilings(db, task) : [findFiling(db, task, only) ?? []].flat()
  return new Map(filings.map((filing) => [filing.unit, filing]))
}

/** The groups of the units that file a table of the scheme. */
function groupsOf(session: Session, roster: readonly Unit[], by: Grouping): Group[] {
  const expected = roster.filter((unit) => tablesOf(session.scheme, unit).length > 0)
  return groupUnits(expected, by, session.owner.name)
}

function headOfGroup(group: Group, filings: Filings): GroupHead {
  const missing = group.units.filter((unit) => !isCounted(filings.get(unit.code)))
  return { group, filed: group.units.length - missing.length, expected: group.units.length, missing }
}

function isCounted(filing: Filing | undefined): boolean {
  return filing !== undefined && countedStatuses.includes(filing.status)
}

/** Reads the filings of one group. `members`: all its units on the roster, including units without a table of the scheme. */
function readGroup(reading: Reading, group: Group, members: readonly Unit[]): Level {
  const { session, db, asked, addedUp, visit } = reading
  const expected = new Set(group.units)
  const [current, prior] = [startGroup(session, db, addedUp), startGroup(session, db, addedUp)]
  const sources: FilingSource[] = []
  for (const unit of members) {
    const files = expected.has(unit)
    const before = heldBy(reading, reading.prior, unit)
    const held = heldBy(reading, reading.current, unit)
    if (before?.counts === true) prior.add(unit, before, files)
    if (held === null) continue
    if (held.counts) current.add(unit, held, files)
    if (!files) continue
    const across = asked.acrossUnits && held.counts ? sourceOf(session, unit, held, before?.counts === true ? before : null) : null
    if (across !== null) sources.push(across)
    if (visit === null) continue
    const own = across !== null && before?.counts !== false ? across : sourceOf(session, unit, held, before)
    visit({ unit, filing: held.filing, facts: held.facts(), source: own })
  }
  const facts = current.facts() ?? new Map()
  const context = contextOf(session, group, asked.by, prior.facts())
  return {
    ...headOfGroup(group, reading.current),
    facts,
    source: filingSource(session.scheme, facts, context, asked.acrossUnits ? sources : undefined),
  }
}

/** Reads a unit's filing; a draft only when there is a `visit`, because totals contain no drafts. */
function heldBy({ db, visit }: Reading, filings: Filings | null, unit: Unit): HeldFiling | null {
  const filing = filings?.get(unit.code)
  const counts = isCounted(filing)
  return filing === undefined || (!counts && visit === null) ? null : { filing, counts, ...readPacked(db, filing.id) }
}

function sourceOf(session: Session, unit: Unit, held: HeldFiling, before: HeldFiling | null): FilingSource {
  return unitSource(session, unit, held.facts(), before?.facts() ?? null)
}

function contextOf(session: Session, group: Group, by: Grouping, before: Facts | null): FilingContext {
  return {
    unit: (attribute) => groupAttribute(group, by, attribute),
    parameters: session.parameters,
    prior: before === null ? null : { facts: before, parameters: session.priorParameters },
  }
}

/** A group's attribute: only the one that all members share by the grouping, such as the township's name. */
function groupAttribute(group: Group, by: Grouping, attribute: string): string | null {
  const first = group.units[0]
  if (first === undefined) return null
  return by === 'unit' || groupingAttribute(by) === attribute ? unitAttribute(first, attribute) : null
}
