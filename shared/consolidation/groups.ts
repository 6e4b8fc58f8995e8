import { groupingAttribute, groupingDefinitions, groupKeyOf, type Grouping } from './grouping.ts'
import type { Unit } from '../unit/unit.ts'

/** A group of units with one set of totals; `key` is stable, `title` is shown: null where the roster has no value (text/group-title.ts). */
export type Group = { key: string; title: string | null; units: readonly Unit[] }

/** Returns the key of a unit's group; empty when the roster has no value. The county is one group with the key `county`. */
export function groupKey(unit: Unit, by: Grouping): string {
  const attribute = groupingAttribute(by)
  return groupKeyOf(attribute === null ? '' : unit[attribute], by)
}

/** Splits a roster into groups, in the roster's or the grouping's order (城区 · 镇区 · 乡村). The county is one group, even without units. */
export function groupUnits(units: readonly Unit[], by: Grouping, countyName: string): Group[] {
  const { attribute, order, named } = groupingDefinitions[by]
  if (attribute === null) return [{ key: groupKeyOf('', by), title: countyName, units }]
  const groups = new Map<string, Unit[]>()
  for (const unit of units) {
    const key = groupKey(unit, by)
    const members = groups.get(key)
    if (members === undefined) groups.set(key, [unit])
    else members.push(unit)
  }
  const keys = order === null ? [...groups.keys()] : order.filter((key) => groups.has(key))
  return keys
    .map((key) => [key, groups.get(key) ?? []] as const)
    .map(([key, members]) => ({ key, title: named ? (members[0]?.name ?? key) : key || null, units: members }))
}
