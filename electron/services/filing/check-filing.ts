import type { Finding } from '../../../shared/check/findings.ts'
import { findingOf, isExplained } from '../../../shared/check/findings.ts'
import { runChecks, type Failure } from '../../../shared/check/run-checks.ts'
import type { Facts } from '../../../shared/filing/facts.ts'
import { tablesOf } from '../../../shared/scheme/conditions.ts'
import type { Unit } from '../../../shared/unit/unit.ts'
import type { UnitCode } from '../../../shared/words.ts'
import { read, type ReadableDb } from '../../store/db.ts'
import { readExplanations } from '../../store/explanations.ts'
import { readFacts } from '../../store/facts.ts'
import { findFiling, type Filing } from '../../store/filings.ts'
import { readRefused } from '../../store/refused.ts'
import type { FiledUnit } from '../totals/levels.ts'
import { priorFacts, unitOf, unitSource, type Session } from '../workspace/session.ts'

/** The failed checks of one filing, without sentences. */
export function failuresOf(session: Session, db: ReadableDb, unit: Unit, facts: Facts): Failure[] {
  const source = unitSource(session, unit, facts, priorFacts(session, db, unit.code))
  return runChecks(session.scheme, 'unit', source, facts, tablesOf(session.scheme, unit))
}

/** All findings of one unit's filing, errors first. */
export function checkFiling(session: Session, code: UnitCode): Finding[] {
  return read(session.workspace.db, (db) => findingsOf(session, db, unitOf(db, code)))
}

/** The findings of one unit's filing, within an open transaction. */
export function findingsOf(session: Session, db: ReadableDb, unit: Unit): Finding[] {
  const filing = findFiling(db, session.task.id, unit.code)
  const facts: Facts = filing === null ? new Map() : readFacts(db, filing.id)
  return findingsIn(session, db, { unit, filing, facts, source: unitSource(session, unit, facts, priorFacts(session, db, unit.code)) })
}

/** The findings of a filing that is already read; `filing` is null when the unit has none. */
export function findingsIn(
  session: Session,
  db: ReadableDb,
  { unit, filing, facts, source }: Omit<FiledUnit, 'filing'> & { filing: Filing | null },
): Finding[] {
  const held = filing === null ? new Map() : readExplanations(db, filing.id)
  return runChecks(session.scheme, 'unit', source, facts, tablesOf(session.scheme, unit))
    .map((failure) => findingOf(failure, source, unit, held))
    .sort((a, b) => (a.level === b.level ? 0 : a.level === 'error' ? -1 : 1))
}

/** The obstacles to a filing's sign-off (docs/design/checks.md: Sign-off). */
export type Outstanding = { errors: number; unexplained: number; refused: number }

/** Counts errors, unexplained queries and cells with refused text. */
export function outstandingOf(session: Session, db: ReadableDb, unit: Unit): Outstanding {
  const filing = findFiling(db, session.task.id, unit.code)
  const facts: Facts = filing === null ? new Map() : readFacts(db, filing.id)
  const held = filing === null ? new Map() : readExplanations(db, filing.id)
  const failures = failuresOf(session, db, unit, facts)
  return {
    errors: failures.filter((failure) => failure.level === 'error').length,
    unexplained: failures.filter((failure) => failure.level === 'query' && !isExplained(failure, held)).length,
    refused: filing === null ? 0 : readRefused(db, filing.id).size,
  }
}
