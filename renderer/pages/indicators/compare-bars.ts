import type { Answer } from '../../../shared/api/contract.ts'
import type { consolidationApi } from '../../../shared/api/consolidation.ts'
import type { Target } from '../../../shared/scheme/scheme.ts'
import { toBinary } from '../../../shared/decimal/decimal.ts'

type Groups = Answer<typeof consolidationApi.indicators>

/** One bar with its two ends in percent of the width; null when the group has no figure. */
export type Bar =
  | { key: string; title: string | null; shown: string; met: boolean | null; from: number; to: number }
  | { key: string; title: string | null; shown: string; met: null; from: null; to: null }

export type Bars = {
  bars: readonly Bar[]
  /** The place of the target in percent; null when there is no target. */
  target: number | null
  zero: number
}

/**
 * The bars of one indicator across groups, on one scale that holds 0, every figure and the target. In the groups' order,
 * or by value with the greatest first and those without a figure last. Only lengths are binary numbers; figures stay text.
 */
export function compareBars(groups: Groups, code: string, target: Target | null, byValue: boolean): Bars {
  const entries = groups.map(({ key, title, indicators }) => {
    const value = indicators[code]
    return {
      key,
      title,
      shown: value?.shown ?? '—',
      met: value?.met ?? null,
      number: value === undefined || value.value === null ? null : Number(value.value),
    }
  })
  const goal = target === null ? null : toBinary(target.value)
  const numbers = [...entries.flatMap(({ number }) => (number === null ? [] : [number])), ...(goal === null ? [] : [goal]), 0]
  const low = Math.min(...numbers)
  const high = Math.max(...numbers)
  const place = (number: number): number => (high === low ? 0 : ((number - low) / (high - low)) * 100)
  const sorted = byValue ? entries.toSorted((a, b) => (b.number ?? -Infinity) - (a.number ?? -Infinity)) : entries
  const bars = sorted.map(
    ({ key, title, shown, met, number }): Bar =>
      number === null
        ? { key, title, shown, met: null, from: null, to: null }
        : { key, title, shown, met, from: place(Math.min(0, number)), to: place(Math.max(0, number)) },
  )
  return { bars, target: goal === null ? null : place(goal), zero: place(0) }
}
