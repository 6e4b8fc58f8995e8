import { toText } from '../../../shared/decimal/decimal.ts'
import type { Cell } from '../../../shared/scheme/scheme.ts'
import type { fill } from '../../text/fill.ts'
import { figureText } from '../../ui/figure.tsx'

/** What may be entered in a cell that is not computed, in words: 「0–99,999 整数」. */
export function ruleOfCell(cell: Cell, t: (typeof fill)['zh']): string {
  if (cell.state === 'blocked') return t.blocked
  const rule = ruleOfType(cell, t)
  return cell.required ? `${rule}，${t.required}` : rule
}

function ruleOfType(cell: Cell, t: (typeof fill)['zh']): string {
  switch (cell.type) {
    case 'integer':
    case 'decimal':
      return t.ruleNumber(
        cell.min === null ? '' : figureText(toText(cell.min)),
        cell.max === null ? '' : figureText(toText(cell.max)),
        cell.decimals,
      )
    case 'choice':
      return t.ruleChoice(cell.choices.join(' / '))
    case 'date':
      return t.ruleDate
    case 'text':
      return t.ruleText
  }
}
