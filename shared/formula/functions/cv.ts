import type { Decimal } from '../../decimal/decimal.ts'
import type { CellSource } from '../bound/cell-source.ts'
import { variation, weighed, type Weighed } from '../bound/variation.ts'
import type { Compiler } from '../kit/run.ts'
import { across, compileChosen, type Across } from './across.ts'

/** The coefficient of variation, weighted by the divisor (../bound/variation.ts); blank without units or when the mean is 0. */
export const CV = across({
  name: 'CV',
  of: 'ratio',
  example: { formula: 'CV([a] / [b], kind = "小学")', result: '0.17677669529663688111' },
  compile(node, compiler) {
    const chosen = compileChosen(node, compiler)
    const one = compileWeighed(node, compiler)
    return (source) =>
      variation(
        chosen(source)
          .map(one)
          .filter((unit) => unit !== null),
      )?.cv ?? null
  },
  words: {
    zh: { called: '各单位的差异系数', over: (units, value) => `${units} ${value} 的差异系数` },
    en: {
      called: 'coefficient of variation of the units',
      over: (units, value) => `the coefficient of variation of ${value} over ${units}`,
    },
  },
})

/** Compiles a unit's figure and weight; null for a unit without a positive weight. */
export function compileWeighed({ value, weight }: Across, compiler: Compiler): (unit: CellSource) => Weighed | null {
  const x = value === null ? () => null : compiler.ofUnit(value)
  const w = weight === null ? () => null : compiler.ofUnit(weight)
  return (unit) => weighed(x(unit) as Decimal | null, w(unit) as Decimal | null)
}
