import type { GroupTotals } from '../../../shared/api/consolidation.ts'
import { cellTitle } from '../../../shared/scheme/cells.ts'
import { groupTitle } from '../../../shared/text/group-title.ts'
import type { Session } from '../workspace/session.ts'

/**
 * The totals as CSV: one line per group and cell, in UTF-8 with a byte order mark, so that Excel reads Chinese. A text that begins
 * like a formula stays text (docs/design/promises.md: Promise 7).
 */
export function summaryCsv(session: Session, groups: readonly GroupTotals[]): string {
  const lines = [['分组', '已报', '应报', '报表', '单元格', '名称', '数值']]
  for (const group of groups) {
    for (const [table, cells] of Object.entries(group.tables)) {
      for (const [place, value] of Object.entries(cells)) {
        const ref = `${table}.${place}`
        lines.push([
          groupTitle(group.title, 'zh'),
          String(group.units.filed),
          String(group.units.expected),
          table,
          ref,
          cellTitle(session.scheme, ref),
          value,
        ])
      }
    }
  }
  return `\uFEFF${lines.map((line) => line.map(field).join(',')).join('\r\n')}\r\n`
}

function field(text: string): string {
  const isNumber = /^-?\d+(\.\d+)?$/.test(text)
  const plain = !isNumber && /^\s*[=+\-@＝＋－＠]|^[\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
