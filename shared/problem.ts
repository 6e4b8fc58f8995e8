import type { CellRef, TableCode, UnitCode } from './words.ts'

/**
 * The closed list of problems that a person is told, as codes with typed details (docs/design/shape.md: Errors).
 * The sentences are in text/zh/problems.ts and text/en/problems.ts. Formula and scheme-file problems have lists of their own.
 */
export type ProblemDetails = {
  // A value that does not fit its cell (docs/design/workbook.md: Values)
  'not-a-number': { found: string; whole: boolean }
  'not-whole': { found: string }
  'too-many-decimals': { found: string; decimals: number }
  'below-minimum': { found: string; minimum: string }
  'above-maximum': { found: string; maximum: string }
  'too-large': { found: string; maximum: string }
  'wrong-unit': { found: string; unit: string }
  'not-a-choice': { found: string; choices: readonly string[] }
  'not-a-date': { found: string }
  'text-too-long': { length: number; maximum: number }
  'formula-without-value': Record<never, never>
  'error-value': { found: string }
  'refused-before': { found: string }
  // A cell, table or check that cannot be filled
  'cell-unknown': { cell: CellRef; nearest: CellRef | null }
  'cell-computed': { cell: CellRef }
  'cell-blocked': { cell: CellRef }
  'table-not-filed': { table: TableCode; unit: UnitCode }
  'check-unknown': { check: string }
  'explanation-boilerplate': { text: string }
  // A filing
  'sign-off-refused': { errors: number; unexplained: number; refused: number }
  'nothing-to-return': { unit: string }
  'return-outdated': { unit: string }
  'take-back-outdated': { unit: string }
  'other-unit-file': { unit: string; found: string }
  'nothing-to-file': { unit: string; kind: string }
  'sign-off-incomplete': { field: 'head' | 'filler' }
  // The report
  'report-unresolved': { count: number; named: readonly string[] }
  'report-template-missing': { scheme: string }
  'report-template-unreadable': { file: string }
  // Units, roster, periods, schemes
  'unit-unknown': { unit: UnitCode; nearest: UnitCode | null }
  'unit-duplicate': { unit: UnitCode; row: number }
  'unit-incomplete': { row: number; field: string }
  'unit-code-scientific': { row: number; name: string; found: string }
  'unit-kind-unknown': { row: number; name: string; found: string; nearest: string | null; known: readonly string[] }
  /** `kind` is empty when the unit has no kind. */
  'unit-kind-not-asked': { kind: string; count: number }
  'unit-class-unknown': { row: number; name: string; found: string }
  'unit-parent-unknown': { row: number; name: string; found: string }
  'unit-has-filing': { unit: UnitCode }
  'roster-unreadable': { file: string; expected: string }
  'period-invalid': { found: string; expected: string }
  'scheme-unknown': { scheme: string; known: readonly string[] }
  /** `first`: the first fault with its place (scheme/problem.ts), or null. */
  'scheme-invalid': { file: string; count: number; first: FirstFault | null }
  'task-missing': Record<never, never>
  'indicator-unknown': { indicator: string; nearest: string | null }
  'item-unknown': { item: string }
  'reason-missing': { item: string; points: string }
  // Incoming files
  'file-empty': Record<never, never>
  'file-not-workbook': { looksLike: string }
  'file-old-xls': Record<never, never>
  'file-wps-et': Record<never, never>
  'file-password': Record<never, never>
  'file-damaged': { why: string; sheet: string | null }
  'file-too-large': { limit: string }
  'file-too-many': { what: 'entries' | 'sheets' | 'cells' | 'names' | 'merges'; limit: number }
  'file-took-too-long': { seconds: number }
  'file-too-much-memory': { megabytes: number }
  'reader-not-started': Record<never, never>
  'file-unreachable': { why: string }
  'not-a-return': Record<never, never>
  'scheme-not-here': { scheme: string; version: string }
  'other-period': { found: string; expected: string }
  'unit-not-found': { found: string }
  'cell-missing': { cell: CellRef; title: string }
  'cell-merged': { cell: CellRef; title: string; region: string }
  'no-place': { found: string }
  /** `computed` is empty when the program computes no value for the cell. */
  'computed-typed-over': { cell: CellRef; title: string; found: string; computed: string }
  'sheet-missing': { table: TableCode; title: string }
  'sheet-twice': { table: TableCode; title: string; read: string; other: string }
  'only-words-differ': Record<never, never>
  'unit-disagrees': { cover: string; inside: string }
  'problems-left-out': { count: number }
  // Batches
  /** `task`: the other task that has the batch. */
  'batch-unknown': { batch: number; task?: string }
  'batch-closed': { batch: number }
  'batch-superseded': { batch: number; unit: UnitCode }
  'batch-outdated': { unit: UnitCode }
  'batch-scheme-changed': { batch: number }
  'batch-nothing': Record<never, never>
  // Workspaces and the machine
  'workspace-missing': { path: string }
  'workspace-exists': { path: string }
  'workspace-locked': { path: string }
  'workspace-damaged': { path: string; found: string }
  'workspace-from-future': { path: string; version: number; known: number }
  'not-a-workspace': { path: string }
  /** `open` is the name of the workspace that is open instead; null when none is. */
  'workspace-changed': { open: string | null }
  'task-unknown': { task: string; known?: readonly string[] }
  'disk-full': { path: string }
  'not-writable': { path: string }
  'pdf-unavailable': { why: string }
  // Requests and commands
  usage: { what: string }
  'invalid-request': { where: string; what: string }
  'not-found': { what: string }
  forbidden: Record<never, never>
  busy: { what: string }
  cancelled: Record<never, never>
  unexpected: { reference: string }
}

/** A scheme file's fault with its place and its own code. */
export type FirstFault = { file: string; line: number; column: number; id: string; fault: { code: string } }

export type ProblemCode = keyof ProblemDetails

export type Problem = { [Code in ProblemCode]: { code: Code; details: ProblemDetails[Code] } }[ProblemCode]

/** Builds a problem; the type of `details` follows from the code. */
export function problem<Code extends ProblemCode>(code: Code, details: ProblemDetails[Code]): Problem {
  return { code, details } as Problem
}

export type Result<Value> = { ok: true; value: Value } | { ok: false; problem: Problem }

/** A problem that ends the current act. Services throw the error; routes and the command line turn the problem into a sentence. */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.code)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

/** Ends the current act with a problem. */
export function fail<Code extends ProblemCode>(code: Code, details: ProblemDetails[Code]): never {
  throw new ProblemError(problem(code, details))
}
