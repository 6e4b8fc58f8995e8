import { choiceType } from './choice.ts'
import { dateType } from './date.ts'
import { decimalType } from './decimal.ts'
import type { CellTypeDefinition } from './definition.ts'
import { integerType } from './integer.ts'
import { textType } from './text.ts'

const definitions = {
  integer: integerType,
  decimal: decimalType,
  text: textType,
  choice: choiceType,
  date: dateType,
} as const satisfies Record<string, CellTypeDefinition>

/** The type that a scheme gives a cell: `integer`, `decimal`, `text` … */
export type CellType = keyof typeof definitions

/** The closed list of cell types with their definitions. */
export const cellTypes: Readonly<Record<CellType, CellTypeDefinition>> = definitions

/** The names of the types in the order in which documents list them. */
export const cellTypeNames = Object.keys(definitions) as CellType[]

/** True when a cell of this type holds figures, which can be added and compared by size. */
export function holdsFigures(type: CellType): boolean {
  return cellTypes[type].holds === 'number'
}
