import { explain } from '../formula/words/explain.ts'
import { lineSource, type FilingSource } from '../filing/compute.ts'
import { recording, type ReadValues } from './read-values.ts'
import type { Failure } from './run-checks.ts'

/** A failed rule: the instance's index, the line of its list, and the values read there. */
type FailedRule = { instance: number; line: number | null; values: ReadValues }

/** A failed check, explained or not, as data; text/finding-sentence.ts puts the check into words. */
export type Finding = {
  unit: string
  unitName: string
  check: string
  level: 'error' | 'query'
  scope: 'unit' | 'county'
  /** The key of the finding's explanation, `CHECK@CELL`. */
  key: string
  cell: string
  cells: string[]
  /** The failed rule; null for a required cell left blank. */
  rule: FailedRule | null
  /** The check's own message in the scheme; empty for a required cell. */
  because: string
  explanation: string | null
  explained: boolean
}

export type HeldExplanations = ReadonlyMap<string, { value: string; text: string }>

/** True when a query's explanation was written for the current values (docs/design/checks.md: Explanations). */
export function isExplained(failure: Failure, held: HeldExplanations): boolean {
  const explanation = held.get(failure.key)
  return failure.level === 'query' && explanation !== undefined && explanation.value === failure.value
}

/** Returns a failure as a finding, with the values for its sentence and with its explanation. */
export function findingOf(failure: Failure, source: FilingSource, unit: { code: string; name: string }, held: HeldExplanations): Finding {
  return {
    unit: unit.code,
    unitName: unit.name,
    check: failure.check,
    level: failure.level,
    scope: failure.scope,
    key: failure.key,
    cell: failure.at,
    cells: [...failure.cells],
    rule: failure.rule === null ? null : failedRule(failure.rule, source),
    because: failure.rule?.check.message ?? '',
    explanation: held.get(failure.key)?.text ?? null,
    explained: isExplained(failure, held),
  }
}

function failedRule({ check, instance, line }: NonNullable<Failure['rule']>, source: FilingSource): FailedRule {
  const here = line === null || instance.list === null ? source : lineSource(source, instance.list, line)
  const { source: recorder, values } = recording(here)
  // A single wording reads all values for later wordings, because all languages read the same values.
  explain(instance.bound, recorder, { cell: (key) => key, listColumn: (table, column) => `${table}.${column}` }, 'zh')
  return { instance: check.instances.indexOf(instance), line, values }
}
