import { explain } from '../formula/words/explain.ts'
import { lineSource, type FilingSource } from '../filing/compute.ts'
import { cellTitle } from '../scheme/cells.ts'
import type { Scheme } from '../scheme/scheme.ts'
import type { Lang } from '../words.ts'
import type { Failure } from './run-checks.ts'

/** A failed check, explained or not, as pages and the command line show it. */
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
  message: { zh: string; en: string }
  because: string
  explanation: string | null
  explained: boolean
}

export type HeldExplanations = ReadonlyMap<string, { value: string; text: string }>

/** Whether an explanation still fits: it was written for the values that stand there now (DESIGN §4). */
export function isExplained(failure: Failure, held: HeldExplanations): boolean {
  const explanation = held.get(failure.key)
  return failure.level === 'query' && explanation !== undefined && explanation.value === failure.value
}

/** A failure in words, in both languages, with its explanation. */
export function findingOf(
  scheme: Scheme,
  failure: Failure,
  source: FilingSource,
  unit: { code: string; name: string },
  held: HeldExplanations,
): Finding {
  return {
    unit: unit.code,
    unitName: unit.name,
    check: failure.check,
    level: failure.level,
    scope: failure.scope,
    key: failure.key,
    cell: failure.at,
    cells: [...failure.cells],
    message: { zh: failureSentence(scheme, failure, source, 'zh'), en: failureSentence(scheme, failure, source, 'en') },
    because: failure.rule?.check.message ?? '',
    explanation: held.get(failure.key)?.text ?? null,
    explained: isExplained(failure, held),
  }
}

/** What does not hold, with names and figures: 「一年级 合计 (50) 应等于 …，相差 2」. */
function failureSentence(scheme: Scheme, failure: Failure, source: FilingSource, lang: Lang): string {
  if (failure.rule === null) {
    const title = cellTitle(scheme, failure.at)
    return lang === 'zh'
      ? `“${title}”必须填写；没有的填 0，不适用的填“/”`
      : `“${title}” must be filled in; enter 0 if none, “/” if not applicable`
  }
  const { instance, line } = failure.rule
  const here = line === null || instance.list === null ? source : lineSource(source, instance.list, line)
  return explain(
    instance.bound,
    here,
    { cell: (key) => cellTitle(scheme, key), listColumn: (table, column) => cellTitle(scheme, `${table}.${line ?? '*'}.${column}`) },
    lang,
  )
}
