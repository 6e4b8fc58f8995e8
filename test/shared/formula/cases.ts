import type { Contents } from './world.ts'

/** The table of cases of the formula language; each case holds in evaluate and in a recalculated workbook. */
export type Case = { formula: string; contents: Contents; result: string | boolean; pattern?: string; shown?: string }

const list = { rows: { PX: { 类别: ['国培', '省培', '国培'], 人次: ['30', '12', '7'] }, BJ: { 人数: ['45', '56', '66', '55'] } } }

export const CASES: readonly Case[] = [
  { formula: '0.1 + 0.2 = 0.3', contents: {}, result: true },
  { formula: '802.4 + 347.57 + 584.8 + 1291.5 + 9', contents: {}, result: '3035.27' },
  { formula: 'ROUND(2.675, 2)', contents: {}, result: '2.68' },
  { formula: 'ROUND(-2.5, 0)', contents: {}, result: '-3' },
  { formula: 'ROUND(1.005, 2)', contents: {}, result: '1.01' },
  { formula: '10717 / 967', contents: {}, result: '11.082730093071354705', pattern: '0.00%', shown: '1108.27%' },
  { formula: '[a] / [b]', contents: { cells: { a: '5' } }, result: '—' },
  { formula: '[a] / [b] + 1', contents: { cells: { a: '5' } }, result: '—' },
  { formula: 'NZ([a] / [b], 0) + 1', contents: { cells: { a: '5' } }, result: '1' },
  { formula: '[a] + [b]', contents: { cells: { a: '5' } }, result: '5' },
  { formula: '[a] * [b]', contents: { cells: { a: '5' } }, result: '0' },
  { formula: 'IF(ISBLANK([a]), 1, 2)', contents: {}, result: '1' },
  { formula: 'SUM([*.1])', contents: {}, result: '—' },
  { formula: 'IF([a] < 100, 100, [a]) * 650', contents: { cells: { a: '37' } }, result: '65000' },
  { formula: '-2 ^ 2', contents: {}, result: '4' },
  { formula: '50%%', contents: {}, result: '0.005' },
  { formula: 'SUMIF([PX.类别], "国培", [PX.人次])', contents: list, result: '37' },
  { formula: 'COUNTIF([BJ.人数], ">=56")', contents: list, result: '2' },
  { formula: '（[a]＋[b]）＞＝３', contents: { cells: { a: '1', b: '2' } }, result: true },
  {
    formula: 'GROWTH([a])',
    contents: { cells: { a: '60010.6' }, prior: { cells: { a: '57536.4' } } },
    result: '0.043002342864690874',
    pattern: '0.00%',
    shown: '4.30%',
  },
  { formula: 'GROWTH([a])', contents: { cells: { a: '60010.6' } }, result: '—' },
  { formula: '[c] + [b]', contents: { cells: { b: '3' } }, result: '3' },
]
