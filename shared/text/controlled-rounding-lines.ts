import type { RoundingAdjustments, MoneyUnit } from '../consolidation/money.ts'
import { display, patternFor } from '../decimal/display.ts'
import { parseCellRef, type CellRef } from '../words.ts'
import { languages, type LanguageCode } from './languages.ts'

/** The sentence on a summary's cover and above its tables that names a coarser money unit. */
export function moneySentence(unit: MoneyUnit, language: LanguageCode): string {
  return languages[language].sentences.rounding.shownIn(unit)
}

/** The lines on figures adjusted so that the printed parts add up, and on totals left open; empty when rounding broke no sum. */
export function controlledRoundingLines({ adjustments, unbalanced }: RoundingAdjustments, language: LanguageCode): string[] {
  const said = languages[language].sentences.rounding
  const place = (ref: CellRef): string => {
    const { row = '', column = '' } = parseCellRef(ref) ?? {}
    return said.place(row, column)
  }
  const pattern = patternFor({ decimals: 2, grouping: true })
  const moved = adjustments.map(
    ({ key, rounded, adjusted }) => `${place(key)} ${display(rounded, pattern)} → ${display(adjusted, pattern)}`,
  )
  return [...(moved.length === 0 ? [] : [said.moved(moved)]), ...(unbalanced.length === 0 ? [] : [said.open(unbalanced.map(place))])]
}
