import type { BatchFile as BatchFileView } from '../../../shared/api/batch.ts'
import { sameFact, toWire, type Facts } from '../../../shared/filing/facts.ts'
import type { UnitCode } from '../../../shared/words.ts'
import type { ReadableDb } from '../../store/db.ts'
import { readExplanationTexts } from '../../store/explanations.ts'
import { readFacts } from '../../store/facts.ts'
import { findFiling, signOffOf, type Filing } from '../../store/filings.ts'
import { readRefused } from '../../store/refused.ts'
import { readUnit } from '../../store/units.ts'
import { contentDigest, factsDigest } from '../filing/digests.ts'
import type { Session } from '../workspace/session.ts'
import { judge, type HeldReturn, type Incoming, type Verdict } from '../../../shared/receive/verdicts.ts'

/**
 * A return compared with its unit's filing. `held`: that filing at the time; null when there was none. `onlyWords`: the facts are those
 * held, and only explanations, texts that do not fit or the sign-off differ.
 */
type ReturnComparison = { verdict: Verdict; held: HeldReturn | null; differences: BatchFileView['differences']; onlyWords: boolean }

/** Compares a readable return with its unit's present filing. */
export function compareWithHeld(
  session: Session,
  db: ReadableDb,
  unit: UnitCode | null,
  facts: Facts,
  incoming: Omit<Incoming, 'readable' | 'onRoster'>,
): ReturnComparison {
  const onRoster = unit !== null && readUnit(db, unit) !== null
  const filing = onRoster ? findFiling(db, session.task.id, unit) : null
  const heldFacts: Facts = filing === null ? new Map() : readFacts(db, filing.id)
  const held = filing === null ? null : heldOf(db, filing, heldFacts)
  const verdict = judge({ ...incoming, readable: true, onRoster }, held)
  const differences = held === null || verdict === 'identical' ? [] : differencesOf(heldFacts, facts)
  return { verdict, held, differences, onlyWords: held !== null && held.digest !== incoming.digest && differences.length === 0 }
}

/** A unit's present filing in the form that a verdict needs; null when it has none. */
export function presentHeld(session: Session, db: ReadableDb, unit: UnitCode): HeldReturn | null {
  const filing = findFiling(db, session.task.id, unit)
  return filing === null ? null : heldOf(db, filing, readFacts(db, filing.id))
}

function heldOf(db: ReadableDb, filing: Filing, held: Facts): HeldReturn {
  const facts = factsDigest(held)
  const entered = { facts, refused: readRefused(db, filing.id), explanations: readExplanationTexts(db, filing.id) }
  return {
    revision: filing.revision,
    digest: contentDigest(entered, signOffOf(filing)),
    returned: filing.status === 'returned',
    draft: isDraft(filing, facts),
  }
}

/** True when a filing holds values entered here since it was signed off or received; `facts` is the digest of its present facts. */
export function isDraft(filing: Pick<Filing, 'status' | 'digest'>, facts: string): boolean {
  return filing.status === 'open' || (filing.digest !== null && filing.digest !== facts)
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
