import type { BoundNode } from '../bound/bound.ts'
import { dateOf } from '../bound/dates.ts'
import { noValue } from '../bound/no-value.ts'
import { bare, excelCall, RANK, whole, within, type Excel, type Piece } from '../kit/excel-text.ts'
import { wholeOf } from '../kit/run.ts'
import { said } from '../kit/teller.ts'
import { plain } from './plain.ts'

/** The day of a year, month and day; months and days beyond the calendar roll over, as in Excel. */
export const DATE = plain({
  name: 'DATE',
  takes: [
    ['year', 'number'],
    ['month', 'number'],
    ['day', 'number'],
  ],
  gives: 'date',
  example: { formula: 'DATE(2020, 3, 0)', result: '2020-02-29' },
  value: (year, month, day) => dateOf(wholeOf(year), wholeOf(month), wholeOf(day)) ?? noValue(),
  excel: { write: writeDate, canFail: () => true },
  phrases: {
    say: (node, teller) =>
      said(teller.cells === null ? node.args.map((arg) => teller.say(arg)).join('-') : teller.shown(teller.value(node))),
  },
})

/** Writes an error for a year below 1900, because Excel adds 1900 to such a year. */
function writeDate(excel: Excel, args: readonly BoundNode[]): Piece {
  const [year, month, day] = args.map((arg) => bare(excel.number(arg)))
  const date = excelCall('DATE', year!, month!, day!)
  const isLateConstant = args[0]!.kind === 'constant' && Number(year) >= 1900
  return whole(isLateConstant ? date : excelCall('IF', `${within(excel.number(args[0]!), RANK.join)}<1900`, 'NA()', date))
}
