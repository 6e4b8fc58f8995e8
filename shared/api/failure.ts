import type { Problem } from '../problem.ts'

/**
 * Whether a body that came with a failing status really is a failure of ours, and not something in between. Every failure leaves the host
 * in one shape, whatever the route (docs/design/shape.md: Errors): the problem itself, code and details; who receives it words it.
 */
export function isFailure(body: unknown): body is Problem {
  if (typeof body !== 'object' || body === null || !('code' in body) || !('details' in body)) return false
  return typeof body.code === 'string' && typeof body.details === 'object' && body.details !== null
}
