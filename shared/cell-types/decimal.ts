import type { CellTypeDefinition } from './definition.ts'
import { figureType } from './figure-type.ts'

/** The type of a cell with a number of up to four decimals, by default two: money, areas, shares. */
export const decimalType: CellTypeDefinition = {
  ...figureType({
    whole: false,
    noun: (decimals) => `数字，最多 ${decimals} 位小数`,
    pageNoun: {
      zh: (decimals) => (decimals === 0 ? '整数' : `数，最多 ${decimals} 位小数`),
      en: (decimals) => (decimals === 0 ? 'whole numbers' : `numbers with up to ${decimals} decimals`),
    },
  }),
  decimals: (said) => said ?? 2,
  pageWidth: ({ decimals }) => (decimals > 2 ? 96 : 84),
  sheetWidth: ({ decimals }) => 11 + Math.max(0, decimals - 2),
}
