import { z } from 'zod'
import { unit } from './common.ts'
import { route } from './contract.ts'

/** Opening, creating and keeping workspaces safe. A host holds at most one open workspace. */
const task = z.object({
  scheme: z.string(),
  version: z.string(),
  title: z.string(),
  issuer: z.string(),
  period: z.string(),
  filings: z.number(),
  /** 有效期至 of the forms, where the period begins after it; else null. */
  lapsed: z.string().nullable(),
})
const workspaceInfo = z.object({
  path: z.string(),
  name: z.string(),
  role: z.enum(['school', 'county']),
  unit,
  task,
  tasks: z.array(task),
  demo: z.boolean(),
})
/** When and why a copy was made: before a receiving, a restoring or an upgrade of the file, at the start, or because a person asked. */
const backup = z.object({
  file: z.string(),
  at: z.string(),
  reason: z.enum(['start', 'receive', 'migration', 'restore', 'asked']),
  bytes: z.number(),
})
export type BackupView = z.infer<typeof backup>

export type WorkspaceInfo = z.infer<typeof workspaceInfo>

export const workspaceApi = {
  current: route({ method: 'GET', path: '/api/workspace', output: workspaceInfo.nullable() }),
  list: route({
    method: 'GET',
    path: '/api/workspaces',
    output: z.object({
      folder: z.string(),
      workspaces: z.array(z.object({ path: z.string(), file: z.string(), name: z.string(), changedAt: z.string() })),
    }),
  }),
  schemes: route({
    method: 'GET',
    path: '/api/schemes',
    output: z.array(
      z.object({
        id: z.string(),
        version: z.string(),
        title: z.string(),
        issuer: z.string(),
        period: z.enum(['year', 'school-year', 'term', 'month']),
        /** The kinds of unit to which the scheme gives a table; null when some table is filed whatever the kind. */
        kinds: z.array(z.string()).nullable(),
      }),
    ),
  }),
  create: route({
    method: 'POST',
    path: '/api/workspace/create',
    input: z.object({
      role: z.enum(['school', 'county']),
      scheme: z.string(),
      period: z.string(),
      unit,
      file: z.string().max(80).optional(),
    }),
    output: workspaceInfo,
  }),
  open: route({ method: 'POST', path: '/api/workspace/open', input: z.object({ path: z.string().max(1000) }), output: workspaceInfo }),
  close: route({ method: 'POST', path: '/api/workspace/close', output: z.object({}) }),
  /** The schemes that have a demo county. */
  demos: route({ method: 'GET', path: '/api/demos', output: z.array(z.object({ scheme: z.string(), title: z.string() })) }),
  /** Makes the demo county of a scheme once and opens it; long, so it answers with progress lines. */
  demo: route({
    method: 'POST',
    path: '/api/workspace/demo',
    query: z.object({ scheme: z.string().max(40).optional() }),
    output: workspaceInfo,
    progress: true,
  }),
  chooseTask: route({
    method: 'POST',
    path: '/api/workspace/task',
    input: z.object({ scheme: z.string(), period: z.string() }),
    output: workspaceInfo,
  }),
  /** The scheme's text: the page loads it with the same loader and computes live totals and checks itself. */
  scheme: route({ method: 'GET', path: '/api/scheme', output: z.object({ file: z.string(), text: z.string(), digest: z.string() }) }),
  backups: route({ method: 'GET', path: '/api/backups', output: z.array(backup) }),
  backUp: route({ method: 'POST', path: '/api/backups', output: backup }),
  restore: route({ method: 'POST', path: '/api/backups/restore', input: z.object({ file: z.string() }), output: workspaceInfo }),
}
