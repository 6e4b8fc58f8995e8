import type { FormulaProblem } from '../formula/syntax/problem.ts'

/** A fault in a scheme file with its place and its subject (docs/design/scheme.md: Problems). */
export type SchemeProblem = {
  file: string
  /** The line and the column, 1-based. */
  line: number
  column: number
  /** The table, rule, indicator or item with the fault; empty at the top. */
  id: string
  fault: SchemeFault
}

export type SchemeFault =
  | { code: 'yaml'; message: string }
  | { code: 'shape'; path: string; message: string }
  | { code: 'formula'; problem: FormulaProblem }
  | { code: 'duplicate-code'; what: 'table' | 'row' | 'column' | 'check' | 'indicator' | 'item' | 'veto'; name: string }
  | { code: 'unknown-name'; what: 'table' | 'cell' | 'units' | 'attribute' | 'grade'; name: string; nearest: string | null }
  | { code: 'group-with-code'; title: string }
  | { code: 'leaf-without-code'; title: string }
  | { code: 'too-deep'; title: string }
  | { code: 'no-rows' }
  | { code: 'choices-missing'; name: string }
  | { code: 'cycle'; cells: readonly string[] }
  | { code: 'no-instance' }
  | { code: 'not-a-condition' }
  | { code: 'points-differ'; item: string; points: string; sum: string }
  | { code: 'message-missing' }
  | { code: 'number-malformed'; found: string }
