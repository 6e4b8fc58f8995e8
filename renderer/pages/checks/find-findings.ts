import type { Finding } from '../../../shared/check/findings.ts'
import { tableOf } from '../../../shared/words.ts'

/** The listed kind of findings. */
export type Shown = 'open' | 'errors' | 'queries' | 'explained'

/** The number of open errors, open queries and explained findings, and of units with an open finding. */
export function countFindings(findings: readonly Finding[]): { errors: number; queries: number; explained: number; units: number } {
  const open = findings.filter((finding) => !finding.explained)
  return {
    errors: open.filter((finding) => finding.level === 'error').length,
    queries: open.filter((finding) => finding.level === 'query').length,
    explained: findings.length - open.length,
    units: new Set(open.filter((finding) => finding.scope === 'unit').map((finding) => finding.unit)).size,
  }
}

/** The identity of a finding among those of all units and of the totals. */
export function placeOf({ scope, unit, key }: Pick<Finding, 'scope' | 'unit' | 'key'>): string {
  return `${scope} ${unit} ${key}`
}

/** The findings of a kind, and those in `stay`, that mention a typed text in the unit, the table, the check or the sentence. */
export function filterFindings(
  findings: readonly Finding[],
  shown: Shown,
  typed: string,
  tables: ReadonlyMap<string, string>,
  sentence: (finding: Finding) => string,
  stay: ReadonlySet<string> = new Set(),
): Finding[] {
  const wanted = typed.normalize('NFKC').trim().toLowerCase()
  return findings.filter(
    (finding) =>
      (isShown(finding, shown) || stay.has(placeOf(finding))) && (wanted === '' || textOf(finding, tables, sentence).includes(wanted)),
  )
}

function isShown(finding: Finding, shown: Shown): boolean {
  switch (shown) {
    case 'open':
      return !finding.explained
    case 'errors':
      return finding.level === 'error'
    case 'queries':
      return finding.level === 'query' && !finding.explained
    case 'explained':
      return finding.explained
  }
}

function textOf(finding: Finding, tables: ReadonlyMap<string, string>, sentence: (finding: Finding) => string): string {
  const table = tableOf(finding.cell)
  return [finding.unit, finding.unitName, finding.check, table, tables.get(table), sentence(finding)].join('\n').toLowerCase()
}

export type UnitFindings = { unit: string; unitName: string; scope: Finding['scope']; findings: Finding[] }

/** The findings by unit, in the order of the first finding of each; the totals stand first. */
export function groupFindings(findings: readonly Finding[]): UnitFindings[] {
  const groups = new Map<string, UnitFindings>()
  for (const finding of findings) {
    const key = `${finding.scope} ${finding.unit}`
    const group = groups.get(key) ?? { unit: finding.unit, unitName: finding.unitName, scope: finding.scope, findings: [] }
    group.findings.push(finding)
    groups.set(key, group)
  }
  return [...groups.values()].sort((a, b) => Number(b.scope === 'county') - Number(a.scope === 'county'))
}
