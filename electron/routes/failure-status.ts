import type { ProblemCode } from '../../shared/problem.ts'

/** The HTTP statuses of problems other than 422 (the content does not fit). */
const STATUS: Partial<Record<ProblemCode, number>> = {
  usage: 400,
  'invalid-request': 400,
  forbidden: 403,
  'not-found': 404,
  'cell-unknown': 404,
  'check-unknown': 404,
  'unit-unknown': 404,
  'scheme-unknown': 404,
  'indicator-unknown': 404,
  'item-unknown': 404,
  'batch-unknown': 404,
  'workspace-missing': 404,
  'sign-off-refused': 409,
  'nothing-to-return': 409,
  'return-outdated': 409,
  'take-back-outdated': 409,
  'nothing-to-file': 409,
  'report-unresolved': 409,
  'report-template-missing': 404,
  'unit-has-filing': 409,
  'task-missing': 409,
  'batch-closed': 409,
  'batch-superseded': 409,
  'batch-outdated': 409,
  'batch-scheme-changed': 409,
  'batch-nothing': 409,
  'workspace-exists': 409,
  'workspace-locked': 409,
  'workspace-changed': 409,
  'task-unknown': 409,
  busy: 409,
  'file-too-large': 413,
  cancelled: 499,
  unexpected: 500,
  'reader-not-started': 503,
  'pdf-unavailable': 503,
  'not-writable': 507,
  'disk-full': 507,
}

/** The HTTP status of a problem. */
export function httpStatusOf(code: ProblemCode): number {
  return STATUS[code] ?? 422
}
