import { across, compileTrue } from './across.ts'

/** The number of units, or of the units that a condition chooses. */
export const UNITS = across({
  name: 'UNITS',
  of: 'presence',
  example: { formula: 'UNITS(kind = "小学")', result: '3' },
  compile: compileTrue,
  words: {
    zh: { called: '符合条件的单位数', over: (_units, _value, where) => (where === '' ? '单位数' : `${where} 的单位数`) },
    en: { called: 'number of units', over: (units) => `the number of ${units}` },
  },
})
