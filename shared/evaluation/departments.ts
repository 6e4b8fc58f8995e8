import { add, type Decimal } from '../decimal/decimal.ts'
import type { EvaluationItem } from '../scheme/scheme.ts'
import type { ScoredItem } from './score.ts'

/** The items of one department 责任单位, led (`leads`) or joined (`joins`). */
export type Answering = {
  department: string
  leads: readonly string[]
  joins: readonly string[]
  /** Points and score of the led items; the score is null while a led item has no score. */
  points: Decimal
  score: Decimal | null
  /** The earliest deadline (MM-DD) of the led items. */
  deadline: string | null
}

type Draft = { -readonly [Key in keyof Answering]: Answering[Key] } & { leads: string[]; joins: string[] }

/**
 * Returns the items by department, in the order of the departments' first items. The first department of an item leads the item.
 * A child without departments or deadline has its parent's.
 */
export function answeringOf(items: readonly ScoredItem[]): Answering[] {
  const found = new Map<string, Draft>()
  for (const { scored, responsible, deadline } of leaves(items, [], null)) {
    responsible.forEach((department, index) => {
      const answering = found.get(department) ?? { department, leads: [], joins: [], points: 0, score: 0, deadline: null }
      found.set(department, answering)
      if (index === 0) lead(answering, scored, deadline)
      else answering.joins.push(scored.item.code)
    })
  }
  return [...found.values()]
}

function lead(answering: Draft, { item, score }: ScoredItem, deadline: string | null): void {
  answering.leads.push(item.code)
  answering.points = add(answering.points, item.points)
  answering.score = answering.score === null || score === null ? null : add(answering.score, score)
  if (deadline !== null && (answering.deadline === null || deadline < answering.deadline)) answering.deadline = deadline
}

type Leaf = { scored: ScoredItem; responsible: readonly string[]; deadline: string | null }

function leaves(items: readonly ScoredItem[], inherited: readonly string[], above: string | null): Leaf[] {
  return items.flatMap((scored): Leaf[] => {
    const responsible = own(scored.item, inherited)
    const deadline = scored.item.deadline ?? above
    return scored.items.length === 0 ? [{ scored, responsible, deadline }] : leaves(scored.items, responsible, deadline)
  })
}

function own(item: EvaluationItem, inherited: readonly string[]): readonly string[] {
  return item.responsible.length > 0 ? item.responsible : inherited
}

/**
 * True when `day` (YYYY-MM-DD), the day of filing or today before filing, is after the department's deadline.
 * The deadline is in the period's year (for a school year, the first year).
 */
export function isLate(deadline: string | null, period: string, day: string): boolean {
  return deadline !== null && day > `${period.slice(0, 4)}-${deadline}`
}
