import { z } from 'zod'
import { unitPath } from './common.ts'
import { route } from './contract.ts'
import { filingView } from './filing.ts'

/** What came of a return file that was taken back: whether its content was taken, and in how many cells what is held differs from it. */
export const takenBack = z.object({ taken: z.boolean(), differences: z.number(), filing: filingView })
export type TakenBack = z.infer<typeof takenBack>

/** Return files 退回修改单 (DESIGN §5): sent back by who collects, taken back by who files. */
export const returnedApi = {
  /** The return file as it would go out; nothing is marked. */
  preview: route({ method: 'GET', path: '/api/filings/:unit/returned.xlsx', params: unitPath, output: 'file' }),
  /** Marks the filing as returned and gives the file. */
  send: route({ method: 'POST', path: '/api/filings/:unit/returned.xlsx', params: unitPath, output: 'file' }),
  /** Opens the unit's own filing for the corrections that a return file asks for. */
  takeBack: route({ method: 'POST', path: '/api/filings/:unit/taken-back', params: unitPath, query: z.object({ name: z.string().max(255) }), input: 'bytes', output: takenBack }),
}
