import type { TenThousandths } from '../decimal/decimal.ts'
import type { Parameter } from './period.ts'

/**
 * The scheme's parameters with a county's own values. A local value replaces the scheme's value that begins at the same period;
 * other local values are added in order of time.
 */
export function withLocalValues(
  parameters: ReadonlyMap<string, Parameter>,
  local: readonly { name: string; from: string; value: TenThousandths }[],
): Map<string, Parameter> {
  const merged = new Map(parameters)
  for (const { name, from, value } of local) {
    const parameter = merged.get(name)
    if (parameter === undefined) continue
    const values = [...parameter.values.filter((one) => one.from !== from), { from, value }].sort((a, b) => (a.from < b.from ? -1 : 1))
    merged.set(name, { ...parameter, values })
  }
  return merged
}

/** A value set by a collecting unit: the parameter, the start of the value, and its source. */
export type OwnValue = { name: string; from: string; source: string }

/** The collecting unit's own values in force in a period, without values replaced by a later value of the unit or the scheme. */
export function ownValuesInForce(
  parameters: ReadonlyMap<string, Parameter>,
  local: readonly (OwnValue & { value: TenThousandths })[],
  period: string,
): OwnValue[] {
  const merged = withLocalValues(parameters, local)
  const current = (name: string): string | undefined =>
    merged
      .get(name)
      ?.values.filter((one) => one.from <= period)
      .at(-1)?.from
  return local.filter(({ name, from }) => current(name) === from).map(({ name, from, source }) => ({ name, from, source }))
}
