import { divide, fromInteger } from '../../decimal/decimal.ts'
import { across, compileValues } from './across.ts'

/** The share of the units for which a condition holds; units with a blank condition are left out. */
export const SHARE = across({
  name: 'SHARE',
  of: 'condition',
  example: { formula: 'SHARE([a] >= 12)', result: '0.5' },
  compile(node, compiler) {
    const values = compileValues(node, compiler)
    return (source) => {
      const results = values(source)
      return divide(fromInteger(results.filter((result) => result === true).length), fromInteger(results.length))
    }
  },
  words: {
    zh: { called: '达到要求的单位所占比例', over: (units, value) => `${units}中 ${value} 的单位所占比例` },
    en: { called: 'share of units that meet it', over: (units, value) => `the share of ${units} in which ${value}` },
  },
  isPercentage: true,
})
