import { z } from 'zod'
import { plainOrigins, type FigureOrigin } from '../report/origin.ts'
import { route } from './contract.ts'

/** The origin of a figure in the self-evaluation report 自评报告. */
const origin: z.ZodType<FigureOrigin> = z.union([
  z.object({ kind: z.literal('indicator'), code: z.string() }),
  z.object({ kind: z.enum(['cell', 'blank']), cell: z.string() }),
  z.object({ kind: z.literal('parameter'), name: z.string(), source: z.string() }),
  z.object({ kind: z.literal('item'), code: z.string(), title: z.string() }),
  z.object({ kind: z.enum(plainOrigins) }),
])
const figure = z.object({ tag: z.string(), text: z.string(), origin, cell: z.string().nullable() })
const unresolved = z.object({ kind: z.enum(['tag', 'placeholder', 'template']), text: z.string(), where: z.string() })
const reportView = z.object({
  /** `own`: the county's template; `built-in`: the scheme's; `none`: no template. */
  template: z.enum(['own', 'built-in', 'none']),
  templateName: z.string(),
  /** The preview as HTML; empty without a template. */
  html: z.string(),
  figures: z.array(figure),
  unresolved: z.array(unresolved),
  /** The number of failed checks of the county's totals without an explanation; the figures may contradict each other. */
  failedChecks: z.number().int().min(0),
})
export type ReportView = z.infer<typeof reportView>

export const reportApi = {
  view: route({
    scope: 'task',
    reads: ['owner', 'roster', 'filings', 'explanations', 'parameters', 'scores', 'evidence', 'templates'],
    method: 'GET',
    path: '/api/report',
    output: reportView,
  }),
  /** Answers the Word file. Fails with `report-unresolved` while `unresolved` has entries. */
  word: route({
    scope: 'task',
    reads: ['owner', 'roster', 'filings', 'explanations', 'parameters', 'scores', 'evidence', 'templates'],
    method: 'GET',
    path: '/api/report.docx',
    output: 'file',
  }),
  pdf: route({
    scope: 'task',
    reads: ['owner', 'roster', 'filings', 'explanations', 'parameters', 'scores', 'evidence', 'templates'],
    method: 'GET',
    path: '/api/report.pdf',
    output: 'file',
  }),
  template: route({ scope: 'task', reads: ['templates'], method: 'GET', path: '/api/report/template.docx', output: 'file' }),
  /** Puts the county's own template in place of the scheme's. */
  putTemplate: route({
    scope: 'task',
    changes: ['templates'],
    method: 'POST',
    path: '/api/report/template',
    query: z.object({ name: z.string().min(1).max(255) }),
    input: 'bytes',
    output: reportView,
  }),
  dropTemplate: route({ scope: 'task', changes: ['templates'], method: 'DELETE', path: '/api/report/template', output: reportView }),
}
