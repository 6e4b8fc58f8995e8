import type { UnitCode } from '../words.ts'
import { unitAttributes, unitAttributeTable, type UnitAttribute, type UnsaidAttribute } from './attributes.ts'

/** A filing unit 填报单位 as the roster holds it (docs/design/words.md: The words), its attributes one by one in attributes.ts. */
export type Unit = Record<Exclude<UnitAttribute, UnsaidAttribute | 'code'>, string> &
  Partial<Record<UnsaidAttribute, string | undefined>> & { code: UnitCode }

/** One attribute of a unit; null when it is empty or no such attribute exists. */
export function unitAttribute(unit: Unit, attribute: string): string | null {
  const value = isUnitAttribute(attribute) ? attributeText(unit, attribute) : ''
  return value === '' ? null : value
}

/** One attribute of a unit as text: empty when it is empty, its default when the unit does not mention it. */
export function attributeText(unit: Partial<Unit>, attribute: UnitAttribute): string {
  return unit[attribute] ?? unitAttributeTable[attribute].unsaid ?? ''
}

/** A unit of which only the needed attributes must be said; what is no attribute is left out. */
export function unitWith(said: Pick<Unit, 'code' | 'name'> & Partial<Unit>): Unit {
  return Object.fromEntries(unitAttributes.map((attribute) => [attribute, attributeText(said, attribute)])) as Unit
}

/** Whether two descriptions of a unit say the same. */
export function sameUnit(a: Unit, b: Unit): boolean {
  return unitAttributes.every((attribute) => attributeText(a, attribute) === attributeText(b, attribute))
}

/** Whether formulas can ask for a unit's attribute by this name. */
export function isUnitAttribute(name: string): name is UnitAttribute {
  return Object.hasOwn(unitAttributeTable, name)
}
