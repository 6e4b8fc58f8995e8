import { fromInteger } from '../../decimal/decimal.ts'
import { bare, excelCall, whole } from '../kit/excel-text.ts'
import { plain } from './plain.ts'

/** The year of a date; blank for a blank date. */
export const YEAR = plain({
  name: 'YEAR',
  takes: [['date', 'date']],
  gives: 'number',
  example: { formula: 'YEAR("2021-09-01")', result: '2021' },
  value: (date) => (date === '' ? null : fromInteger(Number(date.slice(0, 4)))),
  excel: {
    write: (excel, [arg]) => {
      const date = bare(excel.date(arg!))
      const blank = excel.isBlank(arg!)
      return whole(blank === null ? excelCall('YEAR', date) : excelCall('IF', blank, '0', excelCall('YEAR', date)))
    },
    blank: ({ args }, excel) => excel.isBlank(args[0]!),
  },
  words: { zh: (date) => `${date} 的年份`, en: (date) => `the year of ${date}` },
})
