import type { MoneyUnit } from '../../shared/consolidation/money.ts'
import type { Grouping } from '../../shared/consolidation/grouping.ts'
import { computeIndicators } from '../../shared/indicator/compute.ts'
import { periodTitle } from '../../shared/period/period.ts'
import { fail } from '../../shared/problem.ts'
import { summaryIn, type Summary, type SummaryGroup } from '../../shared/summary/summary.ts'
import { findingSentence } from '../../shared/text/finding-sentence.ts'
import { summaryHtml } from '../print/summary.ts'
import { read } from '../store/db.ts'
import { listFilings } from '../store/filings.ts'
import { writeSummary } from '../workbook/writing/summary.ts'
import { checkTotals } from './check-county.ts'
import { evaluateCounty } from './evaluate.ts'
import { levelsOf, needsUnits, type Level } from './levels.ts'
import { printValues } from './print-form.ts'
import type { Session } from './session.ts'

/** Which part of the totals: a grouping, one of its groups or all of them, and the unit that money is shown in. */
export type SummaryChoice = { by: Grouping; group?: string | undefined; money?: MoneyUnit | undefined }

/** The summary as an Excel workbook: of one group, or of every group of a grouping. */
export async function summaryWorkbook(session: Session, choice: SummaryChoice): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await writeSummary(summaryOf(session, choice)))
}

/** The same summary on paper, as a whole HTML document. `fontFaces` is CSS for machines without Chinese fonts, or ''. */
export function printSummary(session: Session, choice: SummaryChoice, fontFaces: string): string {
  return summaryHtml(summaryOf(session, choice), fontFaces)
}

/** One content for paper and Excel, so that both show the same figures (promise 8). Fails with `not-found` for an unknown group. */
function summaryOf(session: Session, { by, group: key, money }: SummaryChoice): Summary {
  const { levels, time } = read(session.workspace.db, (db) => ({
    levels: levelsOf(session, db, by, needsUnits(session.scheme)),
    time: listFilings(db, session.task.id).reduce(
      (latest, { changedAt }) => (changedAt !== null && changedAt > latest ? changedAt : latest),
      '',
    ),
  }))
  const wanted = key === undefined ? levels : levels.filter((level) => level.group.key === key)
  if (wanted.length === 0) fail('not-found', { what: key ?? by })
  const county = by === 'county'
  const summary: Summary = {
    scheme: session.scheme,
    collector: session.owner.name,
    periodTitle: periodTitle(session.task.period, session.scheme.period, 'zh'),
    tables: session.scheme.tables,
    groups: wanted.map((level) => groupOf(session, level)),
    findings: county
      ? checkTotals(session).map((one) => ({
          check: one.check,
          cell: one.cell,
          message: `${findingSentence(session.scheme, one, 'zh')}。${one.because}`,
          explanation: one.explained ? one.explanation : null,
        }))
      : [],
    evaluation: county && session.scheme.evaluation !== null ? evaluateCounty(session) : null,
    money: null,
    time,
  }
  return money === undefined ? summary : summaryIn(summary, money)
}

function groupOf(session: Session, level: Level): SummaryGroup {
  return {
    title: level.group.title,
    filed: level.filed,
    expected: level.expected,
    missing: level.missing.map(({ code, name }) => ({ code, name })),
    values: printValues(level.facts, level.source),
    indicators: computeIndicators(session.scheme, level.source),
    balances: new Map(),
  }
}
