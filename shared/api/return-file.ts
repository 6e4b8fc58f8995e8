import { z } from 'zod'
import { unitPath } from './common.ts'
import { route } from './contract.ts'
import { filingView } from './filing.ts'
import { ownValues } from './parameters.ts'

const adopted = z.object({
  /** The collecting unit that issued the workbook. */
  issuer: z.string(),
  values: z.array(z.object({ name: z.string(), unit: z.string(), before: z.string().nullable(), value: z.string(), source: z.string() })),
  /** The own values before the adoption, for parametersApi.restore. */
  undo: ownValues,
})
export type Adopted = z.infer<typeof adopted>

/**
 * The result of taking back a collector's file. `taken`: the file's content was taken. `differences`: the number of held cells that differ
 * from the file. `blank`: the file is an empty form, which changes no filing. `adopted`: the parameters adopted from the file.
 */
const takenBack = z.object({
  taken: z.boolean(),
  differences: z.number(),
  blank: z.boolean(),
  adopted: adopted.nullable(),
  filing: filingView,
})
export type TakenBack = z.infer<typeof takenBack>

/** Return files 退回修改单 (docs/design/receiving.md: Return files): sent by the collecting unit, taken back by the filing unit. */
export const returnFileApi = {
  /** Answers the return file without marking the filing as returned. */
  preview: route({
    scope: 'task',
    reads: ['owner', 'roster', 'filings', 'explanations', 'parameters'],
    method: 'GET',
    path: '/api/filings/:unit/returned.xlsx',
    params: unitPath,
    output: 'file',
  }),
  /** Marks the filing as returned and answers the return file. */
  send: route({
    scope: 'task',
    changes: ['filings'],
    method: 'POST',
    path: '/api/filings/:unit/returned.xlsx',
    params: unitPath,
    output: 'file',
  }),
  /** Opens the filing for the corrections of a return file. The workspace's own unit also adopts the parameters of the file. */
  takeBack: route({
    scope: 'task',
    changes: ['filings', 'explanations', 'parameters', 'batches', 'backups'],
    method: 'POST',
    path: '/api/filings/:unit/taken-back',
    params: unitPath,
    query: z.object({ name: z.string().max(255) }),
    input: 'bytes',
    output: takenBack,
  }),
}
