import { randomUUID } from 'node:crypto'
import { problem, ProblemError, type Problem } from '../../shared/problem.ts'
import type { Log } from '../machine/log.ts'
import { httpStatusOf } from './failure-status.ts'

/**
 * What a thrown value means to the caller. A ProblemError carries its problem; a cancelled request is `cancelled`;
 * anything else is a fault of ours: its stack goes to the log under a reference, and only the reference leaves the host.
 */
export function problemOf(thrown: unknown, log: Log, signal?: AbortSignal): Problem {
  if (thrown instanceof ProblemError) return thrown.problem
  if (signal?.aborted === true) return problem('cancelled', {})
  const reference = randomUUID().slice(0, 8)
  log.fault(reference, thrown)
  return problem('unexpected', { reference })
}

/** The response for a problem: its status, and the problem itself as JSON. */
export function failureResponse(found: Problem): Response {
  return Response.json(found, { status: httpStatusOf(found.code), headers: { 'Cache-Control': 'no-store' } })
}
