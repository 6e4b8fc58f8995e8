import type { Span } from './tree.ts'

/** The type of a formula's value, known when the scheme is loaded (docs/design/formula.md: Types). */
export type ValueType = 'number' | 'text' | 'boolean' | 'date'

/**
 * A problem of a formula, as a code with typed details; the sentences live in ../words/sentences.ts.
 * `at` counts UTF-16 units of the source as written, before NFKC.
 */
export type FormulaProblem = { at: Span } & (
  | { code: 'empty' }
  | { code: 'too-long'; length: number; limit: number }
  | { code: 'too-deep'; limit: number }
  | { code: 'unexpected-character'; character: string }
  | { code: 'unfinished-text' }
  | { code: 'unfinished-reference' }
  | { code: 'bad-number'; text: string }
  | { code: 'bad-reference'; text: string }
  | { code: 'value-expected'; found: string }
  | { code: 'bracket-expected'; found: string }
  | { code: 'word-list-expected'; found: string }
  | { code: 'left-over'; found: string }
  | { code: 'chained-comparison'; operator: string }
  | { code: 'unknown-table'; table: string; nearest: string[] }
  | { code: 'unknown-row'; table: string; row: string; nearest: string[] }
  | { code: 'unknown-column'; table: string; column: string; nearest: string[] }
  | { code: 'row-needed'; reference: string }
  | { code: 'column-needed'; reference: string }
  | { code: 'list-row-needed'; reference: string }
  | { code: 'blocked-cell'; reference: string }
  | { code: 'reversed-range'; reference: string; from: string; to: string }
  | { code: 'no-cells'; reference: string }
  | { code: 'mixed-types'; reference: string }
  | { code: 'unknown-function'; name: string; nearest: string[] }
  | { code: 'argument-count'; name: string; least: number; most: number | null; found: number }
  | { code: 'pairs-needed'; name: string }
  | { code: 'reference-needed'; name: string }
  | { code: 'single-reference-needed'; name: string }
  | { code: 'name-in-quotes-needed'; name: string }
  | { code: 'unknown-parameter'; name: string; nearest: string[] }
  | { code: 'unknown-attribute'; name: string; nearest: string[] }
  | { code: 'bare-name'; name: string; nearest: string[] }
  | { code: 'type-expected'; expected: ValueType; found: ValueType }
  | { code: 'different-types'; left: ValueType; right: ValueType }
  | { code: 'no-order'; operator: string; type: ValueType }
  | { code: 'bad-date'; text: string }
  | { code: 'vector-not-allowed'; reference: string }
  | { code: 'vector-needed'; name: string }
  | { code: 'vectors-differ'; name: string; test: number | null; sum: number | null }
  | { code: 'bad-criterion'; text: string }
  | { code: 'across-units-not-allowed'; name: string }
  | { code: 'across-units-nested'; name: string }
  | { code: 'division-needed'; name: string }
)
