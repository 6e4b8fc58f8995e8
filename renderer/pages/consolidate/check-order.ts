import type { Finding } from '../../../shared/check/findings.ts'

/** What a finding is told apart by. */
export function findingId({ key, cell }: Pick<Finding, 'key' | 'cell'>): string {
  return `${key} ${cell}`
}

/**
 * The findings as they are shown: what is open first. `held`, the order that was shown when somebody began to write about
 * one of them, stays as it is; findings that came since are last.
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
