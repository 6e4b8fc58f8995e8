import type { Answer, FileAnswer, Progress, ProgressLine, RouteSpec, Sent } from '../../shared/api/contract.ts'
import { addressOf, fillPath } from '../../shared/api/contract.ts'
import { isFailure } from '../../shared/api/failure.ts'
import type { Problem } from '../../shared/problem.ts'
import { readLines } from './lines.ts'
import { announce } from './changes.ts'
import { noteFailure, workspaceFound } from './workspace-lost.ts'

/** A failed call: the host's problem, or `host-gone` when the host does not answer. */
export class CallFailed extends Error {
  readonly failure: Problem | HostGone
  constructor(failure: Problem | HostGone) {
    super(failure.code)
    this.name = 'CallFailed'
    this.failure = failure
  }
}

export type HostGone = { code: 'host-gone'; details: Record<never, never> }

const hostGone: HostGone = { code: 'host-gone', details: {} }

export type CallOptions = { signal?: AbortSignal; onProgress?: (progress: Progress) => void }

type Loose = { scope?: Record<string, unknown>; params?: Record<string, unknown>; query?: Record<string, unknown>; input?: unknown }
type CallArgs<R extends RouteSpec> =
  object extends Sent<R> ? [sent?: Sent<R>, options?: CallOptions] : [sent: Sent<R>, options?: CallOptions]

/** The address of a route, for a link or a download, without undefined query values. */
export function urlOf<R extends RouteSpec>(route: R, sent: Sent<R>): string {
  const { scope, params, query } = sent as Loose
  const pairs = Object.entries(query ?? {}).flatMap(([key, value]) => (value === undefined || value === null ? [] : [[key, String(value)]]))
  const search = new URLSearchParams(pairs).toString()
  return fillPath(addressOf(route), { ...scope, ...params }) + (search === '' ? '' : `?${search}`)
}

/**
 * Calls a route of the contract, which gives the types of the input and the answer. Throws CallFailed with the host's
 * failure; an abort throws the browser's own AbortError.
 */
export async function call<R extends RouteSpec>(route: R, ...[sent, options = {}]: CallArgs<R>): Promise<Answer<R>> {
  const workspace = (sent as { scope?: { workspace: string } } | undefined)?.scope?.workspace
  try {
    const answer = await ask(route, sent, options)
    if (workspace !== undefined) workspaceFound(workspace)
    return answer
  } catch (failure) {
    if (workspace !== undefined && failure instanceof CallFailed) noteFailure(workspace, failure.failure)
    throw failure
  }
}

/**
 * Calls a route that changes something, and announces its changes. Throws as `call` does. The changes of a request that broke off are
 * announced too, because the host may have carried it out.
 */
export async function act<R extends RouteSpec>(route: R, ...args: CallArgs<R>): Promise<Answer<R>> {
  try {
    const answer = await call(route, ...args)
    announce(route)
    return answer
  } catch (failure) {
    announceBroken(route, failure)
    throw failure
  }
}

/** Announces the changes of a request that broke off, because the host may have carried it out; not those of a refused one. */
export function announceBroken(route: Pick<RouteSpec, 'changes'>, failure: unknown): void {
  if (!(failure instanceof CallFailed) || failure.failure.code === 'host-gone') announce(route)
}

async function ask<R extends RouteSpec>(route: R, sent: Sent<R> | undefined, options: CallOptions): Promise<Answer<R>> {
  const loose = (sent ?? {}) as Loose
  const init: RequestInit = { method: route.method, signal: options.signal, credentials: 'same-origin', redirect: 'error' }
  if (route.input === 'bytes') {
    init.headers = { 'Content-Type': 'application/octet-stream' }
    init.body = loose.input as Uint8Array<ArrayBuffer>
  } else if (route.input !== undefined) {
    init.headers = { 'Content-Type': 'application/json' }
    init.body = JSON.stringify(loose.input)
  }
  const response = await fetch(urlOf(route, loose as Sent<R>), init).catch((error: unknown) => {
    throw options.signal?.aborted === true ? error : new CallFailed(hostGone)
  })
  if (!response.ok) {
    const body: unknown = await response.json().catch(() => null)
    throw new CallFailed(isFailure(body) ? body : hostGone)
  }
  if (route.output === 'file') return (await readFileAnswer(response)) as Answer<R>
  if (route.progress === true) return (await readProgress(response, options)) as Answer<R>
  return (await response.json()) as Answer<R>
}

/** Reads an answer with lines of progress to its end, so that the connection closes, and returns its result. */
async function readProgress(response: Response, options: CallOptions): Promise<unknown> {
  let last: ProgressLine | null = null
  for await (const text of readLines(response)) {
    const line = JSON.parse(text) as ProgressLine
    if ('progress' in line) options.onProgress?.(line.progress)
    else last = line
  }
  if (last === null || 'progress' in last) throw new CallFailed(hostGone)
  if ('result' in last) return last.result
  throw new CallFailed(isFailure(last.failure) ? last.failure : hostGone)
}

async function readFileAnswer(response: Response): Promise<FileAnswer> {
  const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1]
  return {
    name: decodeURIComponent(name ?? 'file'),
    type: response.headers.get('content-type') ?? 'application/octet-stream',
    bytes: new Uint8Array(await response.arrayBuffer()),
  }
}
