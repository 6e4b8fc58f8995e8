import type { Finding } from '../../../shared/check/findings.ts'
import type { MoneyUnit } from '../../../shared/consolidation/money.ts'
import type { Grouping } from '../../../shared/consolidation/grouping.ts'
import { computeIndicators } from '../../../shared/indicator/compute.ts'
import { periodTitle } from '../../../shared/period/period.ts'
import { fail } from '../../../shared/problem.ts'
import type { Scheme } from '../../../shared/scheme/scheme.ts'
import { summaryIn, type Summary, type SummaryGroup } from '../../../shared/summary/summary.ts'
import { findingSentence } from '../../../shared/text/finding-sentence.ts'
import { groupTitle } from '../../../shared/text/group-title.ts'
import { summaryHtml } from '../../print/summary.ts'
import { read, type ReadableDb } from '../../store/db.ts'
import { listFilings } from '../../store/filings.ts'
import { writeSummary } from '../../workbook/write-summary/summary.ts'
import { totalFindings } from './check-county.ts'
import { evaluationOf } from '../evaluation/evaluate.ts'
import { levelsOf, needsUnits, type Level } from './levels.ts'
import { printValues } from '../filing/print-form.ts'
import type { Session } from '../workspace/session.ts'

/** The choice of totals: a grouping, all of its groups or one, and the unit of money. */
export type SummaryChoice = { by: Grouping; group?: string | undefined; money?: MoneyUnit | undefined }

/** The chosen summary as an Excel workbook. */
export async function summaryWorkbook(session: Session, choice: SummaryChoice): Promise<Uint8Array<ArrayBuffer>> {
  return bookOfSummary(readSummary(session, choice).summary)
}

/** The chosen summary as an HTML document for printing. `fontFaces` is CSS for machines without Chinese fonts, or ''. */
export function printSummary(session: Session, choice: SummaryChoice, fontFaces: string): string {
  return pageOfSummary(readSummary(session, choice).summary, fontFaces)
}

/** Writes a summary as an Excel workbook. */
export async function bookOfSummary(summary: Summary): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await writeSummary(summary))
}

/** Writes a summary as an HTML document for printing. */
export function pageOfSummary(summary: Summary, fontFaces: string): string {
  return summaryHtml(summary, fontFaces)
}

/**
 * Reads the summary, with its levels, in one reading of the filings. Paper and Excel share it, so that both show the same figures
 * (docs/design/promises.md: Promise 8). Fails with `not-found` for an unknown group.
 */
export function readSummary(session: Session, { by, group, money }: SummaryChoice): { summary: Summary; levels: readonly Level[] } {
  const { scheme, task, owner } = session
  return read(session.workspace.db, (db) => {
    const levels = levelsOf(session, db, { by, group, acrossUnits: needsUnits(scheme) })
    const county = by === 'county' ? (levels[0] ?? null) : null
    if (levels.length === 0) fail('not-found', { what: group ?? by })
    const summary: Summary = {
      scheme,
      collector: owner.name,
      periodTitle: periodTitle(task.period, scheme.period, 'zh'),
      tables: scheme.tables,
      groups: levels.map((level) => groupOf(session, level)),
      findings: county === null ? [] : totalFindings(session, db, county).map((one) => findingLine(scheme, one)),
      evaluation: county === null || scheme.evaluation === null ? null : evaluationOf(session, db, county),
      money: null,
      time: lastChange(db, task.id),
    }
    return { summary: money === undefined ? summary : summaryIn(summary, money), levels }
  })
}

function findingLine(scheme: Scheme, finding: Finding): Summary['findings'][number] {
  const { check, cell, because, explained, explanation } = finding
  return { check, cell, message: `${findingSentence(scheme, finding, 'zh')}。${because}`, explanation: explained ? explanation : null }
}

/** The time of the last change to a filing of the task; '' without one. */
function lastChange(db: ReadableDb, task: number): string {
  return listFilings(db, task).reduce((latest, { changedAt }) => (changedAt !== null && changedAt > latest ? changedAt : latest), '')
}

function groupOf(session: Session, level: Level): SummaryGroup {
  return {
    title: groupTitle(level.group.title, 'zh'),
    filed: level.filed,
    expected: level.expected,
    missing: level.missing.map(({ code, name }) => ({ code, name })),
    values: printValues(level.facts, level.source),
    indicators: computeIndicators(session.scheme, level.source),
    roundings: new Map(),
  }
}
