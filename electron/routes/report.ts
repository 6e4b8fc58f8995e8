import { reportApi } from '../../shared/api/report.ts'
import { fail } from '../../shared/problem.ts'
import { openSession, type Desk } from '../services/desk.ts'
import { pdfOf, type Printing } from '../services/paper.ts'
import { dropTemplate, printReport, putTemplate, templateOf, viewReport, writeReport } from '../services/write-report.ts'
import { pdfAnswer } from './answers.ts'
import { implement, type Implementation } from './implement.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The self-evaluation report: preview, Word, PDF, templates. */
export function reportRoutes(desk: Desk, printing: Printing): Implementation[] {
  const session = (): ReturnType<typeof openSession> => openSession(desk)
  const by = (): string => session().owner.name
  const name = (ending: string): string => `${session().owner.name} ${session().scheme.title} ${session().task.period} 自评报告.${ending}`
  return [
    implement(reportApi.view, () => viewReport(session(), desk.schemeFolder)),
    implement(reportApi.word, () => ({ name: name('docx'), type: DOCX, bytes: writeReport(session(), desk.schemeFolder).bytes })),
    implement(reportApi.pdf, async (_, { signal }) =>
      pdfAnswer(name('pdf'), await pdfOf(await printReport(session(), desk.schemeFolder), printing, signal)),
    ),
    implement(reportApi.template, () => {
      const template = templateOf(session(), desk.schemeFolder) ?? fail('report-template-missing', { scheme: session().scheme.id })
      return { name: template.name, type: DOCX, bytes: new Uint8Array(template.bytes) }
    }),
    implement(reportApi.putTemplate, ({ query, input }) => {
      putTemplate(session(), query.name, input, by())
      return viewReport(session(), desk.schemeFolder)
    }),
    implement(reportApi.dropTemplate, () => {
      dropTemplate(session(), by())
      return viewReport(session(), desk.schemeFolder)
    }),
  ]
}
