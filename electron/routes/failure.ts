import { randomUUID } from 'node:crypto'
import type { Failure } from '../../shared/api/failure.ts'
import { problem, ProblemError, type Problem } from '../../shared/problem.ts'
import { problemSentence } from '../../shared/text/problem-sentences.ts'
import type { Log } from '../machine/log.ts'
import { statusOf } from './failure-status.ts'

/** A problem in the one wire shape. */
export function failureOf(found: Problem): Failure {
  return { code: found.code, message: { zh: problemSentence(found, 'zh'), en: problemSentence(found, 'en') }, details: found.details }
}

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

/** The response for a problem: its status, and the one wire shape as JSON. */
export function failureResponse(found: Problem): Response {
  return Response.json(failureOf(found), { status: statusOf(found.code), headers: { 'Cache-Control': 'no-store' } })
}
