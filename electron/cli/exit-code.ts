import type { Problem, ProblemCode } from '../../shared/problem.ts'

const wrongUsage: ReadonlySet<ProblemCode> = new Set([
  'usage',
  'period-invalid',
  'scheme-unknown',
  'unit-unknown',
  'cell-unknown',
  'indicator-unknown',
  'item-unknown',
  'batch-unknown',
  'task-unknown',
  'sign-off-incomplete',
  'invalid-request',
])
const dataProblems: ReadonlySet<ProblemCode> = new Set([
  'sign-off-refused',
  'nothing-to-file',
  'explanation-boilerplate',
  'batch-superseded',
  'batch-outdated',
  'batch-closed',
  'batch-nothing',
  'scheme-invalid',
])

/** The exit code of a problem that ended a command (docs/command-line.md: Exit codes). */
export function exitCode({ code }: Problem): 1 | 2 | 3 {
  if (wrongUsage.has(code)) return 2
  return dataProblems.has(code) ? 1 : 3
}
