import { reportApi } from '../../shared/api/report.ts'
import type { FileEnding } from '../../shared/file-endings.ts'
import { fail } from '../../shared/problem.ts'
import type { Runtime } from '../services/workspace/runtime.ts'
import type { Session } from '../services/workspace/session.ts'
import { pdfOf, type Printing } from '../services/printing.ts'
import { dropTemplate, printReport, putTemplate, templateOf, viewReport, writeReport } from '../services/report/write-report.ts'
import { fileAnswer } from './answers.ts'
import { implement, type Implementation } from './implement.ts'

/** The self-evaluation report: preview, Word, PDF, templates. */
export function reportRoutes(runtime: Runtime, printing: Printing): Implementation[] {
  const name = ({ owner, scheme, task }: Session, ending: FileEnding): string =>
    `${owner.name} ${scheme.title} ${task.period} 自评报告.${ending}`
  return [
    implement(reportApi.view, ({ session }) => viewReport(session, runtime.schemeFolder)),
    implement(reportApi.word, ({ session }) => fileAnswer(name(session, 'docx'), writeReport(session, runtime.schemeFolder).bytes)),
    implement(reportApi.pdf, async ({ session }, { signal }) =>
      fileAnswer(name(session, 'pdf'), await pdfOf(await printReport(session, runtime.schemeFolder), printing, signal)),
    ),
    implement(reportApi.template, ({ session }) => {
      const template = templateOf(session, runtime.schemeFolder) ?? fail('report-template-missing', { scheme: session.scheme.id })
      return fileAnswer(template.name, new Uint8Array(template.bytes))
    }),
    implement(reportApi.putTemplate, ({ session, query, input }) => {
      putTemplate(session, query.name, input)
      return viewReport(session, runtime.schemeFolder)
    }),
    implement(reportApi.dropTemplate, ({ session }) => {
      dropTemplate(session)
      return viewReport(session, runtime.schemeFolder)
    }),
  ]
}
