import type { UnitCode } from '../words.ts'

/** A filing unit 填报单位 as the roster holds it (DESIGN §1). `class` is the 3-digit 城乡分类 code, see urban-rural.ts. */
export type Unit = {
  code: UnitCode
  name: string
  kind: string
  township: string
  class: string
  parent: string
}

/** The attributes formulas may ask for with UNIT("…") or by bare name in conditions. */
export const unitAttributes = ['code', 'name', 'kind', 'township', 'class', 'parent'] as const
type UnitAttribute = (typeof unitAttributes)[number]

/** One attribute of a unit; null when it is empty or no such attribute exists. */
export function unitAttribute(unit: Unit, attribute: string): string | null {
  if (!(unitAttributes as readonly string[]).includes(attribute)) return null
  const value = unit[attribute as UnitAttribute]
  return value === '' ? null : value
}
