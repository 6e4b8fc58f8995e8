import type { Finding } from '../check/findings.ts'
import { replayed } from '../check/read-values.ts'
import { explain } from '../formula/words/explain.ts'
import { cellTitle } from '../scheme/cells.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { languages, type LanguageCode } from './languages.ts'

/**
 * The failed rule with names and figures: 「一年级 合计 (50) 应等于 …，相差 2」. `scheme` is the checked scheme; when `scheme` lacks the
 * rule, the sentence is the check's own text in the scheme.
 */
export function findingSentence(
  scheme: Scheme,
  finding: Pick<Finding, 'check' | 'cell' | 'rule' | 'because'>,
  language: LanguageCode,
): string {
  const { base, sentences } = languages[language]
  const { rule } = finding
  if (rule === null) return sentences.required(cellTitle(scheme, finding.cell))
  const instance = scheme.checks.find(({ id }) => id === finding.check)?.instances[rule.instance]
  if (instance === undefined) return finding.because
  const { line, values } = rule
  return explain(
    instance.bound,
    replayed(values),
    { cell: (key) => cellTitle(scheme, key), listColumn: (table, column) => cellTitle(scheme, `${table}.${line ?? '*'}.${column}`) },
    base,
  )
}
