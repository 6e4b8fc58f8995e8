import type { ConditionalFormattingRule } from 'exceljs'
import { cellFill } from './styles.ts'

/** A conditional format that colours a cell while a formula is true; a lower priority number wins. */
export function failureRule(test: string, background: string, ink: string, priority: number): ConditionalFormattingRule {
  const pattern = { ...cellFill(background), bgColor: { argb: background } }
  return { type: 'expression', formulae: [test], priority, style: { fill: pattern, font: { color: { argb: ink }, bold: true } } }
}
