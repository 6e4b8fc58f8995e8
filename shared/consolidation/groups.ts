import type { Grouping } from './grouping.ts'
import { urbanRuralBand } from '../unit/urban-rural.ts'
import type { Unit } from '../unit/unit.ts'

/** A group of units that totals are made for; `key` is stable, `title` is for people. */
export type Group = { key: string; title: string; units: readonly Unit[] }

const bands = ['城区', '镇区', '乡村', '']
const unsaid = '（未注明）'

/** The key of the group a unit falls in; empty when the roster does not say. The county is one group with the key `county`. */
export function groupKey(unit: Unit, by: Grouping): string {
  switch (by) {
    case 'county':
      return 'county'
    case 'township':
      return unit.township
    case 'kind':
      return unit.kind
    case 'class':
      return urbanRuralBand(unit.class)
    case 'unit':
      return unit.code
  }
}

/** Splits a roster into groups in roster order; by class 城区 · 镇区 · 乡村. The county is one group, even without units. */
export function groupUnits(units: readonly Unit[], by: Grouping, countyName: string): Group[] {
  if (by === 'county') return [{ key: 'county', title: countyName, units }]
  const groups = new Map<string, Unit[]>()
  for (const unit of units) {
    const key = groupKey(unit, by)
    const members = groups.get(key)
    if (members === undefined) groups.set(key, [unit])
    else members.push(unit)
  }
  const keys = by === 'class' ? bands.filter((band) => groups.has(band)) : [...groups.keys()]
  return keys
    .map((key) => [key, groups.get(key) ?? []] as const)
    .map(([key, members]) => ({ key, title: by === 'unit' ? (members[0]?.name ?? key) : key || unsaid, units: members }))
}
