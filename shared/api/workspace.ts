import { z } from 'zod'
import { unit } from './common.ts'
import { route } from './contract.ts'
import { topics } from './topics.ts'

const task = z.object({
  /** The task's name in requests and addresses (`taskKey`). */
  key: z.string(),
  scheme: z.string(),
  version: z.string(),
  title: z.string(),
  issuer: z.string(),
  period: z.string(),
  filings: z.number(),
  /** The forms' 有效期至 when the period begins after that day; else null. */
  lapsed: z.string().nullable(),
})
const workspaceInfo = z.object({
  /** The workspace's name in requests, a hash of `path`. */
  key: z.string(),
  path: z.string(),
  name: z.string(),
  role: z.enum(['school', 'county']),
  unit,
  tasks: z.array(task),
  /** The key of the task used last; the page begins there when its address names no task. */
  lastTask: z.string(),
  demo: z.boolean(),
})
/** A backup: made at the start, before a receiving, a restoring or a migration of the file, or when the user asked. */
const backup = z.object({
  file: z.string(),
  at: z.string(),
  reason: z.enum(['start', 'receive', 'migration', 'restore', 'asked']),
  bytes: z.number(),
})
export type BackupView = z.infer<typeof backup>

export type WorkspaceInfo = z.infer<typeof workspaceInfo>
export type TaskInfo = z.infer<typeof task>

/** A workspace with the key of the added or found task. */
const taskAdded = z.object({ task: z.string(), workspace: workspaceInfo })

export const workspaceApi = {
  /** Answers the open workspace's key, for a starting page; null without an open workspace. */
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
        /** The kinds of unit with a table in the scheme; null when some table is filed by every kind. */
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
  /** Answers the schemes with a demo county. */
  demos: route({
    scope: 'host',
    reads: [],
    method: 'GET',
    path: '/api/demos',
    output: z.array(z.object({ scheme: z.string(), title: z.string() })),
  }),
  /** Makes a scheme's demo county once and opens it; the work is long, so progress lines come first. */
  demo: route({
    scope: 'host',
    changes: ['open', 'workspaces'],
    method: 'POST',
    path: '/api/workspace/demo',
    query: z.object({ scheme: z.string().max(40).optional() }),
    output: workspaceInfo,
    progress: true,
  }),
  /** Answers the open workspace's present state. */
  info: route({
    scope: 'workspace',
    reads: ['owner', 'tasks', 'last-task', 'roster', 'filings'],
    method: 'GET',
    path: '/api',
    output: workspaceInfo,
  }),
  close: route({ scope: 'workspace', changes: ['open'], method: 'POST', path: '/api/close', output: z.object({}) }),
  /** Adds a task. A held task of the same scheme and period takes the scheme's present version instead. */
  addTask: route({
    scope: 'workspace',
    changes: ['tasks', 'filings', 'parameters', 'batches'],
    method: 'POST',
    path: '/api/tasks',
    input: z.object({ scheme: z.string(), period: z.string() }),
    output: taskAdded,
  }),
  /** Remembers the task as the one used last. */
  useTask: route({ scope: 'task', changes: ['last-task'], method: 'POST', path: '/api/used', output: z.object({}) }),
  /** Answers the scheme's text; the page parses the text itself and computes totals and checks as the user types. */
  scheme: route({
    scope: 'task',
    reads: ['tasks'],
    method: 'GET',
    path: '/api/scheme',
    output: z.object({ file: z.string(), text: z.string(), digest: z.string() }),
  }),
  backups: route({ scope: 'workspace', reads: ['backups'], method: 'GET', path: '/api/backups', output: z.array(backup) }),
  backUp: route({ scope: 'workspace', changes: ['backups'], method: 'POST', path: '/api/backups', output: backup }),
  /** Replaces the workspace with a backup; every topic may have changed afterwards. */
  restore: route({
    scope: 'workspace',
    changes: topics,
    method: 'POST',
    path: '/api/backups/restore',
    input: z.object({ file: z.string() }),
    output: workspaceInfo,
  }),
}
