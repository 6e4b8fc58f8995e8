import { add, compare, divide, fromInteger, type Decimal } from '../../decimal/decimal.ts'
import { across, compileFigures } from './across.ts'

const TWO = fromInteger(2)

/** The middle figure of the units; for an even number of units, the mean of the two middle figures. */
export const MEDIAN = across({
  name: 'MEDIAN',
  of: 'figure',
  example: { formula: 'MEDIAN([a])', result: '11' },
  compile(node, compiler) {
    const figures = compileFigures(node, compiler)
    return (source) => median(figures(source).sort(compare))
  },
  words: {
    zh: { called: '各单位的中位数', over: (units, value) => `${units} ${value} 的中位数` },
    en: { called: 'median of the units', over: (units, value) => `the median of ${value} over ${units}` },
  },
})

function median(sorted: readonly Decimal[]): Decimal | null {
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (middle === undefined || sorted.length % 2 === 1) return middle ?? null
  return divide(add(sorted[sorted.length / 2 - 1]!, middle), TWO)
}
