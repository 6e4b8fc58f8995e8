import { compare } from '../decimal/decimal.ts'
import type { ScoredItem } from './score.ts'

/** What is still missing at an item: its score, the reason of a deduction, the evidence that it asks for. */
export type ItemFlag = 'unscored' | 'reason-missing' | 'evidence-missing'

/** The flags of one item; a parent has none of its own. `evidence` are the codes of the items that evidence is on file for. */
export function flagsOf({ item, score, reason }: ScoredItem, evidence: ReadonlySet<string>): ItemFlag[] {
  if (item.items.length > 0) return []
  const flags: ItemFlag[] = []
  if (score === null) flags.push('unscored')
  else if (needsReason(score, item.points) && reason.trim() === '') flags.push('reason-missing')
  if (item.evidence && !evidence.has(item.code)) flags.push('evidence-missing')
  return flags
}

/** Whether a score is a deduction 扣分, which needs a written reason. */
export function needsReason(score: NonNullable<ScoredItem['score']>, points: NonNullable<ScoredItem['score']>): boolean {
  return compare(score, points) < 0
}
