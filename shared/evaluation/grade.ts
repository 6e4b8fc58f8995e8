import { compare, type Decimal } from '../decimal/decimal.ts'
import type { Evaluation, Veto } from '../scheme/scheme.ts'

/**
 * Returns the grade 等次 of a score, limited by vetoes (docs/decisions/evaluation.md).
 *
 * | vetoes                | grade                                                    |
 * |-----------------------|----------------------------------------------------------|
 * | none                  | the best grade with a threshold up to the score          |
 * | one with a ceiling    | the same, but never better than the ceiling (最低者为准) |
 * | one without a ceiling | the veto's effect, for every score                       |
 *
 * A veto counts before the score is known. Null without score and veto.
 */
export function gradeOf({ grades }: Evaluation, score: Decimal | null, vetoes: readonly Veto[]): string | null {
  const absolute = vetoes.find((veto) => veto.ceiling === null)
  if (absolute !== undefined) return absolute.effect
  const reached = score === null ? -1 : grades.findIndex((grade) => compare(score, grade.from) >= 0)
  const ceilings = vetoes.map((veto) => grades.findIndex((grade) => grade.title === veto.ceiling))
  return grades[Math.max(reached, ...ceilings)]?.title ?? null
}
