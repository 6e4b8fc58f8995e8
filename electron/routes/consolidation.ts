import { consolidationApi } from '../../shared/api/consolidation.ts'
import { varianceApi } from '../../shared/api/variance.ts'
import type { FileEnding } from '../../shared/file-endings.ts'
import { checkEverything } from '../services/check-county.ts'
import { consolidateGroup, groupHeads, indicatorsBy } from '../services/consolidate.ts'
import { openSession, type Desk } from '../services/desk.ts'
import { enterScore, evaluateCounty } from '../services/evaluate.ts'
import { lineageOf } from '../services/lineage.ts'
import { pdfOf, type Printing } from '../services/paper.ts'
import { printSummary, summaryWorkbook } from '../services/summary.ts'
import { varianceOf } from '../services/variance.ts'
import { fileAnswer } from './answers.ts'
import { implement, type Implementation } from './implement.ts'

/** Totals, indicators, evaluation, lineage, and the summary on paper and in Excel. */
export function consolidationRoutes(desk: Desk, printing: Printing): Implementation[] {
  const session = (): ReturnType<typeof openSession> => openSession(desk)
  const name = (ending: FileEnding): string => `${session().owner.name} ${session().scheme.title} ${session().task.period} 汇总.${ending}`
  return [
    implement(consolidationApi.groups, ({ query }) => groupHeads(session(), query.by)),
    implement(consolidationApi.totals, ({ query }) => consolidateGroup(session(), query.by, query.group)),
    implement(consolidationApi.lineage, ({ query }) => lineageOf(session(), desk.reader(), query.cell, query.by, query.group)),
    implement(consolidationApi.indicators, ({ query }) => indicatorsBy(session(), query.by)),
    implement(varianceApi.read, ({ query }) => varianceOf(session(), query.indicator)),
    implement(consolidationApi.checks, () => checkEverything(session())),
    implement(consolidationApi.evaluation, () => evaluateCounty(session())),
    implement(consolidationApi.score, ({ params, input }) =>
      enterScore(session(), params.item, input.points, input.reason, session().owner.name),
    ),
    implement(consolidationApi.summaryWorkbook, async ({ query }) => fileAnswer(name('xlsx'), await summaryWorkbook(session(), query))),
    implement(consolidationApi.summaryPage, ({ query }) => fileAnswer(name('html'), printSummary(session(), query, ''))),
    implement(consolidationApi.summaryPdf, async ({ query }, { signal }) =>
      fileAnswer(name('pdf'), await pdfOf((fonts) => printSummary(session(), query, fonts), printing, signal)),
    ),
  ]
}
