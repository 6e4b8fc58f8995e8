import { cellTitle } from '../../../shared/scheme/cells.ts'
import { tablesOf } from '../../../shared/scheme/conditions.ts'
import type { Facts } from '../../../shared/filing/facts.ts'
import type { FilingSource } from '../../../shared/filing/compute.ts'
import { periodTitle } from '../../../shared/period/period.ts'
import { findingSentence } from '../../../shared/text/finding-sentence.ts'
import type { UnitCode } from '../../../shared/words.ts'
import { formHtml } from '../../print/form.ts'
import type { PrintValue } from '../../print/figures.ts'
import { read } from '../../store/db.ts'
import { readFacts } from '../../store/facts.ts'
import { findFiling, signOffOf } from '../../store/filings.ts'
import { findingsIn } from './check-filing.ts'
import { factsDigest, SHORT_DIGEST } from './digests.ts'
import { heldHandover } from './export-workbook.ts'
import { filingFileName } from './file-name.ts'
import { priorFacts, unitOf, unitSource, type Session } from '../workspace/session.ts'

/** A unit's filing as its statutory printed form in HTML. `fontFaces` is CSS for machines without Chinese fonts, or ''. */
export function printForm(session: Session, code: UnitCode, fontFaces: string): string {
  return read(session.workspace.db, (db) => {
    const unit = unitOf(db, code)
    const filing = findFiling(db, session.task.id, code)
    const facts: Facts = filing === null ? new Map() : readFacts(db, filing.id)
    const source = unitSource(session, unit, facts, priorFacts(session, db, code))
    const explanations = findingsIn(session, db, { unit, filing, facts, source }).filter((one) => one.explained)
    const signed = filing !== null && filing.status !== 'open'
    return formHtml({
      scheme: session.scheme,
      tables: tablesOf(session.scheme, unit),
      unit,
      periodTitle: periodTitle(session.task.period, session.scheme.period, 'zh'),
      values: printValues(facts, source),
      explanations: explanations.map((one) => ({
        check: one.check,
        cell: one.cell,
        message: `${cellTitle(session.scheme, one.cell)}：${findingSentence(session.scheme, one, 'zh')}`,
        text: one.explanation ?? '',
      })),
      signOff: signOffOf(filing),
      digest: signed ? factsDigest(facts).slice(0, SHORT_DIGEST) : null,
      revision: filing?.revision ?? 0,
      fontFaces,
    })
  })
}

/** The file name of the printed form without its extension, the same as that of the unit's workbook. */
export function printedFormName(session: Session, code: UnitCode): string {
  return read(session.workspace.db, (db) => {
    const unit = unitOf(db, code)
    const { revision, draft } = heldHandover(session, db, unit)
    return filingFileName(unit, session.scheme, session.task.period, { revision, draft: draft === true, blank: false })
  })
}

/** Joins the facts and computed figures of one filing or level, for print and workbook. */
export function printValues(facts: Facts, source: FilingSource): Map<string, PrintValue> {
  const values = new Map<string, PrintValue>(facts)
  for (const [ref, value] of source.computed) if (value !== null && typeof value !== 'boolean') values.set(ref, value)
  return values
}
