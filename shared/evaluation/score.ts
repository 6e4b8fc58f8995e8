import { add, compare, type Decimal, type TenThousandths } from '../decimal/decimal.ts'
import type { CellSource } from '../formula/bound/cell-source.ts'
import { evaluate } from '../formula/run/evaluate.ts'
import type { Evaluation, EvaluationItem } from '../scheme/scheme.ts'
import { afterDeduction, deductionsOf, type Deducted } from './deductions.ts'
import { gradeOf } from './grade.ts'

/** A score given by a person, with the reason of a deduction. */
export type ManualScore = { points: TenThousandths | null; reason: string }

export type ScoredItem = {
  item: EvaluationItem
  /** The item's score; null before a person scores the item, or when the item's formula gives no number. */
  score: Decimal | null
  reason: string
  items: readonly ScoredItem[]
}

export type ScoredEvaluation = {
  items: readonly ScoredItem[]
  /** The sum of the items' scores; null while an item has no score. */
  score: Decimal | null
  grade: string | null
  vetoes: readonly { code: string; text: string; effect: string }[]
}

/**
 * Scores an evaluation tree. A parent's score is the sum of its children. A formula's score is limited to 0 up to the item's
 * points. A manual item takes the person's score first, then its points after deductions, else null.
 * A veto with a true condition limits the grade (grade.ts).
 */
export function scoreEvaluation(evaluation: Evaluation, source: CellSource, manual: ReadonlyMap<string, ManualScore>): ScoredEvaluation {
  const scoring: Scoring = { source, manual, deductions: deductionsOf(evaluation, source) }
  const items = evaluation.items.map((item) => scoreItem(item, scoring))
  const score = sumOf(items)
  const holding = evaluation.vetoes.filter((veto) => veto.when !== null && evaluate(veto.when.bound, source) === true)
  return {
    items,
    score,
    vetoes: holding.map(({ code, text, effect }) => ({ code, text, effect })),
    grade: gradeOf(evaluation, score, holding),
  }
}

type Scoring = { source: CellSource; manual: ReadonlyMap<string, ManualScore>; deductions: ReadonlyMap<string, Deducted> | null }

function scoreItem(item: EvaluationItem, scoring: Scoring): ScoredItem {
  const { source, manual } = scoring
  const reason = manual.get(item.code)?.reason ?? ''
  switch (item.score.kind) {
    case 'sum': {
      const items = item.items.map((child) => scoreItem(child, scoring))
      return { item, score: sumOf(items), reason, items }
    }
    case 'manual':
      return { item, ...scoreByHand(item, scoring), items: [] }
    case 'formula': {
      const result = evaluate(item.score.bound, source)
      const points = result === null || typeof result === 'string' || typeof result === 'boolean' ? null : held(result, item.points)
      const short = points !== null && compare(points, item.points) < 0
      return { item, score: points, reason: reason || (short ? item.reason : ''), items: [] }
    }
  }
}

/** Returns the score of a manual item with its reason; the person's reason comes before the reason in the list of deductions. */
function scoreByHand(item: EvaluationItem, { manual, deductions }: Scoring): { score: Decimal | null; reason: string } {
  const given = manual.get(item.code)
  const said = given?.reason ?? ''
  if (given !== undefined && given.points !== null) return { score: given.points, reason: said }
  if (deductions !== null) {
    const deducted = deductions.get(item.code)
    return { score: afterDeduction(item.points, deducted), reason: said || (deducted?.reason ?? '') }
  }
  return { score: null, reason: said }
}

function held(score: Decimal, points: TenThousandths): Decimal {
  if (compare(score, 0) < 0) return 0
  return compare(score, points) > 0 ? points : score
}

function sumOf(items: readonly ScoredItem[]): Decimal | null {
  let total: Decimal = 0
  for (const item of items) {
    if (item.score === null) return null
    total = add(total, item.score)
  }
  return total
}
