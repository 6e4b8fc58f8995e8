import type { CellTypeDefinition } from './definition.ts'
import { figureType } from './figure-type.ts'

/** The type of a cell with a count, a whole number. */
export const integerType: CellTypeDefinition = {
  ...figureType({
    whole: true,
    noun: () => '整数',
    pageNoun: { zh: () => '整数', en: () => 'whole numbers' },
  }),
  decimals: () => 0,
  pageWidth: () => 76,
  sheetWidth: () => 10,
}
