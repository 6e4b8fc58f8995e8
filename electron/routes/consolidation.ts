import { consolidationApi } from '../../shared/api/consolidation.ts'
import { variationApi } from '../../shared/api/variation.ts'
import type { FileEnding } from '../../shared/file-endings.ts'
import { checkEverything } from '../services/totals/check-county.ts'
import { consolidateGroup, groupHeads, indicatorsBy } from '../services/totals/consolidate.ts'
import type { Runtime } from '../services/workspace/runtime.ts'
import type { Session } from '../services/workspace/session.ts'
import { enterScore, evaluateCounty } from '../services/evaluation/evaluate.ts'
import { lineageOf } from '../services/totals/lineage.ts'
import { pdfOf, type Printing } from '../services/printing.ts'
import { printSummary, summaryWorkbook } from '../services/totals/summary.ts'
import { variationOf } from '../services/totals/variation.ts'
import { fileAnswer } from './answers.ts'
import { implement, type Implementation } from './implement.ts'

/** Totals, indicators, evaluation, lineage, and the summary on paper and in Excel. */
export function consolidationRoutes(runtime: Runtime, printing: Printing): Implementation[] {
  const name = ({ owner, scheme, task }: Session, ending: FileEnding): string =>
    `${owner.name} ${scheme.title} ${task.period} 汇总.${ending}`
  return [
    implement(consolidationApi.groups, ({ session, query }) => groupHeads(session, query.by)),
    implement(consolidationApi.totals, ({ session, query }) => consolidateGroup(session, query.by, query.group)),
    implement(consolidationApi.lineage, ({ session, query }) =>
      lineageOf(session, runtime.reader(session), query.cell, query.by, query.group),
    ),
    implement(consolidationApi.indicators, ({ session, query }) => indicatorsBy(session, query.by)),
    implement(variationApi.read, ({ session, query }) => variationOf(session, query.indicator)),
    implement(consolidationApi.checks, ({ session }) => checkEverything(session)),
    implement(consolidationApi.evaluation, ({ session }) => evaluateCounty(session)),
    implement(consolidationApi.score, ({ session, params, input }) =>
      enterScore(session, params.item, input.points, input.reason, session.owner.name),
    ),
    implement(consolidationApi.summaryWorkbook, async ({ session, query }) =>
      fileAnswer(name(session, 'xlsx'), await summaryWorkbook(session, query)),
    ),
    implement(consolidationApi.summaryPage, ({ session, query }) => fileAnswer(name(session, 'html'), printSummary(session, query, ''))),
    implement(consolidationApi.summaryPdf, async ({ session, query }, { signal }) =>
      fileAnswer(name(session, 'pdf'), await pdfOf((fonts) => printSummary(session, query, fonts), printing, signal)),
    ),
  ]
}
