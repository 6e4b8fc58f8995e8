import { randomUUID } from 'node:crypto'
import { problem, ProblemError, type Problem } from '../../shared/problem.ts'
import type { Log } from '../machine/log.ts'
import { httpStatusOf } from './failure-status.ts'

/**
 * The problem to report for a thrown value: the problem of a ProblemError, `cancelled` after an abort, otherwise `unexpected`
 * with a reference. The stack of an unexpected fault stays in the log, under the same reference.
 */
export function problemOf(thrown: unknown, log: Log, signal?: AbortSignal): Problem {
  if (thrown instanceof ProblemError) return thrown.problem
  if (signal?.aborted === true) return problem('cancelled', {})
  const reference = randomUUID().slice(0, 8)
  log.fault(reference, thrown)
  return problem('unexpected', { reference })
}

/** The response for a problem: the problem's status, and the problem as JSON. */
export function failureResponse(found: Problem): Response {
  return Response.json(found, { status: httpStatusOf(found.code), headers: { 'Cache-Control': 'no-store' } })
}
