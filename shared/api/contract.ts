import type { z } from 'zod'
import type { Topic } from './topics.ts'

/**
 * A route of the contract as data (docs/design/shape.md: The contract). The handler validates requests by the route
 * (electron/routes/implement.ts), and the page's client derives its types from the route (renderer/api/client.ts).
 */
export type RouteSpec = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /**
   * The route works on the program itself, the open workspace, or one of its tasks. A request names its workspace and task
   * (`addressOf`); the host has no current task.
   */
  readonly scope: 'host' | 'workspace' | 'task'
  /** The topics that the answer depends on (a GET). */
  readonly reads?: readonly Topic[]
  /** The topics that a successful request may change (all other methods). */
  readonly changes?: readonly Topic[]
  /** The path without the scope's part. Path parameters are spelled `:name` and arrive as text; `params` may narrow them. */
  readonly path: '/api' | `/api/${string}`
  readonly params?: z.ZodType
  /** Query values arrive as text; use `z.coerce` for another type. */
  readonly query?: z.ZodType
  /** A JSON body, or the raw bytes of one file (`application/octet-stream`, at most MAX_UPLOAD_BYTES). */
  readonly input?: z.ZodType | 'bytes'
  /** A JSON answer, described without transforms because the page does not parse the answer again; or a file to keep. */
  readonly output: z.ZodType | 'file'
  /** True for long work: the answer is NDJSON, progress lines first, the result last. Aborting the request cancels the work. */
  readonly progress?: true
}

/** The largest accepted body; a larger body is refused while it streams in. */
export const MAX_UPLOAD_BYTES = 64 * 1024 * 1024

/** Declares a route and keeps its literal types. */
export function route<const R extends RouteSpec>(spec: R): R {
  return spec
}

/** A workspace in a request, by its key (`workspaceInfo.key`). */
export type WorkspaceScope = { workspace: string }
/** A task of a workspace in a request; `task` is spelled by `taskKey` (words.ts). */
export type TaskScope = { workspace: string; task: string }

const SCOPE_PATHS = { host: '', workspace: '/workspaces/:workspace', task: '/workspaces/:workspace/tasks/:task' } as const

/** Returns a route's whole path with the scope's part: `/api/workspaces/:workspace/tasks/:task/filings/:unit`. */
export function addressOf({ scope, path }: Pick<RouteSpec, 'scope' | 'path'>): string {
  return `/api${SCOPE_PATHS[scope]}${path.slice('/api'.length)}`
}

/** A file in an answer: the name for the user, the media type, the bytes. */
export type FileAnswer = { name: string; type: string; bytes: Uint8Array<ArrayBuffer> }

/** The progress of long work: `done` of `total` (null: not known yet); `at` is a unit's or file's name, or a step. */
export type Progress = { done: number; total: number | null; at?: string }

/** A line of an NDJSON answer. */
export type ProgressLine = { progress: Progress } | { result: unknown } | { failure: unknown }

type PathNames<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | PathNames<Rest>
  : P extends `${string}:${infer Name}`
    ? Name
    : never

type PathParams<R extends RouteSpec> = [PathNames<R['path']>] extends [never]
  ? object
  : { params: { [Name in PathNames<R['path']>]: string } }

type SentParams<R extends RouteSpec> = R extends { params: infer P extends z.ZodType } ? { params: z.input<P> } : PathParams<R>
type SentQuery<R extends RouteSpec> = R extends { query: infer Q extends z.ZodType } ? { query: z.input<Q> } : object
type SentInput<R extends RouteSpec> = R extends { input: infer I }
  ? { input: I extends z.ZodType ? z.input<I> : Uint8Array<ArrayBuffer> | ArrayBuffer }
  : object

/** The names that a route's scope requires in every request. */
type SentScope<R extends RouteSpec> = R['scope'] extends 'task'
  ? { scope: TaskScope }
  : R['scope'] extends 'workspace'
    ? { scope: WorkspaceScope }
    : object

/** The parts of a request besides its scope, each only when the route has the part. */
export type Said<R extends RouteSpec> = SentParams<R> & SentQuery<R> & SentInput<R>

/** A request to a route, as sent by the page. */
export type Sent<R extends RouteSpec> = SentScope<R> & Said<R>

type GivenParams<R extends RouteSpec> = R extends { params: infer P extends z.ZodType } ? { params: z.output<P> } : PathParams<R>
type GivenQuery<R extends RouteSpec> = R extends { query: infer Q extends z.ZodType } ? { query: z.output<Q> } : object
type GivenInput<R extends RouteSpec> = R extends { input: infer I }
  ? { input: I extends z.ZodType ? z.output<I> : Uint8Array<ArrayBuffer> }
  : object

/** The validated parts of a request, as received by an implementation; each only when the route has the part. */
export type Given<R extends RouteSpec> = GivenParams<R> & GivenQuery<R> & GivenInput<R>

/** A route's answer, in the host and in the page. */
export type Answer<R extends RouteSpec> = R['output'] extends z.ZodType ? z.output<R['output']> : FileAnswer

/** Fills a path with its parameters, each encoded. Throws RangeError for a missing parameter. */
export function fillPath(path: string, params: Record<string, unknown> = {}): string {
  return path.replace(/:([A-Za-z]+)/g, (_, name: string) => {
    const value = params[name]
    if (value === undefined || value === null || value === '') throw new RangeError(`path parameter ${name} is missing in ${path}`)
    return encodeURIComponent(String(value))
  })
}
