import { isBoilerplate } from '../../../shared/check/explanations.ts'
import type { Failure } from '../../../shared/check/run-checks.ts'
import type { Facts } from '../../../shared/filing/facts.ts'
import { fail } from '../../../shared/problem.ts'
import type { Unit } from '../../../shared/unit/unit.ts'
import type { UnitCode } from '../../../shared/words.ts'
import { timestamp } from '../../machine/clock.ts'
import { appendAudit } from '../../store/audit.ts'
import { write, type WritableDb } from '../../store/db.ts'
import { readExplanations, writeExplanation } from '../../store/explanations.ts'
import { readFacts } from '../../store/facts.ts'
import { changeFiling, createFiling, findFiling } from '../../store/filings.ts'
import { totalFailures } from '../totals/check-county.ts'
import { failuresOf } from './check-filing.ts'
import { countyLevel } from '../totals/levels.ts'
import { unitOf, type Session } from '../workspace/session.ts'

/**
 * Keeps a query's explanation together with the explained values. An empty text removes the explanation; when there is none, nothing
 * changes, and `at` is the time of the last change. Fails with
 * `explanation-boilerplate`, with `unit-unknown`, and with `check-unknown` when a text is given and the check does not fail.
 */
export function explainQuery(session: Session, code: UnitCode, key: string, text: string): { at: string; value: string } {
  const said = text.trim()
  if (said !== '' && isBoilerplate(said)) fail('explanation-boilerplate', { text: said })
  return write(session.workspace.db, (db) => {
    const unit = unitOf(db, code)
    const held = findFiling(db, session.task.id, code)
    if (said === '' && (held === null || !readExplanations(db, held.id).has(key)))
      return { at: held?.changedAt ?? timestamp(session.workspace.clock), value: '' }
    const filing = held ?? createFiling(db, session.task.id, code)
    const facts = readFacts(db, filing.id)
    const failure = openFailures(session, db, unit, facts).find((one) => one.key === key)
    if (failure === undefined && said !== '') return fail('check-unknown', { check: key })
    const at = timestamp(session.workspace.clock)
    const value = failure?.value ?? ''
    writeExplanation(db, filing.id, key, said === '' ? null : { value, text: said, at })
    appendAudit(db, {
      at,
      by: session.owner.name,
      action: 'explain',
      task: session.task.id,
      unit: code,
      cell: key,
      before: null,
      after: said === '' ? null : said,
    })
    changeFiling(db, filing.id, { changedAt: at })
    return { at, value }
  })
}

/** The failed checks that a unit may explain: its own, and for the collecting unit also those of the county's totals. */
function openFailures(session: Session, db: WritableDb, unit: Unit, facts: Facts): Failure[] {
  const own = failuresOf(session, db, unit, facts)
  const collects = session.settings.role === 'county' && unit.code === session.owner.code
  return collects ? [...own, ...totalFailures(session, countyLevel(session, db))] : own
}
