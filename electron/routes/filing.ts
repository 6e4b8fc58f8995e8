import { filingApi } from '../../shared/api/filing.ts'
import { carryOver } from '../services/filing/carry-over.ts'
import { changeLine } from '../services/filing/change-line.ts'
import { checkFiling } from '../services/filing/check-filing.ts'
import type { Runtime } from '../services/workspace/runtime.ts'
import { enterFacts } from '../services/filing/enter-facts.ts'
import { explainQuery } from '../services/filing/explain-query.ts'
import { exportWorkbook } from '../services/filing/export-workbook.ts'
import { pdfOf, type Printing } from '../services/printing.ts'
import { printedFormName, printForm } from '../services/filing/print-form.ts'
import { viewFiling } from '../services/filing/view-filing.ts'
import { reopenFiling, signFiling } from '../services/filing/sign-filing.ts'
import { fileAnswer } from './answers.ts'
import { implement, type Implementation } from './implement.ts'

/** A unit's filing: filling in, explaining, signing off, exporting and printing. */
export function filingRoutes(runtime: Runtime, printing: Printing): Implementation[] {
  return [
    implement(filingApi.read, ({ session, params }) => viewFiling(session, params.unit)),
    implement(filingApi.write, ({ session, params, input }) => enterFacts(session, params.unit, input.changes)),
    implement(filingApi.line, ({ session, params, input }) => changeLine(session, params.unit, input.table, input.row, input.act)),
    implement(filingApi.carryOver, ({ session, params }) => carryOver(session, params.unit)),
    implement(filingApi.explain, ({ session, params, input }) => explainQuery(session, params.unit, input.key, input.text)),
    implement(filingApi.checks, ({ session, params }) => checkFiling(session, params.unit)),
    implement(filingApi.sign, ({ session, params, input }) => signFiling(session, params.unit, input, session.owner.name)),
    implement(filingApi.reopen, ({ session, params }) => reopenFiling(session, params.unit)),
    implement(filingApi.workbook, async ({ session, params, query }) => {
      const { name, bytes } = await exportWorkbook(session, params.unit, { blank: query.blank === '1', appVersion: runtime.version })
      return fileAnswer(name, bytes)
    }),
    implement(filingApi.formPage, ({ session, params }) => fileAnswer(`${params.unit}.html`, printForm(session, params.unit, ''))),
    implement(filingApi.formPdf, async ({ session, params }, { signal }) =>
      fileAnswer(
        `${printedFormName(session, params.unit)}.pdf`,
        await pdfOf((fonts) => printForm(session, params.unit, fonts), printing, signal),
      ),
    ),
  ]
}
