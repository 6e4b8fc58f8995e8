import type { Scheme, Table } from '../../../shared/scheme/scheme.ts'
import { statutoryHead, unitNoteLine } from '../../../shared/text/statutory-head.ts'

/** What stands at the left of the last lines above a form's head: who, which code or how many units, and when. */
export const leftLines = 3

/**
 * What stands at the right above a form's head, a line each: 表号, 制定机关 … 有效期至 as far as the scheme says them,
 * 计量单位 last. As many lines as the left needs at least, so that a scheme without approval has the rows it always had.
 */
export function rightLines(scheme: Scheme, table: Table): string[] {
  const head = statutoryHead(scheme, table, 'zh').map(({ label, value }) => `${label}：${value}`)
  return [...head, ...Array<string>(Math.max(0, leftLines - 1 - head.length)).fill(''), unitNoteLine(table, 'zh')]
}

/** Rows above the head of a form: its title, then the lines under it. */
export function leadRows(scheme: Scheme, table: Table): number {
  return 1 + rightLines(scheme, table).length
}
