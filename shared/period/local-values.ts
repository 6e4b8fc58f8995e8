import type { TenThousandths } from '../decimal/decimal.ts'
import type { Parameter } from './period.ts'

/**
 * The scheme's parameters with a county's own values laid over them: a local value takes the place of the scheme's that
 * begins at the same period, others are added in order of time.
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

/** Where a value comes from that a collecting unit set itself: the parameter, since when it holds, and on what ground. */
export type OwnValue = { name: string; from: string; source: string }

/** Of a collecting unit's own values those in force in a period: where no later value, its own or the scheme's, has taken over. */
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
