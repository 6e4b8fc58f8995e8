import type { Answer, Given, Progress, RouteSpec } from '../../shared/api/contract.ts'
import type { Session } from '../services/workspace/session.ts'

/** The second argument of every implementation: the caller's cancellation and the progress report. */
export type Around = {
  /** Aborted when the page gives up the request. */
  signal: AbortSignal
  /**
   * Reports the progress of long work. Awaiting a report lets the host answer other requests; the report fails with `cancelled`
   * after an abort. A route without `progress` sends no report.
   */
  report: (progress: Progress) => Promise<void>
}

/** A route with its function; `implement` checks the types, the list erases them. */
export type Implementation = { route: RouteSpec; run: (given: never, around: Around) => unknown }

/** The object of a route's scope: the session of the named task, or the open workspace; a `host` route has none. */
export type OnScope<R extends RouteSpec> = R['scope'] extends 'task'
  ? { session: Session }
  : R['scope'] extends 'workspace'
    ? { workspace: Session['workspace'] }
    : object

/**
 * Joins a route of the contract with its function. The function gets validated input, and throws a ProblemError
 * (shared/problem.ts) for every failure that a person must know.
 */
export function implement<R extends RouteSpec>(
  route: R,
  run: (given: Given<R> & OnScope<R>, around: Around) => Answer<R> | Promise<Answer<R>>,
): Implementation {
  return { route, run: run as Implementation['run'] }
}
