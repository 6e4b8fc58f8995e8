import { urbanRuralBand } from '../unit/urban-rural.ts'
import type { UnitAttribute } from '../unit/attributes.ts'
import type { Words } from '../words.ts'

/**
 * How units are grouped: by the value of an attribute, or all together where there is none. `band` puts several values into one group,
 * `order` is the order of the groups where the roster does not give it, and `named` says that a group is called by the name of its unit.
 */
type GroupingDefinition = {
  attribute: UnitAttribute | null
  band: ((value: string) => string) | null
  order: readonly string[] | null
  named: boolean
  label: Words
  /** How a comparison of the groups is called; null where there is nothing to compare. */
  comparison: Words | null
}

const byValue = { band: null, order: null, named: false } as const

/** Every grouping that a collecting level may ask for (`consolidate --by`), in the order in which they are offered. */
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

/** The attributes that some grouping goes by. */
export type GroupingAttribute = NonNullable<(typeof definitions)[Grouping]['attribute']>

/** The attribute that a grouping goes by; null for the county, which is one group. */
export function groupingAttribute(by: Grouping): GroupingAttribute | null {
  return definitions[by].attribute
}

/** The key of the group that a value of the grouping's attribute falls in; empty when the roster does not say. The county's is `county`. */
export function groupKeyOf(value: string, by: Grouping): string {
  const { attribute, band } = groupingDefinitions[by]
  if (attribute === null) return 'county'
  return band === null ? value : band(value)
}
