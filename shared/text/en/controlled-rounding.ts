import type { RoundingSentences } from '../sentences.ts'

export const roundingNotes: RoundingSentences = {
  shownIn: (unit) =>
    `Money is shown in ${unit}, rounded to two decimals; figures adjusted so that the parts add up to the total are listed below each table.`,
  place: (row, column) => `row (${row}) column (${column})`,
  moved: (figures) => `Not rounded plainly, so that the parts add up to the total: ${figures.join('; ')}.`,
  open: (cells) => `Differs from the sum of its parts by rounding: ${cells.join('; ')}.`,
}
