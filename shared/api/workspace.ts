import { z } from 'zod'
import { unit } from './common.ts'
import { route } from './contract.ts'
import { topics } from './topics.ts'

/** Opening, creating and keeping workspaces safe. A host holds at most one open workspace. */
const task = z.object({
  /** What requests and addresses name the task by (`taskKey`). */
  key: z.string(),
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
  /** What requests name the workspace by; the same whenever this file is opened. */
  key: z.string(),
  path: z.string(),
  name: z.string(),
  role: z.enum(['school', 'county']),
  unit,
  tasks: z.array(task),
  /** The task used last, by its key: where the page begins when its address names none. */
  lastTask: z.string(),
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
export type TaskInfo = z.infer<typeof task>

/** A workspace with the key of the task that was added or found. */
const taskAdded = z.object({ task: z.string(), workspace: workspaceInfo })

export const workspaceApi = {
  /** Which workspace is open, for a page that comes up; null when none is. */
  current: route({
    scope: 'host',
    reads: ['open'],
    method: 'GET',
    path: '/api/workspace',
    output: z.object({ key: z.string() }).nullable(),
  }),
  list: route({
    scope: 'host',
    reads: ['workspaces'],
    method: 'GET',
    path: '/api/workspaces',
    output: z.object({
      folder: z.string(),
      workspaces: z.array(z.object({ path: z.string(), file: z.string(), name: z.string(), changedAt: z.string() })),
    }),
  }),
  schemes: route({
    scope: 'host',
    reads: [],
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
    scope: 'host',
    changes: ['open', 'workspaces'],
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
  open: route({
    scope: 'host',
    changes: ['open', 'backups'],
    method: 'POST',
    path: '/api/workspace/open',
    input: z.object({ path: z.string().max(1000) }),
    output: workspaceInfo,
  }),
  /** The schemes that have a demo county. */
  demos: route({
    scope: 'host',
    reads: [],
    method: 'GET',
    path: '/api/demos',
    output: z.array(z.object({ scheme: z.string(), title: z.string() })),
  }),
  /** Makes the demo county of a scheme once and opens it; long, so it answers with progress lines. */
  demo: route({
    scope: 'host',
    changes: ['open', 'workspaces'],
    method: 'POST',
    path: '/api/workspace/demo',
    query: z.object({ scheme: z.string().max(40).optional() }),
    output: workspaceInfo,
    progress: true,
  }),
  /** The open workspace again, for the page that works on it. */
  info: route({
    scope: 'workspace',
    reads: ['owner', 'tasks', 'last-task', 'roster', 'filings'],
    method: 'GET',
    path: '/api',
    output: workspaceInfo,
  }),
  close: route({ scope: 'workspace', changes: ['open'], method: 'POST', path: '/api/close', output: z.object({}) }),
  /** Adds a task; one of the scheme and period that is there takes the scheme's present version. */
  addTask: route({
    scope: 'workspace',
    changes: ['tasks', 'filings', 'parameters'],
    method: 'POST',
    path: '/api/tasks',
    input: z.object({ scheme: z.string(), period: z.string() }),
    output: taskAdded,
  }),
  /** Remembers the task as the one used last. */
  useTask: route({ scope: 'task', changes: ['last-task'], method: 'POST', path: '/api/used', output: z.object({}) }),
  /** The scheme's text: the page loads it with the same loader and computes live totals and checks itself. */
  scheme: route({
    scope: 'task',
    reads: ['tasks'],
    method: 'GET',
    path: '/api/scheme',
    output: z.object({ file: z.string(), text: z.string(), digest: z.string() }),
  }),
  backups: route({ scope: 'workspace', reads: ['backups'], method: 'GET', path: '/api/backups', output: z.array(backup) }),
  backUp: route({ scope: 'workspace', changes: ['backups'], method: 'POST', path: '/api/backups', output: backup }),
  /** Puts a backup in the workspace's place; everything may be different afterwards. */
  restore: route({
    scope: 'workspace',
    changes: topics,
    method: 'POST',
    path: '/api/backups/restore',
    input: z.object({ file: z.string() }),
    output: workspaceInfo,
  }),
}
