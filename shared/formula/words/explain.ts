import type { Lang } from '../../words.ts'
import type { Bound } from '../bound/bound.ts'
import type { CellSource } from '../bound/cell-source.ts'
import type { SpokenNames } from '../kit/teller.ts'
import { evaluate } from '../run/evaluate.ts'
import { tellerOf } from './teller.ts'

/**
 * The sentence of a formula about these cells (docs/design/formula.md: Three readers). A failing condition is explained by its failing
 * part: 「一年级 合计 (50) 应等于 一年级 男 (20) + 一年级 女 (28)，相差 2」; a condition that holds is stated; a figure is
 * shown with its inputs.
 */
export function explain(bound: Bound, cells: CellSource, names: SpokenNames, lang: Lang): string {
  const teller = tellerOf(names, lang, cells)
  const value = evaluate(bound, cells)
  if (value === null && bound.type === 'boolean') return teller.words.notApplicable
  if (bound.type !== 'boolean') return `${teller.say(bound.root)} = ${teller.shown(value)}`
  const text = teller.clause(bound.root, true, value === true ? 'is' : 'must')
  return lang === 'en' ? text.charAt(0).toUpperCase() + text.slice(1) : text
}
