import type { BatchFile as BatchFileView } from '../../../shared/api/batch.ts'
import { sameFact, toWire, type Facts } from '../../../shared/filing/facts.ts'
import type { UnitCode } from '../../../shared/words.ts'
import type { ReadableDb } from '../../store/db.ts'
import { readFacts } from '../../store/facts.ts'
import { findFiling, type Filing } from '../../store/filings.ts'
import { readUnit } from '../../store/units.ts'
import { factsDigest } from '../filing/digests.ts'
import type { Session } from '../workspace/session.ts'
import { judge, type HeldReturn, type Incoming, type Verdict } from '../../../shared/receive/verdicts.ts'

/** A return compared with its unit's filing. `held`: that filing at the time; null when there was none. */
export type ReturnComparison = { verdict: Verdict; held: HeldReturn | null; differences: BatchFileView['differences'] }

/** Compares a readable return with its unit's present filing. */
export function compareWithHeld(
  session: Session,
  db: ReadableDb,
  unit: UnitCode | null,
  facts: Facts,
  incoming: Pick<Incoming, 'revision' | 'digest' | 'structureChanged'>,
): ReturnComparison {
  const onRoster = unit !== null && readUnit(db, unit) !== null
  const filing = onRoster ? findFiling(db, session.task.id, unit) : null
  const heldFacts: Facts = filing === null ? new Map() : readFacts(db, filing.id)
  const held = filing === null ? null : heldOf(filing, heldFacts)
  const verdict = judge({ ...incoming, readable: true, onRoster }, held)
  return { verdict, held, differences: held === null || verdict === 'identical' ? [] : differencesOf(heldFacts, facts) }
}

/** A filing in the form that a verdict needs. */
export function heldOf(filing: Pick<Filing, 'revision' | 'status' | 'digest'>, facts: Facts): HeldReturn {
  const digest = factsDigest(facts)
  return {
    revision: filing.revision,
    digest,
    returned: filing.status === 'returned',
    draft: filing.status === 'open' || (filing.digest !== null && filing.digest !== digest),
  }
}

/** True when two states of a unit's filing are the same; null is no filing. */
export function sameHeld(left: HeldReturn | null, right: HeldReturn | null): boolean {
  if (left === null || right === null) return left === right
  return left.revision === right.revision && left.digest === right.digest && left.returned === right.returned && left.draft === right.draft
}

function differencesOf(held: Facts, incoming: Facts): BatchFileView['differences'] {
  const cells = new Set([...held.keys(), ...incoming.keys()])
  return [...cells]
    .filter((cell) => !sameFact(held.get(cell), incoming.get(cell)))
    .map((cell) => ({ cell, held: toWire(held.get(cell)), incoming: toWire(incoming.get(cell)) }))
}
