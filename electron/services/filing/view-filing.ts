import type { FilingView } from '../../../shared/api/filing.ts'
import { toText, type TenThousandths } from '../../../shared/decimal/decimal.ts'
import { toWire, type Facts, type WireFact } from '../../../shared/filing/facts.ts'
import type { CellRef, UnitCode } from '../../../shared/words.ts'
import { read, type ReadableDb } from '../../store/db.ts'
import { readExplanations } from '../../store/explanations.ts'
import { readFacts } from '../../store/facts.ts'
import { findFiling, signOffOf } from '../../store/filings.ts'
import { readRefused } from '../../store/refused.ts'
import { readRemarks } from '../../store/remarks.ts'
import { factsDigest, SHORT_DIGEST } from './digests.ts'
import { changedSince } from './handed-over.ts'
import { priorFacts, unitOf, type Session } from '../workspace/session.ts'

/** A unit's filing for the page, with all data to show and compute it; empty when the unit has none. Fails with `unit-unknown`. */
export function viewFiling(session: Session, code: UnitCode): FilingView {
  return read(session.workspace.db, (db) => viewOf(session, db, code))
}

function viewOf(session: Session, db: ReadableDb, code: UnitCode): FilingView {
  const unit = unitOf(db, code)
  const filing = findFiling(db, session.task.id, code)
  const facts: Facts = filing === null ? new Map() : readFacts(db, filing.id)
  const prior = priorFacts(session, db, code)
  const digest = factsDigest(facts)
  return {
    unit,
    period: session.task.period,
    status: filing?.status ?? 'open',
    revision: filing?.revision ?? 0,
    signOff: signOffOf(filing),
    signedAt: filing?.signedAt ?? null,
    digest: digest.slice(0, SHORT_DIGEST),
    facts: wireFacts(facts),
    changed: filing === null ? null : changedSince(db, filing, facts, digest),
    refused: filing === null ? {} : Object.fromEntries(readRefused(db, filing.id)),
    remarks: filing === null ? {} : Object.fromEntries(readRemarks(db, filing.id)),
    explanations:
      filing === null
        ? {}
        : Object.fromEntries([...readExplanations(db, filing.id)].map(([key, { value, text }]) => [key, { value, text }])),
    prior: prior === null ? null : wireFacts(prior),
    parameters: wireParameters(session.parameters),
    priorParameters: wireParameters(session.priorParameters),
    changedAt: filing?.changedAt ?? null,
  }
}

function wireParameters(parameters: ReadonlyMap<string, TenThousandths>): Record<string, string> {
  return Object.fromEntries([...parameters].map(([name, value]) => [name, toText(value)]))
}

function wireFacts(facts: Facts): Record<CellRef, WireFact> {
  return Object.fromEntries([...facts].map(([ref, fact]) => [ref, toWire(fact)]))
}
