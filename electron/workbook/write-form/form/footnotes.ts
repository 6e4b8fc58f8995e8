import type { Check, Table } from '../../../../shared/scheme/scheme.ts'

/**
 * Lines printed under a table: its notes, the notes of its rows and columns, and its error rules among the unit's checks
 * (docs/design/domain.md: Statutory form).
 */
export function footnotesOf(table: Table, checks: readonly Check[]): string[] {
  const leaves = [...(table.kind === 'grid' ? table.leafRows : []), ...table.leafColumns]
  const remarks = leaves.filter((leaf) => leaf.note !== '').map((leaf) => `${leaf.title}（${leaf.code}）：${leaf.note}`)
  const notes = numbered('注：', [...table.notes, ...remarks])
  const rules = checks.filter((check) => check.table === table.code && check.level === 'error')
  return [
    ...notes,
    ...numbered(
      '审核关系：',
      rules.map((check) => (check.message === '' ? check.source : `${check.source}（${check.message}）`)),
    ),
  ]
}

function numbered(lead: string, texts: readonly string[]): string[] {
  if (texts.length === 0) return []
  if (texts.length === 1) return [`${lead}${texts[0] ?? ''}`]
  return [lead, ...texts.map((text, index) => `${index + 1}. ${text}`)]
}
