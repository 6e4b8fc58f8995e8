import type { Scheme, Table } from '../../../../shared/scheme/scheme.ts'
import { statutoryHead, unitNoteLine } from '../../../../shared/text/statutory-head.ts'

/** The number of lines at the left above a form's head: unit, its code or the number of units, period. */
export const leftLines = 3

/**
 * The lines at the right above a form's head: 表号, 制定机关 … 有效期至 from the scheme, 计量单位 last. At least as many as at
 * the left, so that a scheme without approval has its usual rows.
 */
export function rightLines(scheme: Scheme, table: Table): string[] {
  const head = statutoryHead(scheme, table, 'zh').map(({ label, value }) => `${label}：${value}`)
  return [...head, ...Array<string>(Math.max(0, leftLines - 1 - head.length)).fill(''), unitNoteLine(table, 'zh')]
}

/** The number of rows above the head of a form: its title and the lines below. */
export function leadRows(scheme: Scheme, table: Table): number {
  return 1 + rightLines(scheme, table).length
}
