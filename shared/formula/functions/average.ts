import { add, divide, fromInteger } from '../../decimal/decimal.ts'
import { excelCall, whole } from '../kit/excel-text.ts'
import { aggregate, writeSum } from './aggregate.ts'

export const AVERAGE = aggregate({
  name: 'AVERAGE',
  of: 'figures',
  example: { formula: 'AVERAGE([*.1])', result: '3' },
  fold: add,
  finish: (sum, count) => divide(sum, fromInteger(count)),
  excel: (excel, summands) => {
    const [sum, count] = [writeSum(excel, summands), summands.count()]
    return whole(summands.hasAlways ? `(${sum}/(${count}))` : excelCall('IF', `${count}=0`, '0', `${sum}/(${count})`))
  },
  words: { zh: (list) => `${list}的平均数`, en: (list) => `the average of ${list}` },
})
