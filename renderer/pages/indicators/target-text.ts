import type { Indicator } from '../../../shared/scheme/scheme.ts'

/** A target in the usual notation: ≥ 100%. Empty when there is none. */
export function targetText(indicator: Pick<Indicator, 'target'>): string {
  return (indicator.target?.source ?? '').replace('>=', '≥').replace('<=', '≤')
}
