import type { Balance, MoneyUnit } from '../consolidation/money.ts'
import { display, patternFor } from '../decimal/display.ts'
import { parseCellRef, type CellRef, type Lang } from '../words.ts'

/** How a summary in a coarser unit says so, on its cover and above its tables. */
export function moneySentence(unit: MoneyUnit, lang: Lang): string {
  return lang === 'zh'
    ? `金额以${unit}列示，四舍五入到两位小数；为使分项之和等于合计而调整的数，列在表下“舍位平衡”中。`
    : `Money is shown in ${unit}, rounded to two decimals; figures adjusted so that the parts add up to the total are listed below each table.`
}

/** What was adjusted in a table so that the printed parts add up, and what could not be; empty when rounding broke nothing. */
export function balanceLines({ adjustments, unbalanced }: Balance, lang: Lang): string[] {
  const zh = lang === 'zh'
  const pattern = patternFor({ decimals: 2, grouping: true })
  const moved = adjustments.map(
    ({ key, rounded, adjusted }) => `${place(key, lang)} ${display(rounded, pattern)} → ${display(adjusted, pattern)}`,
  )
  const open = unbalanced.map((key) => place(key, lang))
  return [
    ...(moved.length === 0
      ? []
      : [
          zh
            ? `为使分项之和等于合计，下列各数不按四舍五入列示：${moved.join('；')}。`
            : `Not rounded plainly, so that the parts add up to the total: ${moved.join('; ')}.`,
        ]),
    ...(open.length === 0
      ? []
      : [
          zh
            ? `下列合计与其分项之和因四舍五入相差，未能调平：${open.join('；')}。`
            : `Differs from the sum of its parts by rounding: ${open.join('; ')}.`,
        ]),
  ]
}

function place(ref: CellRef, lang: Lang): string {
  const { row = '', column = '' } = parseCellRef(ref) ?? {}
  return lang === 'zh' ? `行(${row})列(${column})` : `row (${row}) column (${column})`
}
