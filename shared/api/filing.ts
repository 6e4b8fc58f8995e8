import { z } from 'zod'
import { finding, problemData, signOff, unit, unitPath, wireFact } from './common.ts'
import { route } from './contract.ts'

/** Filling in, explaining, signing off and handing over one unit's filing. */
export const filingStatus = z.enum(['open', 'signed', 'received', 'returned'])
export const filingView = z.object({
  unit,
  period: z.string(),
  status: filingStatus,
  revision: z.number(),
  signOff,
  signedAt: z.string().nullable(),
  /** Short digest of the facts, printed on the signed form and repeated in the receipt. */
  digest: z.string(),
  facts: z.record(z.string(), wireFact),
  /** The cells that differ from what was signed off or received last, with what they held then; null when it never was. */
  changed: z.record(z.string(), wireFact).nullable(),
  /** Text that does not fit its cell, kept as typed until corrected. */
  refused: z.record(z.string(), z.string()),
  /** What the collecting unit asks to be corrected or explained, by cell, until the filing is signed off again. */
  remarks: z.record(z.string(), z.string()),
  explanations: z.record(z.string(), z.object({ value: z.string(), text: z.string() })),
  prior: z.record(z.string(), wireFact).nullable(),
  parameters: z.record(z.string(), z.string()),
  /** Those of the period before: what last year's computed cells were computed with. */
  priorParameters: z.record(z.string(), z.string()),
  changedAt: z.string().nullable(),
})
export type FilingView = z.infer<typeof filingView>

export const savedCells = z.object({
  saved: z.array(z.object({ cell: z.string(), fact: wireFact })),
  refused: z.array(z.object({ cell: z.string(), text: z.string(), problem: problemData })),
  at: z.string(),
})

/** What was taken over from other schemes: each cell with its origin, 「base:JC01.19.计」. */
const carriedCells = z.object({
  filled: z.array(z.object({ cell: z.string(), fact: wireFact, from: z.string() })),
  from: z.array(z.object({ scheme: z.string(), title: z.string(), period: z.string() })),
  /** Schemes named by cells of this one that the workspace has no fitting task of. */
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
  /** Texts as typed; '' clears, '/' is 不适用. Each value is durably saved, or kept as refused text with its reason. */
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
  /** Fills blank cells with what the unit filed under the schemes that this one refers to (`from`). */
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
