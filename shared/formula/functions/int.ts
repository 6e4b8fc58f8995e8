import { integerPart } from '../../decimal/rounding.ts'
import { cleaned } from '../kit/excel-figures.ts'
import { excelCall, whole } from '../kit/excel-text.ts'
import { plain } from './plain.ts'

/** The largest whole number not above the figure. */
export const INT = plain({
  name: 'INT',
  takes: [['x', 'number']],
  gives: 'number',
  example: { formula: 'INT(-1.5)', result: '-2' },
  value: (x) => integerPart(x),
  excel: { write: (excel, [value]) => whole(excelCall('INT', cleaned(excel, value!))) },
  words: { zh: (x) => `${x} 取整`, en: (x) => `${x} cut to a whole number` },
})
