import { z } from 'zod'
import { finding, problemData, signOff, unit, unitPath, wireFact } from './common.ts'
import { route } from './contract.ts'

export const filingStatus = z.enum(['open', 'signed', 'received', 'returned'])
export const filingView = z.object({
  unit,
  period: z.string(),
  status: filingStatus,
  revision: z.number(),
  signOff,
  signedAt: z.string().nullable(),
  /** A short digest of the facts, printed on the signed form. */
  digest: z.string(),
  facts: z.record(z.string(), wireFact),
  /** The cells changed since the last sign-off or receipt, with their facts of then; null without one, or when those facts are unknown. */
  changed: z.record(z.string(), wireFact).nullable(),
  /** Typed text that does not fit its cell, kept until corrected. */
  refused: z.record(z.string(), z.string()),
  /** The collecting unit's requests to correct or explain a cell, kept until the filing is signed off again. */
  remarks: z.record(z.string(), z.string()),
  explanations: z.record(z.string(), z.object({ value: z.string(), text: z.string() })),
  prior: z.record(z.string(), wireFact).nullable(),
  parameters: z.record(z.string(), z.string()),
  /** The parameters of the period before, for the computed cells of `prior`. */
  priorParameters: z.record(z.string(), z.string()),
  changedAt: z.string().nullable(),
})
export type FilingView = z.infer<typeof filingView>

export const savedCells = z.object({
  saved: z.array(z.object({ cell: z.string(), fact: wireFact })),
  refused: z.array(z.object({ cell: z.string(), text: z.string(), problem: problemData })),
  at: z.string(),
})

/** The cells filled from other schemes, each with its origin, 「base:JC01.19.计」. */
const carriedCells = z.object({
  filled: z.array(z.object({ cell: z.string(), fact: wireFact, from: z.string() })),
  from: z.array(z.object({ scheme: z.string(), title: z.string(), period: z.string() })),
  /** The origin schemes without a fitting task in the workspace. */
  missing: z.array(z.string()),
  at: z.string(),
})
export type CarriedCells = z.infer<typeof carriedCells>

export const filingApi = {
  read: route({
    scope: 'task',
    reads: ['roster', 'filings', 'explanations', 'parameters'],
    method: 'GET',
    path: '/api/filings/:unit',
    params: unitPath,
    output: filingView,
  }),
  /** Writes typed texts; '' clears a cell, '/' is 不适用. A text that does not fit its cell is kept as refused text. */
  write: route({
    scope: 'task',
    changes: ['filings'],
    method: 'PUT',
    path: '/api/filings/:unit/cells',
    params: unitPath,
    input: z.object({ changes: z.array(z.object({ cell: z.string().max(200), text: z.string().max(4000) })).max(20_000) }),
    output: savedCells,
  }),
  /** Inserts an empty line before `row`, or removes line `row` (1-based) of a list table. */
  line: route({
    scope: 'task',
    changes: ['filings', 'explanations'],
    method: 'POST',
    path: '/api/filings/:unit/lines',
    params: unitPath,
    input: z.object({ table: z.string(), row: z.number().int().min(1), act: z.enum(['insert', 'remove']) }),
    output: filingView,
  }),
  /** Fills blank cells with the unit's facts of other schemes, by `from` of the scheme's cells. */
  carryOver: route({
    scope: 'task',
    changes: ['filings'],
    method: 'POST',
    path: '/api/filings/:unit/carry-over',
    params: unitPath,
    output: carriedCells,
  }),
  explain: route({
    scope: 'task',
    changes: ['filings', 'explanations'],
    method: 'PUT',
    path: '/api/filings/:unit/explanations',
    params: unitPath,
    input: z.object({ key: z.string().max(300), text: z.string().max(2000) }),
    output: z.object({ at: z.string(), value: z.string() }),
  }),
  checks: route({
    scope: 'task',
    reads: ['roster', 'filings', 'explanations', 'parameters'],
    method: 'GET',
    path: '/api/filings/:unit/checks',
    params: unitPath,
    output: z.array(finding),
  }),
  sign: route({
    scope: 'task',
    changes: ['filings'],
    method: 'POST',
    path: '/api/filings/:unit/sign',
    params: unitPath,
    input: signOff,
    output: filingView,
  }),
  /** Opens a signed filing for correction; the next sign-off makes the next revision. */
  reopen: route({
    scope: 'task',
    changes: ['filings'],
    method: 'POST',
    path: '/api/filings/:unit/reopen',
    params: unitPath,
    output: filingView,
  }),
  workbook: route({
    scope: 'task',
    reads: ['owner', 'roster', 'filings', 'explanations', 'parameters'],
    method: 'GET',
    path: '/api/filings/:unit/workbook',
    params: unitPath,
    query: z.object({ blank: z.enum(['1']).optional() }),
    output: 'file',
  }),
  formPage: route({
    scope: 'task',
    reads: ['owner', 'roster', 'filings', 'explanations', 'parameters'],
    method: 'GET',
    path: '/api/filings/:unit/form.html',
    params: unitPath,
    output: 'file',
  }),
  formPdf: route({
    scope: 'task',
    reads: ['owner', 'roster', 'filings', 'explanations', 'parameters'],
    method: 'GET',
    path: '/api/filings/:unit/form.pdf',
    params: unitPath,
    output: 'file',
  }),
}
