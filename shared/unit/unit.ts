import type { UnitCode } from '../words.ts'
import { unitAttributes, unitAttributeTable, type UnitAttribute, type UnsaidAttribute } from './attributes.ts'

/** A filing unit 填报单位 of the roster (docs/design/words.md: The words), with the attributes of attributes.ts. */
export type Unit = Record<Exclude<UnitAttribute, UnsaidAttribute | 'code'>, string> &
  Partial<Record<UnsaidAttribute, string | undefined>> & { code: UnitCode }

/** Returns one attribute of a unit; null for an empty or unknown attribute. */
export function unitAttribute(unit: Unit, attribute: string): string | null {
  const value = isUnitAttribute(attribute) ? attributeText(unit, attribute) : ''
  return value === '' ? null : value
}

/** Returns one attribute of a unit as text; a missing attribute is its default, or empty. */
export function attributeText(unit: Partial<Unit>, attribute: UnitAttribute): string {
  return unit[attribute] ?? unitAttributeTable[attribute].unsaid ?? ''
}

/** Returns a unit with all attributes: a missing attribute gets its default, an unknown one is left out. */
export function unitWith(said: Pick<Unit, 'code' | 'name'> & Partial<Unit>): Unit {
  return Object.fromEntries(unitAttributes.map((attribute) => [attribute, attributeText(said, attribute)])) as Unit
}

/** True when two units have the same attributes. */
export function sameUnit(a: Unit, b: Unit): boolean {
  return unitAttributes.every((attribute) => attributeText(a, attribute) === attributeText(b, attribute))
}

/** True for the name of an attribute. */
export function isUnitAttribute(name: string): name is UnitAttribute {
  return Object.hasOwn(unitAttributeTable, name)
}
