import type { TenThousandths } from '../decimal/decimal.ts'
import type { Parameter } from './period.ts'

/**
 * The scheme's parameters with a county's own values laid over them: a local value takes the place of the scheme's that
 * begins at the same period, others are added in order of time.
 */
export function withLocalValues(parameters: ReadonlyMap<string, Parameter>, local: readonly { name: string; from: string; value: TenThousandths }[]): Map<string, Parameter> {
  const merged = new Map(parameters)
  for (const { name, from, value } of local) {
    const parameter = merged.get(name)
    if (parameter === undefined) continue
    const values = [...parameter.values.filter((one) => one.from !== from), { from, value }].sort((a, b) => (a.from < b.from ? -1 : 1))
    merged.set(name, { ...parameter, values })
  }
  return merged
}
