import { useCallback, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { Answer, Progress, RouteSpec, Said, Sent } from '../../shared/api/contract.ts'
import { announceNow, onChanges } from './changes.ts'
import { act as actOnRoute, call as callRoute, urlOf, type CallOptions } from './client.ts'
import { createQueryCache } from './query-cache.ts'
import { inScope, useScopeOrNone } from './scope.ts'

type Calling = <R extends RouteSpec>(route: R, sent: Sent<R>, options?: CallOptions) => Promise<Answer<R>>
/** The client's `call` with both arguments required, for generic code. */
const call = callRoute as Calling
const act = actOnRoute as Calling

/** The page's only cache; a changed topic makes dependent requests stale. */
const cache = createQueryCache()
onChanges(cache.changed)

export type Query<Data> = {
  data: Data | undefined
  /** The turn (turns.ts) at which `data` was asked for. */
  asked: number
  failure: unknown
  reading: boolean
  reload: () => void
}

/**
 * Reads a route and keeps the answer, shared by all components with the same request. `said` null sends no request.
 * The old answer stays during a new reading. `failure` is the failure of `call`, for `FailureNotice`.
 */
export function useQuery<R extends RouteSpec>(route: R, said: Said<R> | null): Query<Answer<R>> {
  const scope = useScopeOrNone()
  const sent = said === null ? null : inScope(route, said, scope)
  const key = sent === null ? '' : urlOf(route, sent)
  const subscribe = useCallback((heard: () => void) => (key === '' ? () => undefined : cache.subscribe(key, heard)), [key])
  const entry = useSyncExternalStore(subscribe, () => cache.entry(key))
  const latest = useRef({ route, sent })
  useLayoutEffect(() => void (latest.current = { route, sent }))
  useEffect(announceNow, [key])
  useEffect(() => {
    const asked = latest.current
    if (key === '' || asked.sent === null || !entry.stale || entry.reading) return
    const present = asked.sent
    void cache.read(key, asked.route.reads ?? [], () => call(asked.route, present))
  }, [key, entry])
  const reload = useCallback(() => cache.forget(key), [key])
  return { data: entry.data as Answer<R> | undefined, asked: entry.asked, failure: entry.failure, reading: entry.reading, reload }
}

export type Action<R extends RouteSpec> = {
  /** Runs the action; resolves with the answer, or with undefined and the reason in `failure`. */
  run: (said: Said<R> | Promise<Said<R>>) => Promise<Answer<R> | undefined>
  running: boolean
  failure: unknown
  /** The progress of long work. */
  progress: Progress | null
  cancel: () => void
  forget: () => void
}

/** An action on a route; success makes the data that depends on `changes` of the contract stale. */
export function useAction<R extends RouteSpec>(route: R): Action<R> {
  const [state, setState] = useState<{ running: boolean; failure: unknown; progress: Progress | null }>(IDLE)
  const abort = useRef<AbortController | null>(null)
  const scope = useScopeOrNone()
  const run = useCallback(
    async (said: Said<R> | Promise<Said<R>>) => {
      const controller = new AbortController()
      abort.current = controller
      setState({ ...IDLE, running: true })
      try {
        const answer = await act(route, inScope(route, await said, scope), {
          signal: controller.signal,
          onProgress: (progress) => setState((before) => ({ ...before, progress })),
        })
        setState(IDLE)
        return answer
      } catch (failure) {
        setState({ running: false, failure: controller.signal.aborted ? null : failure, progress: null })
        return undefined
      }
    },
    [route, scope],
  )
  const cancel = useCallback(() => abort.current?.abort(), [])
  const forget = useCallback(() => setState(IDLE), [])
  return { run, ...state, cancel, forget }
}

const IDLE = { running: false, failure: null, progress: null }

/** Puts an answer in the cache in place of a read. */
export function putAnswer<R extends RouteSpec>(route: R, sent: Sent<R>, answer: Answer<R>): void {
  cache.put(urlOf(route, sent), route.reads ?? [], answer)
}

/** Forgets every answer, so that no answer of one workspace shows in another. */
export function forgetAnswers(): void {
  cache.clear()
}
