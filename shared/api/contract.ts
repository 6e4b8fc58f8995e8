import type { z } from 'zod'
import type { Topic } from './topics.ts'

/**
 * The contract as data (docs/design/shape.md: The contract): a route is written once, here and in the area files beside; the handler
 * validates by it (electron/routes/implement.ts) and the page's client derives its types from it (renderer/api/client.ts).
 */
export type RouteSpec = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /**
   * What the route works on: the program itself, the open workspace, or one of its tasks. A request says which workspace and task
   * it means (`addressOf`); the host has no current one.
   */
  readonly scope: 'host' | 'workspace' | 'task'
  /** The topics that the answer depends on (a GET). */
  readonly reads?: readonly Topic[]
  /** The topics that a good answer may have changed (all other methods). */
  readonly changes?: readonly Topic[]
  /** Path parameters are spelled `:name` and arrive as text; `params` may narrow them. The scope's part is not in it. */
  readonly path: '/api' | `/api/${string}`
  readonly params?: z.ZodType
  /** Query values arrive as text; use `z.coerce` where something else is wanted. */
  readonly query?: z.ZodType
  /** A JSON body, or the raw bytes of one file (`application/octet-stream`, at most MAX_UPLOAD_BYTES). */
  readonly input?: z.ZodType | 'bytes'
  /** A JSON answer (describe it without transforms: the page takes it as it comes), or a file to keep. */
  readonly output: z.ZodType | 'file'
  /** Long work: the answer is NDJSON, progress lines first, the result last; aborting the request cancels it. */
  readonly progress?: true
}

/** The largest file that is taken up; a larger body is refused while it streams in. */
export const MAX_UPLOAD_BYTES = 64 * 1024 * 1024

/** Declares a route; the type stays as narrow as it was written. */
export function route<const R extends RouteSpec>(spec: R): R {
  return spec
}

/** A workspace as requests name it (`workspaceInfo.key`). */
export type WorkspaceScope = { workspace: string }
/** A task of a workspace as requests name it; `task` is spelled by `taskKey` (words.ts). */
export type TaskScope = { workspace: string; task: string }

const SCOPE_PATHS = { host: '', workspace: '/workspaces/:workspace', task: '/workspaces/:workspace/tasks/:task' } as const

/** The whole path of a route with the part that names what it works on: `/api/workspaces/:workspace/tasks/:task/filings/:unit`. */
export function addressOf({ scope, path }: Pick<RouteSpec, 'scope' | 'path'>): string {
  return `/api${SCOPE_PATHS[scope]}${path.slice('/api'.length)}`
}

/** A file in an answer: its name for the person, its media type, its bytes. */
export type FileAnswer = { name: string; type: string; bytes: Uint8Array<ArrayBuffer> }

/** How far long work has come: `done` of `total` (null: not known yet), and at what (a unit's or file's name, or a step). */
export type Progress = { done: number; total: number | null; at?: string }

/** One line of an NDJSON answer. */
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

/** What a route's scope asks every request to carry. */
type SentScope<R extends RouteSpec> = R['scope'] extends 'task'
  ? { scope: TaskScope }
  : R['scope'] extends 'workspace'
    ? { scope: WorkspaceScope }
    : object

/** What a request says besides its scope: only the keys the route has. */
export type Said<R extends RouteSpec> = SentParams<R> & SentQuery<R> & SentInput<R>

/** What the page sends to a route. */
export type Sent<R extends RouteSpec> = SentScope<R> & Said<R>

type GivenParams<R extends RouteSpec> = R extends { params: infer P extends z.ZodType } ? { params: z.output<P> } : PathParams<R>
type GivenQuery<R extends RouteSpec> = R extends { query: infer Q extends z.ZodType } ? { query: z.output<Q> } : object
type GivenInput<R extends RouteSpec> = R extends { input: infer I }
  ? { input: I extends z.ZodType ? z.output<I> : Uint8Array<ArrayBuffer> }
  : object

/** What an implementation receives once the door has validated it: only the keys the route has. */
export type Given<R extends RouteSpec> = GivenParams<R> & GivenQuery<R> & GivenInput<R>

/** What a route answers, on both sides. */
export type Answer<R extends RouteSpec> = R['output'] extends z.ZodType ? z.output<R['output']> : FileAnswer

/** Fills a path with its parameters, each encoded. A missing one is a fault of the caller. */
export function fillPath(path: string, params: Record<string, unknown> = {}): string {
  return path.replace(/:([A-Za-z]+)/g, (_, name: string) => {
    const value = params[name]
    if (value === undefined || value === null || value === '') throw new RangeError(`path parameter ${name} is missing in ${path}`)
    return encodeURIComponent(String(value))
  })
}
