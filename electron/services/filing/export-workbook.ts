import { tablesOf } from '../../../shared/scheme/conditions.ts'
import type { Unit } from '../../../shared/unit/unit.ts'
import type { Facts } from '../../../shared/filing/facts.ts'
import type { UnitCode } from '../../../shared/words.ts'
import { read, type ReadableDb } from '../../store/db.ts'
import { readExplanationTexts } from '../../store/explanations.ts'
import { readFacts } from '../../store/facts.ts'
import { findFiling, signOffOf } from '../../store/filings.ts'
import { readRefused } from '../../store/refused.ts'
import { listUnits } from '../../store/units.ts'
import { writeWorkbook } from '../../workbook/write-form/write-workbook.ts'
import type { WorkbookInput } from '../../workbook/write-form/input.ts'
import { factsDigest } from './digests.ts'
import { filingFileName } from './file-name.ts'
import { isDraft } from '../receive/comparison.ts'
import { priorFacts, unitOf, type Session } from '../workspace/session.ts'

/** The form of a workbook: `blank` is an empty form to fill in; `appVersion` is the version of the writing program. */
export type WorkbookForm = { blank: boolean; appVersion: string }

/** A workbook with its file name and unit. */
export type NamedWorkbook = { name: string; unit: UnitCode; bytes: Uint8Array<ArrayBuffer> }

/**
 * Writes a unit's filing as a workbook, or an empty workbook to fill in. The same filing gives the same bytes
 * (docs/design/workbook.md: Writing).
 */
export async function exportWorkbook(session: Session, code: UnitCode, { blank, appVersion }: WorkbookForm): Promise<NamedWorkbook> {
  const input = read(session.workspace.db, (db) => {
    const unit = unitOf(db, code)
    return workbookInput(session, unit, blank ? emptyHandover : heldHandover(session, db, unit), priorFacts(session, db, code), {
      blank,
      appVersion,
    })
  })
  return { name: workbookName(input), unit: code, bytes: new Uint8Array(await writeWorkbook(input)) }
}

/** The units that file a table of the scheme, in roster order. */
export function exportingUnits(session: Session): Unit[] {
  return read(session.workspace.db, listUnits).filter((unit) => tablesOf(session.scheme, unit).length > 0)
}

/** The content of a filing that its workbook holds. */
export type Handover = Pick<WorkbookInput, 'facts' | 'refused' | 'explanations' | 'signOff' | 'revision' | 'changedAt' | 'draft'>

const emptyHandover: Handover = {
  facts: new Map(),
  explanations: new Map(),
  revision: 0,
  changedAt: '',
  signOff: signOffOf(null),
}

/** Joins a filing's content with the other data of its workbook, such as scheme, parameters and the facts of the period before. */
export function workbookInput(
  session: Session,
  unit: Unit,
  handover: Handover,
  prior: Facts | null,
  { blank, appVersion }: WorkbookForm,
): WorkbookInput {
  return {
    ...handover,
    scheme: session.scheme,
    schemeDigest: session.schemeDigest,
    period: session.task.period,
    unit,
    tables: tablesOf(session.scheme, unit),
    appVersion,
    factsDigest: factsDigest(handover.facts),
    prior: prior === null ? null : { facts: prior, parameters: session.priorParameters },
    parameters: session.parameters,
    issuer: session.owner,
    ownValues: session.ownValues,
    blank,
  }
}

/** Reads a unit's filing for its workbook; empty when there is no filing. */
export function heldHandover(session: Session, db: ReadableDb, unit: Unit): Handover {
  const filing = findFiling(db, session.task.id, unit.code)
  if (filing === null) return emptyHandover
  const facts = readFacts(db, filing.id)
  const refused = readRefused(db, filing.id)
  const explanations = readExplanationTexts(db, filing.id)
  return {
    facts,
    refused,
    explanations,
    signOff: signOffOf(filing),
    revision: filing.revision,
    changedAt: filing.signedAt ?? filing.changedAt ?? '',
    draft: facts.size + refused.size + explanations.size > 0 && isDraft(filing, factsDigest(facts)),
  }
}

/** The file name of a workbook. */
export function workbookName({ unit, scheme, period, revision, draft, blank }: WorkbookInput): string {
  return `${filingFileName(unit, scheme, period, { revision, draft: draft === true, blank })}.xlsx`
}
