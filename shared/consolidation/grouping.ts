import { urbanRuralBand } from '../unit/urban-rural.ts'
import type { UnitAttribute } from '../unit/attributes.ts'
import type { Words } from '../words.ts'

/**
 * A way to group units: by an attribute's value, or all units together when `attribute` is null. `band` puts several values into
 * one group, `order` replaces the roster's order of groups, and `named` titles a group with its unit's name.
 */
type GroupingDefinition = {
  attribute: UnitAttribute | null
  band: ((value: string) => string) | null
  order: readonly string[] | null
  named: boolean
  label: Words
  /** The title of a comparison of the groups; null for a single group. */
  comparison: Words | null
}

const byValue = { band: null, order: null, named: false } as const

/** Every grouping for a collecting level (`consolidate --by`), in display order. */
const definitions = {
  county: { ...byValue, attribute: null, label: { zh: '全县', en: 'County' }, comparison: null },
  township: {
    ...byValue,
    attribute: 'township',
    label: { zh: '乡镇', en: 'Township' },
    comparison: { zh: '按乡镇', en: 'By township' },
  },
  kind: { ...byValue, attribute: 'kind', label: { zh: '类别', en: 'Kind' }, comparison: { zh: '按类别', en: 'By kind' } },
  class: {
    attribute: 'class',
    band: urbanRuralBand,
    order: ['城区', '镇区', '乡村', ''],
    named: false,
    label: { zh: '城乡', en: 'Urban-rural' },
    comparison: { zh: '按城乡', en: 'Urban-rural' },
  },
  unit: { ...byValue, attribute: 'code', named: true, label: { zh: '单位', en: 'Unit' }, comparison: { zh: '按单位', en: 'By unit' } },
} as const satisfies Record<string, GroupingDefinition>

export type Grouping = keyof typeof definitions
export const groupingDefinitions: Readonly<Record<Grouping, GroupingDefinition>> = definitions
export const groupings = Object.keys(definitions) as readonly Grouping[]

export type GroupingAttribute = NonNullable<(typeof definitions)[Grouping]['attribute']>

/** Returns a grouping's attribute; null for the county, which is one group. */
export function groupingAttribute(by: Grouping): GroupingAttribute | null {
  return definitions[by].attribute
}

/** Returns the group key for a value of the grouping's attribute; empty for an empty value. The county's key is `county`. */
export function groupKeyOf(value: string, by: Grouping): string {
  const { attribute, band } = groupingDefinitions[by]
  if (attribute === null) return 'county'
  return band === null ? value : band(value)
}
