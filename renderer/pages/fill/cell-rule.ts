import { cellTypes } from '../../../shared/cell-types/cell-types.ts'
import type { Cell } from '../../../shared/scheme/scheme.ts'
import { useLanguage, useText } from '../../text/language.tsx'

/** Returns the function that words the allowed content of a cell that is not computed: 「0–99,999 整数」. */
export function useCellRule(): (cell: Cell) => string {
  const t = useText('fill')
  const { lang } = useLanguage()
  return (cell) => {
    if (cell.state === 'blocked') return t.blocked
    const rule = cellTypes[cell.type].rule[lang](cell)
    return cell.required ? `${rule}${t.comma}${t.required}` : rule
  }
}
