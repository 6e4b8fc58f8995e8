import { useCallback, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { Answer, Progress, RouteSpec, Sent } from '../../shared/api/contract.ts'
import { call as callRoute, urlOf, type CallOptions } from './client.ts'
import { createQueryCache } from './query-cache.ts'

/** The client's call with both arguments spelled out, as generic code has them. */
const call = callRoute as <R extends RouteSpec>(route: R, sent: Sent<R>, options?: CallOptions) => Promise<Answer<R>>

/** The one cache of the page. */
const cache = createQueryCache()

export type Query<Data> = { data: Data | undefined; failure: unknown; reading: boolean; reload: () => void }

/**
 * Reads a route and keeps the answer, shared by all components that ask the same. `sent` null: do not ask yet.
 * While it is read again the old answer stays. `failure` is what `call` threw: show it with `FailureNotice`.
 */
export function useQuery<R extends RouteSpec>(route: R, sent: Sent<R> | null): Query<Answer<R>> {
  const key = sent === null ? '' : urlOf(route, sent)
  const subscribe = useCallback((heard: () => void) => (key === '' ? () => undefined : cache.subscribe(key, heard)), [key])
  const entry = useSyncExternalStore(subscribe, () => cache.entry(key))
  const latest = useRef({ route, sent })
  useLayoutEffect(() => void (latest.current = { route, sent }))
  useEffect(() => {
    const asked = latest.current
    if (key === '' || asked.sent === null || !entry.stale || entry.reading) return
    const present = asked.sent
    void cache.read(key, () => call(asked.route, present))
  }, [key, entry])
  const reload = useCallback(() => cache.invalidate([key]), [key])
  return { data: entry.data as Answer<R> | undefined, failure: entry.failure, reading: entry.reading, reload }
}

export type Action<R extends RouteSpec> = {
  /** Acts; resolves with the answer, or with undefined when it failed, or when what is to be sent did (the reason is then in `failure`). */
  run: (sent: Sent<R> | Promise<Sent<R>>) => Promise<Answer<R> | undefined>
  running: boolean
  failure: unknown
  /** How far long work has come. */
  progress: Progress | null
  cancel: () => void
  forget: () => void
}

/** An act on a route. When it succeeds, what queries have read under `changes` (path prefixes; default: all) is read again. */
export function useAction<R extends RouteSpec>(route: R, changes?: readonly string[]): Action<R> {
  const [state, setState] = useState<{ running: boolean; failure: unknown; progress: Progress | null }>(IDLE)
  const abort = useRef<AbortController | null>(null)
  const prefixes = useRef(changes)
  useLayoutEffect(() => void (prefixes.current = changes))
  const run = useCallback(
    async (sent: Sent<R> | Promise<Sent<R>>) => {
      const controller = new AbortController()
      abort.current = controller
      setState({ ...IDLE, running: true })
      try {
        const answer = await call(route, await sent, {
          signal: controller.signal,
          onProgress: (progress) => setState((before) => ({ ...before, progress })),
        })
        setState(IDLE)
        if (route.method !== 'GET') cache.invalidate(prefixes.current)
        return answer
      } catch (failure) {
        setState({ running: false, failure: controller.signal.aborted ? null : failure, progress: null })
        return undefined
      }
    },
    [route],
  )
  const cancel = useCallback(() => abort.current?.abort(), [])
  const forget = useCallback(() => setState(IDLE), [])
  return { run, ...state, cancel, forget }
}

const IDLE = { running: false, failure: null, progress: null }

/** Says that what was read under these path prefixes (all without) may have changed. */
export function invalidate(prefixes?: readonly string[]): void {
  cache.invalidate(prefixes)
}

/** Puts an answer in the cache in place of what a query would read. */
export function putAnswer<R extends RouteSpec>(route: R, sent: Sent<R>, answer: Answer<R>): void {
  cache.put(urlOf(route, sent), answer)
}

/** Forgets everything, when another workspace or task is opened: no answer of the one may show in the other. */
export function forgetAnswers(): void {
  cache.clear()
}
