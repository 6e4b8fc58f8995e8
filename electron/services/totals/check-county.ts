import type { Finding } from '../../../shared/check/findings.ts'
import { findingOf } from '../../../shared/check/findings.ts'
import { runChecks, type Failure } from '../../../shared/check/run-checks.ts'
import { tablesOf } from '../../../shared/scheme/conditions.ts'
import { read, type ReadableDb } from '../../store/db.ts'
import { readExplanations } from '../../store/explanations.ts'
import { findFiling } from '../../store/filings.ts'
import { listUnits } from '../../store/units.ts'
import { findingsIn, findingsOf } from '../filing/check-filing.ts'
import { countyLevel, type Level } from './levels.ts'
import type { Session } from '../workspace/session.ts'

/** The failed checks of the county's totals, without sentences. */
export function totalFailures({ scheme }: Session, county: Level): Failure[] {
  return runChecks(scheme, 'county', county.source, county.facts, scheme.tables)
}

/** The findings on the county's totals (`at: county`), explained from the collecting unit's own filing. */
export function totalFindings(session: Session, db: ReadableDb, county: Level): Finding[] {
  const own = findFiling(db, session.task.id, session.owner.code)
  const held = own === null ? new Map() : readExplanations(db, own.id)
  return totalFailures(session, county).map((failure) => findingOf(failure, county.source, session.owner, held))
}

/**
 * All findings, explained ones included: in a collector's workspace those of the totals first, then those of every filing, drafts
 * included, in roster order. A collector's filings are checked while they are read for the totals, so that each is read once.
 */
export function checkEverything(session: Session): Finding[] {
  return read(session.workspace.db, (db) => {
    if (session.settings.role !== 'county')
      return listUnits(db)
        .filter((unit) => tablesOf(session.scheme, unit).length > 0 && findFiling(db, session.task.id, unit.code) !== null)
        .flatMap((unit) => findingsOf(session, db, unit))
    const units: Finding[] = []
    const county = countyLevel(session, db, (filed) => {
      units.push(...findingsIn(session, db, filed))
    })
    return [...totalFindings(session, db, county), ...units]
  })
}
