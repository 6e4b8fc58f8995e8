import type { RoundingSentences } from '../sentences.ts'

export const roundingNotes: RoundingSentences = {
  shownIn: (unit) => `金额以${unit}列示，四舍五入到两位小数；为使分项之和等于合计而调整的数，列在表下“舍位平衡”中。`,
  place: (row, column) => `行(${row})列(${column})`,
  moved: (figures) => `为使分项之和等于合计，下列各数不按四舍五入列示：${figures.join('；')}。`,
  open: (cells) => `下列合计与其分项之和因四舍五入相差，未能调平：${cells.join('；')}。`,
}
