import type { Finding } from '../../shared/check/findings.ts'
import { findingOf } from '../../shared/check/findings.ts'
import { runChecks, type Failure } from '../../shared/check/run-checks.ts'
import { tablesOf } from '../../shared/scheme/conditions.ts'
import { read, type ReadableDb } from '../store/db.ts'
import { readExplanations } from '../store/explanations.ts'
import { findFiling } from '../store/filings.ts'
import { listUnits } from '../store/units.ts'
import { findingsOf } from './check-filing.ts'
import { levelsOf, needsUnits, type Level } from './levels.ts'
import type { Session } from './session.ts'

/** What does not hold in the county's totals, without words. */
export function totalFailures(session: Session, db: ReadableDb): { failures: Failure[]; level: Level | null } {
  const level = levelsOf(session, db, 'county', needsUnits(session.scheme))[0] ?? null
  return { level, failures: level === null ? [] : runChecks(session.scheme, 'county', level.source, level.facts, session.scheme.tables) }
}

/** Findings on the county's totals (`at: county`). Their explanations are kept with the collecting unit's own filing. */
export function checkTotals(session: Session): Finding[] {
  return read(session.workspace.db, (db) => {
    const { failures, level } = totalFailures(session, db)
    if (level === null) return []
    const own = findFiling(db, session.task.id, session.owner.code)
    const held = own === null ? new Map() : readExplanations(db, own.id)
    return failures.map((failure) => findingOf(failure, level.source, session.owner, held))
  })
}

/** Everything that does not hold: in the totals first, then in every unit that has filed or begun to. */
export function checkEverything(session: Session): Finding[] {
  const units = read(session.workspace.db, (db) =>
    listUnits(db)
      .filter((unit) => tablesOf(session.scheme, unit).length > 0 && findFiling(db, session.task.id, unit.code) !== null)
      .flatMap((unit) => findingsOf(session, db, unit)),
  )
  return [...(session.settings.role === 'county' ? checkTotals(session) : []), ...units]
}
