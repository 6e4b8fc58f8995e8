import type { Problem } from '../problem.ts'

/**
 * True when the body of a failing answer has the product's own shape of a failure: a problem with code and details
 * (docs/design/shape.md: Errors). A proxy between page and host may answer another body.
 */
export function isFailure(body: unknown): body is Problem {
  if (typeof body !== 'object' || body === null || !('code' in body) || !('details' in body)) return false
  return typeof body.code === 'string' && typeof body.details === 'object' && body.details !== null
}
