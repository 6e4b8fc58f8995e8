import { compare } from '../decimal/decimal.ts'
import type { ScoredItem } from './score.ts'

/** A missing part of an item: its score, the reason of a deduction, or the required evidence. */
export type ItemFlag = 'unscored' | 'reason-missing' | 'evidence-missing'

/** Returns the flags of one item; a parent item has none. `evidence` holds the codes of the items with evidence on file. */
export function flagsOf({ item, score, reason }: ScoredItem, evidence: ReadonlySet<string>): ItemFlag[] {
  if (item.items.length > 0) return []
  const flags: ItemFlag[] = []
  if (score === null) flags.push('unscored')
  else if (needsReason(score, item.points) && reason.trim() === '') flags.push('reason-missing')
  if (item.evidence && !evidence.has(item.code)) flags.push('evidence-missing')
  return flags
}

/** True when a score is a deduction 扣分, which needs a written reason. */
export function needsReason(score: NonNullable<ScoredItem['score']>, points: NonNullable<ScoredItem['score']>): boolean {
  return compare(score, points) < 0
}
