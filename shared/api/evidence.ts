import { z } from 'zod'
import { route } from './contract.ts'

/** Evidence 佐证材料: a file kept in the workspace for an item of the evaluation. Removed evidence is listed until the workspace is closed. */
const evidenceView = z.object({
  id: z.number(),
  item: z.string(),
  name: z.string(),
  sha256: z.string(),
  bytes: z.number(),
  by: z.string(),
  at: z.string(),
  removedAt: z.string().nullable(),
})
export type EvidenceView = z.infer<typeof evidenceView>

export const evidenceApi = {
  list: route({ scope: 'task', reads: ['evidence'], method: 'GET', path: '/api/evidence', output: z.array(evidenceView) }),
  /** Adds one file as raw bytes. */
  add: route({
    scope: 'task',
    changes: ['evidence'],
    method: 'POST',
    path: '/api/evidence/items/:item',
    params: z.object({ item: z.string().max(40) }),
    query: z.object({ name: z.string().min(1).max(255) }),
    input: 'bytes',
    output: z.array(evidenceView),
  }),
  remove: route({
    scope: 'task',
    changes: ['evidence'],
    method: 'DELETE',
    path: '/api/evidence/:id',
    params: z.object({ id: z.coerce.number().int() }),
    output: z.array(evidenceView),
  }),
  /** Undoes a removal; possible until the workspace is closed. */
  bringBack: route({
    scope: 'task',
    changes: ['evidence'],
    method: 'POST',
    path: '/api/evidence/:id/brought-back',
    params: z.object({ id: z.coerce.number().int() }),
    output: z.array(evidenceView),
  }),
  file: route({
    scope: 'task',
    reads: ['evidence'],
    method: 'GET',
    path: '/api/evidence/:id',
    params: z.object({ id: z.coerce.number().int() }),
    output: 'file',
  }),
}
