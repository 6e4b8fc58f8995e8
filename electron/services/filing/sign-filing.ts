import type { SignOff } from '../../../shared/api/common.ts'
import type { FilingView } from '../../../shared/api/filing.ts'
import type { Facts } from '../../../shared/filing/facts.ts'
import { fail } from '../../../shared/problem.ts'
import { tablesOf } from '../../../shared/scheme/conditions.ts'
import type { UnitCode } from '../../../shared/words.ts'
import { timestamp } from '../../machine/clock.ts'
import { appendAudit } from '../../store/audit.ts'
import { write } from '../../store/db.ts'
import { readFacts } from '../../store/facts.ts'
import { changeFiling, createFiling, findFiling } from '../../store/filings.ts'
import { writeHandedOver } from '../../store/handed-over.ts'
import { replaceRemarks } from '../../store/remarks.ts'
import { outstandingOf } from './check-filing.ts'
import { factsDigest } from './digests.ts'
import { viewFiling } from './view-filing.ts'
import { unitOf, type Session } from '../workspace/session.ts'

/**
 * Signs a filing off: a new revision, with the digest of its facts; removes the remarks of a return file. Fails with
 * `sign-off-refused` while an error, an unexplained query or a refused text is left (docs/design/checks.md: Sign-off), with
 * `sign-off-incomplete` when the head or the filler is missing, and with `nothing-to-file` when the unit files no table.
 */
export function signFiling(session: Session, code: UnitCode, signOff: SignOff, by: string): FilingView {
  if (signOff.head.trim() === '') fail('sign-off-incomplete', { field: 'head' })
  if (signOff.filler.trim() === '') fail('sign-off-incomplete', { field: 'filler' })
  write(session.workspace.db, (db) => {
    const unit = unitOf(db, code)
    if (tablesOf(session.scheme, unit).length === 0) fail('nothing-to-file', { unit: unit.name, kind: unit.kind })
    const outstanding = outstandingOf(session, db, unit)
    if (outstanding.errors + outstanding.unexplained + outstanding.refused > 0) fail('sign-off-refused', outstanding)
    const filing = findFiling(db, session.task.id, code) ?? createFiling(db, session.task.id, code)
    const facts: Facts = readFacts(db, filing.id)
    const at = timestamp(session.workspace.clock)
    const digest = factsDigest(facts)
    const revision = filing.revision + 1
    changeFiling(db, filing.id, { ...signOff, status: 'signed', revision, signedAt: at, changedAt: at, digest })
    writeHandedOver(db, filing.id, null)
    replaceRemarks(db, filing.id, new Map())
    appendAudit(db, {
      at,
      by,
      action: 'sign',
      task: session.task.id,
      unit: code,
      cell: null,
      before: String(filing.revision),
      after: String(revision),
      detail: { digest },
    })
  })
  return viewFiling(session, code)
}

/** Opens a signed, received or returned filing for correction; its next sign-off makes the next revision. */
export function reopenFiling(session: Session, code: UnitCode): FilingView {
  write(session.workspace.db, (db) => {
    unitOf(db, code)
    const filing = findFiling(db, session.task.id, code)
    if (filing === null || filing.status === 'open') return
    const at = timestamp(session.workspace.clock)
    const by = session.owner.name
    changeFiling(db, filing.id, { status: 'open', changedAt: at })
    appendAudit(db, { at, by, action: 'reopen', task: session.task.id, unit: code, cell: null, before: filing.status, after: 'open' })
  })
  return viewFiling(session, code)
}
