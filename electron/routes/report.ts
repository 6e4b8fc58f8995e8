import { reportApi } from '../../shared/api/report.ts'
import type { FileEnding } from '../../shared/file-endings.ts'
import { fail } from '../../shared/problem.ts'
import { openSession, type Desk } from '../services/desk.ts'
import { pdfOf, type Printing } from '../services/paper.ts'
import { dropTemplate, printReport, putTemplate, templateOf, viewReport, writeReport } from '../services/write-report.ts'
import { fileAnswer } from './answers.ts'
import { implement, type Implementation } from './implement.ts'

/** The self-evaluation report: preview, Word, PDF, templates. */
export function reportRoutes(desk: Desk, printing: Printing): Implementation[] {
  const session = (): ReturnType<typeof openSession> => openSession(desk)
  const by = (): string => session().owner.name
  const name = (ending: FileEnding): string =>
    `${session().owner.name} ${session().scheme.title} ${session().task.period} 自评报告.${ending}`
  return [
    implement(reportApi.view, () => viewReport(session(), desk.schemeFolder)),
    implement(reportApi.word, () => fileAnswer(name('docx'), writeReport(session(), desk.schemeFolder).bytes)),
    implement(reportApi.pdf, async (_, { signal }) =>
      fileAnswer(name('pdf'), await pdfOf(await printReport(session(), desk.schemeFolder), printing, signal)),
    ),
    implement(reportApi.template, () => {
      const template = templateOf(session(), desk.schemeFolder) ?? fail('report-template-missing', { scheme: session().scheme.id })
      return fileAnswer(template.name, new Uint8Array(template.bytes))
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
