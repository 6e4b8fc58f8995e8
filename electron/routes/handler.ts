import { Hono } from 'hono'
import type { z } from 'zod'
import { addressOf, type FileAnswer, type RouteSpec, type TaskScope, type WorkspaceScope } from '../../shared/api/contract.ts'
import { fail, problem, ProblemError } from '../../shared/problem.ts'
import type { Log } from '../machine/log.ts'
import type { Session } from '../services/workspace/session.ts'
import { readJson, readUpload } from './body.ts'
import { failureResponse, problemOf } from './failure.ts'
import type { Around, Implementation } from './implement.ts'
import type { ServedPage } from './page.ts'
import { progressResponse, reporter } from './progress.ts'

export type Handler = (request: Request) => Promise<Response>

type Workspace = Session['workspace']

/** Finds the workspace or the session that a request names. Fails with `workspace-changed` or `task-unknown`. */
export type Scopes = { workspace: (scope: WorkspaceScope) => Workspace; session: (scope: TaskScope) => Session }

export type HandlerParts = {
  implementations: readonly Implementation[]
  scopes: Scopes
  page: ServedPage
  log: Log
  /** True in tests, to validate every answer by the contract; a shipped host trusts the compiler. */
  checkAnswers?: boolean
}

/**
 * The one handler of both hosts (docs/design/shape.md: One handler): API routes from the contract, everything else from the page's files.
 * The handler never throws, because each failure becomes a response (failure.ts). `createHandler` throws when a route has two
 * implementations.
 */
export function createHandler(parts: HandlerParts): Handler {
  const app = new Hono()
  const seen = new Set<string>()
  for (const implementation of parts.implementations) {
    const { method } = implementation.route
    const path = addressOf(implementation.route)
    const key = `${method} ${path.replace(/:\w+/g, ':')}`
    if (seen.has(key)) throw new Error(`two implementations of ${method} ${path}`)
    seen.add(key)
    app.on(method, path, (context) => answer(implementation, context.req.raw, context.req.param(), parts))
  }
  app.all('/api/*', (context) => failureResponse(problem('not-found', { what: `${context.req.method} ${context.req.path}` })))
  app.get('*', (context) => parts.page(context.req.raw))
  app.notFound((context) => failureResponse(problem('not-found', { what: `${context.req.method} ${context.req.path}` })))
  app.onError((thrown) => failureResponse(problemOf(thrown, parts.log)))
  return async (request) => app.fetch(request)
}

async function answer(
  { route, run }: Implementation,
  request: Request,
  { workspace = '', task = '', ...params }: Record<string, string>,
  parts: HandlerParts,
): Promise<Response> {
  let held: Workspace | null = null
  try {
    const given = await admit(route, request, params)
    const work = (around: Around): unknown => {
      const scope = scopeOf(route, { workspace, task }, parts.scopes)
      held = scope.session?.workspace ?? scope.workspace ?? null
      return run({ ...given, ...scope } as never, around)
    }
    if (route.progress === true) {
      const answered = async (around: Around): Promise<unknown> => {
        try {
          return settle(route, await work(around), parts)
        } catch (thrown) {
          throw reasonFor(thrown, held, workspace, parts.scopes)
        }
      }
      return progressResponse(async (report, signal) => answered({ report, signal }), request, parts.log)
    }
    const report = reporter(request.signal, () => {})
    const result = await work({ signal: request.signal, report })
    if (route.output === 'file') return fileResponse(result as FileAnswer)
    return Response.json(settle(route, result, parts) ?? null, { headers: { 'Cache-Control': 'no-store' } })
  } catch (thrown) {
    return failureResponse(problemOf(reasonFor(thrown, held, workspace, parts.scopes), parts.log, request.signal))
  }
}

/**
 * The reason for a failure: `workspace-changed` when another page closed the workspace during the work, also when it opened it again
 * (a restore), otherwise the thrown value.
 */
function reasonFor(thrown: unknown, held: Workspace | null, workspace: string, scopes: Scopes): unknown {
  if (held === null || thrown instanceof ProblemError) return thrown
  try {
    return scopes.workspace({ workspace }) === held ? thrown : new ProblemError(problem('workspace-changed', { open: null }))
  } catch (reason) {
    return reason
  }
}

/** Validates path, query and body by the route's schemas, so that an implementation gets only valid input. */
async function admit(route: RouteSpec, request: Request, params: Record<string, string>): Promise<Record<string, unknown>> {
  const given: Record<string, unknown> = { params: route.params === undefined ? params : parse(route.params, params, 'path') }
  if (route.query !== undefined) {
    given['query'] = parse(route.query, Object.fromEntries(new URL(request.url).searchParams), 'query')
  }
  if (route.input === 'bytes') given['input'] = await readUpload(request)
  else if (route.input !== undefined) given['input'] = parse(route.input, await readJson(request), 'body')
  return given
}

/** The session or workspace of a route, looked up only when the work begins, because another page may close the workspace before. */
function scopeOf(route: RouteSpec, scope: TaskScope, scopes: Scopes): { session?: Session; workspace?: Workspace } {
  if (route.scope === 'task') return { session: scopes.session(scope) }
  return route.scope === 'workspace' ? { workspace: scopes.workspace(scope) } : {}
}

function parse(schema: z.ZodType, value: unknown, where: string): unknown {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const first = parsed.error.issues[0]
  const path = [where, ...(first?.path ?? []).map(String)].join('.')
  return fail('invalid-request', { where: path, what: first?.message ?? 'invalid' })
}

function settle(route: RouteSpec, result: unknown, parts: HandlerParts): unknown {
  if (parts.checkAnswers === true && route.output !== 'file') route.output.parse(result)
  return result
}

/** A file as a download under its own name; the headers prevent the browser from showing the file as a page of ours. */
function fileResponse(file: FileAnswer): Response {
  return new Response(file.bytes, {
    headers: {
      'Content-Type': file.type,
      'Content-Length': String(file.bytes.byteLength),
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, escapeChar)}`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  })
}

function escapeChar(char: string): string {
  return `%${char.charCodeAt(0).toString(16).toUpperCase()}`
}
