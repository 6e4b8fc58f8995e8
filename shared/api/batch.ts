import { z } from 'zod'
import { verdicts } from '../receive/verdicts.ts'
import { problemData, wireFact } from './common.ts'
import { route } from './contract.ts'

/** The verdict on a received file (docs/design/receiving.md: Batches). */
const verdict = z.enum(verdicts)

const fileProblem = z.object({
  sheet: z.string().nullable(),
  cell: z.string().nullable(),
  found: z.string().nullable(),
  expected: z.string().nullable(),
  problem: problemData,
})
export type FileProblem = z.infer<typeof fileProblem>

export const difference = z.object({ cell: z.string(), held: wireFact, incoming: wireFact })

const batchFile = z.object({
  position: z.number(),
  name: z.string(),
  sha256: z.string(),
  verdict,
  unit: z.string().nullable(),
  unitName: z.string().nullable(),
  revision: z.number().nullable(),
  /** True when the program wrote the file from a filing that was not signed off. */
  draft: z.boolean(),
  /** The number of facts read; 0 for an unreadable file. */
  facts: z.number(),
  problems: z.array(fileProblem),
  differences: z.array(difference),
  /** True when a commit would take the file or took it. */
  taken: z.boolean(),
  /** The numbers of errors and queries from the county's own run of the checks. */
  errors: z.number(),
  queries: z.number(),
})
export type BatchFile = z.infer<typeof batchFile>

const batchView = z.object({
  batch: z.number(),
  state: z.enum(['open', 'committed', 'undone', 'discarded']),
  at: z.string(),
  committed: z.number(),
  parked: z.number(),
  files: z.array(batchFile),
})
export type BatchView = z.infer<typeof batchView>

const batchPath = z.object({ batch: z.coerce.number().int() })

export const batchApi = {
  list: route({
    scope: 'task',
    reads: ['batches', 'roster'],
    method: 'GET',
    path: '/api/batches',
    output: z.array(batchView.omit({ files: true }).extend({ count: z.number() })),
  }),
  start: route({ scope: 'task', changes: ['batches'], method: 'POST', path: '/api/batches', output: batchView }),
  read: route({
    scope: 'task',
    reads: ['batches', 'roster', 'filings'],
    method: 'GET',
    path: '/api/batches/:batch',
    params: batchPath,
    output: batchView,
  }),
  /** Adds one file as raw bytes. A .zip counts as a folder; the answer lists all files in the .zip. */
  add: route({
    scope: 'task',
    changes: ['batches'],
    method: 'POST',
    path: '/api/batches/:batch/files',
    params: batchPath,
    query: z.object({ name: z.string().max(1000) }),
    input: 'bytes',
    output: z.array(batchFile),
  }),
  /** Commits a batch. `also` and `without` are positions: conflicting or older files to take, and files to leave out. */
  commit: route({
    scope: 'task',
    changes: ['batches', 'filings', 'explanations', 'backups'],
    method: 'POST',
    path: '/api/batches/:batch/commit',
    params: batchPath,
    input: z.object({ also: z.array(z.number()).default([]), without: z.array(z.number()).default([]) }),
    output: batchView,
  }),
  discard: route({
    scope: 'task',
    changes: ['batches'],
    method: 'POST',
    path: '/api/batches/:batch/discard',
    params: batchPath,
    output: batchView,
  }),
  undo: route({
    scope: 'task',
    changes: ['batches', 'filings', 'explanations'],
    method: 'POST',
    path: '/api/batches/:batch/undo',
    params: batchPath,
    output: batchView,
  }),
  original: route({
    scope: 'task',
    reads: ['batches'],
    method: 'GET',
    path: '/api/originals/:sha256',
    params: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    output: 'file',
  }),
}
