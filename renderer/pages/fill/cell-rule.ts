import { cellTypes } from '../../../shared/cell-types/cell-types.ts'
import type { Cell } from '../../../shared/scheme/scheme.ts'
import type { Lang } from '../../../shared/words.ts'
import { fillText } from '../../text/fill.ts'

/** The rule for entries in a cell that is not computed, in words: 「0–99,999 整数」. */
export function ruleOfCell(cell: Cell, lang: Lang): string {
  const t = fillText[lang]
  if (cell.state === 'blocked') return t.blocked
  const rule = cellTypes[cell.type].rule[lang](cell)
  return cell.required ? `${rule}，${t.required}` : rule
}
