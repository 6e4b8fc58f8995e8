import type { Problem } from '../problem.ts'

/**
 * The one shape in which every failure leaves the host, whatever the route (STYLE §2.13): the code and details of
 * the problem for programs, one sentence in both languages for people.
 */
export type Failure = { code: Problem['code']; message: { zh: string; en: string }; details: Problem['details'] }

/** Whether a body that came with a failing status really is a failure of ours, and not something in between. */
export function isFailure(body: unknown): body is Failure {
  if (typeof body !== 'object' || body === null || !('code' in body) || !('message' in body)) return false
  const message = body.message
  return typeof body.code === 'string' && typeof message === 'object' && message !== null && 'zh' in message && 'en' in message
}
