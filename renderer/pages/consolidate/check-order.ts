import type { Finding } from '../../../shared/check/findings.ts'

/** The identity of a finding. */
export function findingId({ key, cell }: Pick<Finding, 'key' | 'cell'>): string {
  return `${key} ${cell}`
}

/**
 * The findings in the shown order: open ones first. `held` is the order at the time when somebody began to write about a finding; it stays,
 * and newer findings are last.
 */
export function checkOrder<One extends Pick<Finding, 'key' | 'cell' | 'explained'>>(
  findings: readonly One[],
  held: readonly string[] | null,
): One[] {
  if (held === null) return [...findings.filter(({ explained }) => !explained), ...findings.filter(({ explained }) => explained)]
  const place = new Map(held.map((id, index) => [id, index]))
  const placeOf = (finding: One): number => place.get(findingId(finding)) ?? held.length
  return [...findings].sort((a, b) => placeOf(a) - placeOf(b))
}
