import type { Lang } from '../../words.ts'
import type { Bound } from '../bound/bound.ts'
import type { SpokenNames } from '../kit/teller.ts'
import { tellerOf } from './teller.ts'

/**
 * A formula in words, with the names of its cells and without values: `[03] + [04]` is 「小学 + 教学点」,
 * `COUNTIF([GC05.状态], "已完成")` 「状态 为 “已完成” 的各行个数」. The words are for readers of forms, not of formulas; `explain` adds
 * the values.
 */
export function inWords(bound: Bound, names: SpokenNames, lang: Lang): string {
  return tellerOf(names, lang, null).say(bound.root)
}
