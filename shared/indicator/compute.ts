import { compare, type Decimal } from '../decimal/decimal.ts'
import { display } from '../decimal/display.ts'
import type { CellSource } from '../formula/bound/cell-source.ts'
import { holds } from '../formula/bound/criterion.ts'
import { evaluate } from '../formula/run/evaluate.ts'
import type { Indicator, Scheme, Target } from '../scheme/scheme.ts'

/** An indicator's figure; `shown` is the printed text, `met` is null without target or figure. */
export type IndicatorFigure = { indicator: Indicator; value: Decimal | null; shown: string; met: boolean | null }

/** Computes all indicators from one level's cells (docs/design/numbers.md: Levels). */
export function computeIndicators(scheme: Scheme, source: CellSource): IndicatorFigure[] {
  return scheme.indicators.map((indicator) => {
    const result = evaluate(indicator.bound, source)
    const value = result === null || typeof result === 'string' || typeof result === 'boolean' ? null : result
    return { indicator, value, shown: display(value, indicator.show), met: meets(value, indicator.target) }
  })
}

/** True when an exact figure meets a target; null when either is missing. */
export function meets(value: Decimal | null, target: Target | null): boolean | null {
  if (value === null || target === null) return null
  return holds(target.operator, compare(value, target.value))
}
