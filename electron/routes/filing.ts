import { filingApi } from '../../shared/api/filing.ts'
import { carryOver } from '../services/carry-over.ts'
import { changeLine } from '../services/change-line.ts'
import { checkFiling } from '../services/check-filing.ts'
import { openSession, type Desk } from '../services/desk.ts'
import { enterFacts } from '../services/enter-facts.ts'
import { explainQuery } from '../services/explain-query.ts'
import { exportWorkbook } from '../services/export-workbook.ts'
import { pdfOf, type Printing } from '../services/paper.ts'
import { printedFormName, printForm } from '../services/print-form.ts'
import { readFiling } from '../services/read-filing.ts'
import { reopenFiling, signFiling } from '../services/sign-filing.ts'
import { fileAnswer } from './answers.ts'
import { implement, type Implementation } from './implement.ts'

/** Filling in, explaining, signing off and handing over one unit's filing. */
export function filingRoutes(desk: Desk, printing: Printing): Implementation[] {
  const session = (): ReturnType<typeof openSession> => openSession(desk)
  const by = (): string => session().owner.name
  return [
    implement(filingApi.read, ({ params }) => readFiling(session(), params.unit)),
    implement(filingApi.write, ({ params, input }) => enterFacts(session(), params.unit, input.changes, by())),
    implement(filingApi.line, ({ params, input }) => changeLine(session(), params.unit, input.table, input.row, input.act, by())),
    implement(filingApi.carryOver, ({ params }) => carryOver(session(), params.unit, by())),
    implement(filingApi.explain, ({ params, input }) => explainQuery(session(), params.unit, input.key, input.text, by())),
    implement(filingApi.checks, ({ params }) => checkFiling(session(), params.unit)),
    implement(filingApi.sign, ({ params, input }) => signFiling(session(), params.unit, input, by())),
    implement(filingApi.reopen, ({ params }) => reopenFiling(session(), params.unit, by())),
    implement(filingApi.workbook, async ({ params, query }) => {
      const { name, bytes } = await exportWorkbook(session(), params.unit, query.blank === '1', desk.version)
      return fileAnswer(name, bytes)
    }),
    implement(filingApi.formPage, ({ params }) => fileAnswer(`${params.unit}.html`, printForm(session(), params.unit, ''))),
    implement(filingApi.formPdf, async ({ params }, { signal }) =>
      fileAnswer(
        `${printedFormName(session(), params.unit)}.pdf`,
        await pdfOf((fonts) => printForm(session(), params.unit, fonts), printing, signal),
      ),
    ),
  ]
}
