import type { Lang } from '../../words.ts'
import type { Bound } from '../bound/bound.ts'
import type { SpokenNames } from '../kit/teller.ts'
import { tellerOf } from './teller.ts'

/**
 * What a formula does, said with the names of what it refers to and without values: `[03] + [04]` is 「小学 + 教学点」,
 * `COUNTIF([GC05.状态], "已完成")` 「状态 为 “已完成” 的各行个数」. For people who read forms, not formulas; `explain` says what
 * it comes to.
 */
export function inWords(bound: Bound, names: SpokenNames, lang: Lang): string {
  return tellerOf(names, lang, null).say(bound.root)
}
