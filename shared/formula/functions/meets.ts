import { across, compileTrue } from './across.ts'

/** The number of units for which a condition holds. */
export const MEETS = across({
  name: 'MEETS',
  of: 'condition',
  example: { formula: 'MEETS([a] >= 12)', result: '2' },
  compile: compileTrue,
  words: {
    zh: { called: '达到要求的单位数', over: (units, value) => `${units}中 ${value} 的单位数` },
    en: { called: 'number of units that meet it', over: (units, value) => `the number of ${units} in which ${value}` },
  },
})
