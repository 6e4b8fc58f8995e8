import { compare, type Decimal } from '../decimal/decimal.ts'
import type { Evaluation, Veto } from '../scheme/scheme.ts'

/**
 * The grade 等次 of a score, limited by vetoes (docs/decisions/evaluation.md).
 *
 * | vetoes that hold                  | grade                                                    |
 * |-----------------------------------|----------------------------------------------------------|
 * | none                              | the best whose threshold the score reaches               |
 * | one with a ceiling                | the same, but never better than the ceiling (最低者为准) |
 * | one whose effect is no grade      | that effect, whatever the score                          |
 *
 * A veto counts before the score is known. Null when there is neither score nor veto.
 */
export function gradeOf({ grades }: Evaluation, score: Decimal | null, vetoes: readonly Veto[]): string | null {
  const absolute = vetoes.find((veto) => veto.ceiling === null)
  if (absolute !== undefined) return absolute.effect
  const reached = score === null ? -1 : grades.findIndex((grade) => compare(score, grade.from) >= 0)
  const ceilings = vetoes.map((veto) => grades.findIndex((grade) => grade.title === veto.ceiling))
  return grades[Math.max(reached, ...ceilings)]?.title ?? null
}
