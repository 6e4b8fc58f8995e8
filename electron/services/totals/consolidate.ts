import type { GroupTotals } from '../../../shared/api/consolidation.ts'
import type { Grouping } from '../../../shared/consolidation/grouping.ts'
import { toText } from '../../../shared/decimal/decimal.ts'
import type { Value } from '../../../shared/formula/bound/cell-source.ts'
import { isNotApplicable, type Fact } from '../../../shared/filing/facts.ts'
import { computeIndicators } from '../../../shared/indicator/compute.ts'
import { fail } from '../../../shared/problem.ts'
import { parseCellRef } from '../../../shared/words.ts'
import { read } from '../../store/db.ts'
import { headsOf, levelsOf, needsUnits, type GroupHead, type Level, type AskedLevels } from './levels.ts'
import type { Session } from '../workspace/session.ts'

/** Every group's head: its title and the numbers of filed and expected units. Reads no facts. */
export function groupHeads(session: Session, by: Grouping): Omit<GroupTotals, 'tables'>[] {
  return read(session.workspace.db, (db) => headsOf(session, db, by)).map(headOf)
}

/** The totals of every group: exact decimals and texts by `ROW.COLUMN`, table by table. */
export function consolidate(session: Session, by: Grouping): GroupTotals[] {
  return read(session.workspace.db, (db) => levelsOf(session, db, { by, acrossUnits: false })).map(totalsOf)
}

/** The totals of a group, from its own filings alone; without a key those of the first group. Fails with `not-found`. */
export function consolidateGroup(session: Session, by: Grouping, key: string | undefined): GroupTotals {
  return totalsOf(levelNamed(session, { by, group: key, acrossUnits: false }))
}

/** The level of a group; without a group that of the first one. Fails with `not-found`. */
export function levelNamed(session: Session, { by, group: key, acrossUnits }: AskedLevels): Level {
  const level = read(session.workspace.db, (db) => {
    const group = key ?? headsOf(session, db, by)[0]?.group.key
    return group === undefined ? undefined : levelsOf(session, db, { by, group, acrossUnits })[0]
  })
  return level ?? fail('not-found', { what: key ?? by })
}

function headOf({ group, filed, expected }: GroupHead): Omit<GroupTotals, 'tables'> {
  return { key: group.key, title: group.title, units: { filed, expected } }
}

/** Converts a level's totals for the wire: exact decimals and texts by `ROW.COLUMN`; no entry for a blank or 不适用 cell. */
export function totalsOf(level: Level): GroupTotals {
  const tables: GroupTotals['tables'] = {}
  const put = (ref: string, text: string | null): void => {
    const parts = parseCellRef(ref)
    if (parts === null || text === null) return
    const table = (tables[parts.table] ??= {})
    table[`${parts.row}.${parts.column}`] = text
  }
  for (const [ref, fact] of level.facts) put(ref, factText(fact))
  for (const [ref, value] of level.source.computed) put(ref, valueText(value))
  return { ...headOf(level), tables }
}

function factText(fact: Fact): string | null {
  if (isNotApplicable(fact)) return null
  return typeof fact === 'number' ? toText(fact) : fact
}

/** A computed value as text for the wire: exact decimals, texts, TRUE or FALSE; null for blank. */
export function valueText(value: Value): string | null {
  if (value === null) return null
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return typeof value === 'string' ? value : toText(value)
}

export type GroupIndicators = Omit<GroupTotals, 'tables'> & {
  indicators: Record<string, { value: string | null; shown: string; target: string | null; met: boolean | null }>
}

/** Every group's indicators, each computed from that group's own totals and units. */
export function indicatorsBy(session: Session, by: Grouping): GroupIndicators[] {
  const levels = read(session.workspace.db, (db) => levelsOf(session, db, { by, acrossUnits: needsUnits(session.scheme) }))
  return levels.map((level) => indicatorsOf(session, level))
}

/** Converts one level's indicators for the wire. */
export function indicatorsOf(session: Session, level: Level): GroupIndicators {
  return {
    ...headOf(level),
    indicators: Object.fromEntries(
      computeIndicators(session.scheme, level.source).map(({ indicator, value, shown, met }) => [
        indicator.code,
        { value: valueText(value), shown, target: indicator.target?.source ?? null, met },
      ]),
    ),
  }
}
