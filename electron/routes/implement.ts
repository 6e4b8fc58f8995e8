import type { Answer, Given, Progress, RouteSpec } from '../../shared/api/contract.ts'
import type { Session } from '../services/workspace/session.ts'

/** What every implementation gets beside its input: the caller's cancellation, and where to tell how far it has come. */
export type Around = {
  /** Aborted when the page gives up the request. */
  signal: AbortSignal
  /**
   * Tells how far long work has come; awaiting it lets the host answer others and notice a cancellation, which it throws.
   * On a route without `progress` it only does the latter.
   */
  report: (progress: Progress) => Promise<void>
}

/** A route with the function that answers it. Its types are checked by `implement` and erased for the list. */
export type Implementation = { route: RouteSpec; run: (given: never, around: Around) => unknown }

/** What a route works on, found and checked at the door: the open workspace, or it joined with the task that the request names. */
export type OnScope<R extends RouteSpec> = R['scope'] extends 'task'
  ? { session: Session }
  : R['scope'] extends 'workspace'
    ? { workspace: Session['workspace'] }
    : object

/**
 * Joins a route of the contract with the function that answers it. What the function is given has been validated at
 * the door; it throws ProblemError (shared/problem.ts) for everything a person must be told.
 */
export function implement<R extends RouteSpec>(
  route: R,
  run: (given: Given<R> & OnScope<R>, around: Around) => Answer<R> | Promise<Answer<R>>,
): Implementation {
  return { route, run: run as Implementation['run'] }
}
