import { compare } from '../../decimal/decimal.ts'
import { across, compileFigures } from './across.ts'

/** The smallest figure of the units. */
export const MINU = across({
  name: 'MINU',
  of: 'figure',
  example: { formula: 'MINU([a])', result: '5' },
  compile(node, compiler) {
    const figures = compileFigures(node, compiler)
    return (source) => figures(source).sort(compare)[0] ?? null
  },
  words: {
    zh: { called: '各单位中最小的数', over: (units, value) => `${units} ${value} 中最小的数` },
    en: { called: 'smallest of the units', over: (units, value) => `the smallest of ${value} over ${units}` },
  },
})

/** The largest figure of the units. */
export const MAXU = across({
  name: 'MAXU',
  of: 'figure',
  example: { formula: 'MAXU([a])', result: '30' },
  compile(node, compiler) {
    const figures = compileFigures(node, compiler)
    return (source) => figures(source).sort(compare).at(-1) ?? null
  },
  words: {
    zh: { called: '各单位中最大的数', over: (units, value) => `${units} ${value} 中最大的数` },
    en: { called: 'largest of the units', over: (units, value) => `the largest of ${value} over ${units}` },
  },
})
