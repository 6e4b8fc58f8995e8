import { z } from 'zod'
import { unitPath } from './common.ts'
import { route } from './contract.ts'
import { filingView } from './filing.ts'
import { ownValues } from './parameters.ts'

const adopted = z.object({
  /** Who handed the workbook out. */
  issuer: z.string(),
  values: z.array(z.object({ name: z.string(), unit: z.string(), before: z.string().nullable(), value: z.string(), source: z.string() })),
  /** What puts the values back that stood before (parametersApi.restore). */
  undo: ownValues,
})
export type Adopted = z.infer<typeof adopted>

/**
 * What came of a collector's file that was taken in: whether its content was taken, in how many cells what is held differs
 * from it, whether it is an empty form, which changes no filing, and which of its parameters were adopted.
 */
const takenBack = z.object({
  taken: z.boolean(),
  differences: z.number(),
  blank: z.boolean(),
  adopted: adopted.nullable(),
  filing: filingView,
})
export type TakenBack = z.infer<typeof takenBack>

/** Return files 退回修改单 (docs/design/receiving.md: Return files): sent back by who collects, taken back by who files. */
export const returnFileApi = {
  /** The return file as it would go out; nothing is marked. */
  preview: route({
    scope: 'task',
    reads: ['owner', 'roster', 'filings', 'explanations', 'parameters'],
    method: 'GET',
    path: '/api/filings/:unit/returned.xlsx',
    params: unitPath,
    output: 'file',
  }),
  /** Marks the filing as returned and gives the file. */
  send: route({
    scope: 'task',
    changes: ['filings'],
    method: 'POST',
    path: '/api/filings/:unit/returned.xlsx',
    params: unitPath,
    output: 'file',
  }),
  /**
   * Opens the unit's own filing for the corrections that a return file asks for; takes the collector's parameters over from it, or from an
   * empty form.
   */
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
