import { explain } from '../formula/words/explain.ts'
import { lineSource, type FilingSource } from '../filing/compute.ts'
import { recording, type ReadValues } from './read-values.ts'
import type { Failure } from './run-checks.ts'

/** The place of a rule that does not hold, and what it read there: the instance by its number, and the line of its list. */
type FailedRule = { instance: number; line: number | null; values: ReadValues }

/** A failed check, explained or not, as data; text/finding-sentence.ts words it. */
export type Finding = {
  unit: string
  unitName: string
  check: string
  level: 'error' | 'query'
  scope: 'unit' | 'county'
  /** `CHECK@CELL`: what an explanation is tied to. */
  key: string
  cell: string
  cells: string[]
  /** Null: a required cell was left blank. */
  rule: FailedRule | null
  /** Why the rule is there or what it asks, as the scheme says it. */
  because: string
  explanation: string | null
  explained: boolean
}

export type HeldExplanations = ReadonlyMap<string, { value: string; text: string }>

/** Whether an explanation still fits: it was written for the values that stand there now (docs/design/checks.md: Explanations). */
export function isExplained(failure: Failure, held: HeldExplanations): boolean {
  const explanation = held.get(failure.key)
  return failure.level === 'query' && explanation !== undefined && explanation.value === failure.value
}

/** A failure with the values that its sentence needs, and with its explanation. */
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
  // Wording the rule once asks for exactly what wording it elsewhere will ask for; no language asks for more than another.
  explain(instance.bound, recorder, { cell: (key) => key, listColumn: (table, column) => `${table}.${column}` }, 'zh')
  return { instance: check.instances.indexOf(instance), line, values }
}
