import type { ParameterView } from '../../../shared/api/parameters.ts'
import { fromText, toTenThousandths } from '../../../shared/decimal/decimal.ts'
import { parseFrom, type PeriodKind } from '../../../shared/period/period.ts'

/** One dated value of a parameter. */
export type DatedValue = ParameterView['values'][number]
/** A county's own value as typed. */
export type LocalValueFields = { from: string; value: string; source: string }
export type LocalValueFault = 'from' | 'value' | 'source'

/** The value in force in a period: the latest that begins not after it; null when there is none. */
export function currentValue(parameter: Pick<ParameterView, 'values'>, period: string): DatedValue | null {
  return parameter.values.filter(({ from }) => from <= period).at(-1) ?? null
}

/**
 * The faults of a typed own value, in the order of the fields; the same rules as the host's (services/scheme/keep-parameters.ts), and a
 * source is required.
 */
export function localValueFaults({ from, value, source }: LocalValueFields, kind: PeriodKind): LocalValueFault[] {
  const decimal = fromText(plain(value))
  return [
    ...(parseFrom(from, kind).ok ? [] : (['from'] as const)),
    ...(decimal === null || toTenThousandths(decimal) === null ? (['value'] as const) : []),
    ...(source.trim() === '' ? (['source'] as const) : []),
  ]
}

/** An own value as sent, with full-width digits made plain. */
export function tidyLocalValue({ from, value, source }: LocalValueFields): LocalValueFields {
  return { from: plain(from), value: plain(value), source: source.trim() }
}

function plain(text: string): string {
  return text.normalize('NFKC').trim()
}
