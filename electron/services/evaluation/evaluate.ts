import type { EvaluationView, ItemScore } from '../../../shared/api/consolidation.ts'
import { compare, fromText, toText, toTenThousandths, type Decimal } from '../../../shared/decimal/decimal.ts'
import { findItem } from '../../../shared/evaluation/find-item.ts'
import { flagsOf, needsReason } from '../../../shared/evaluation/flags.ts'
import { scoreEvaluation, type ScoredItem } from '../../../shared/evaluation/score.ts'
import { fail } from '../../../shared/problem.ts'
import type { EvaluationItem } from '../../../shared/scheme/scheme.ts'
import { timestamp } from '../../machine/clock.ts'
import { appendAudit } from '../../store/audit.ts'
import { read, write, type ReadableDb } from '../../store/db.ts'
import { listEvidence } from '../../store/evidence.ts'
import { readScores, writeScore } from '../../store/scores.ts'
import { departmentsOf } from './departments.ts'
import { countyLevel, type Level } from '../totals/levels.ts'
import type { Session } from '../workspace/session.ts'

/** Scores the evaluation 评价 on the county's totals; no items for a scheme without an evaluation. */
export function evaluateCounty(session: Session): EvaluationView {
  if (session.scheme.evaluation === null) return nothingScored()
  return read(session.workspace.db, (db) => evaluationOf(session, db, countyLevel(session, db)))
}

/** Scores the evaluation on county totals that are already read. */
export function evaluationOf(session: Session, db: ReadableDb, county: Level): EvaluationView {
  const { evaluation } = session.scheme
  if (evaluation === null) return nothingScored()
  const scored = scoreEvaluation(evaluation, county.source, readScores(db, session.task.id))
  const evidence = new Set(listEvidence(db, session.task.id).flatMap(({ item, removedAt }) => (removedAt === null ? [item] : [])))
  return {
    full: toText(evaluation.full),
    score: scored.score === null ? null : toText(scored.score),
    grade: scored.grade,
    vetoes: [...scored.vetoes],
    items: scored.items.map((item) => viewOf(item, evidence)),
    departments: departmentsOf(session, db, scored.items),
  }
}

function nothingScored(): EvaluationView {
  return { full: '0', score: null, grade: null, vetoes: [], items: [], departments: [] }
}

function viewOf(scored: ScoredItem, evidence: ReadonlySet<string>): ItemScore {
  const { item, score, reason, items } = scored
  return {
    code: item.code,
    title: item.title,
    points: toText(item.points),
    score: score === null ? null : toText(score),
    reason,
    how: item.score.kind,
    explain: item.score.kind === 'formula' ? item.score.source : '',
    responsible: [...item.responsible],
    deadline: item.deadline,
    evidence: item.evidence,
    flags: flagsOf(scored, evidence),
    items: items.map((child) => viewOf(child, evidence)),
  }
}

/**
 * Enters a person's score for an item that is scored by hand; null removes the score. Fails with `item-unknown` for an item
 * that does not exist or is scored by formula, with `above-maximum`, `below-minimum` or `not-a-number` for the points,
 * and with `reason-missing` when the points are below the item's full points and no reason is given.
 */
export function enterScore(session: Session, code: string, points: string | null, reason: string, by: string): EvaluationView {
  const item = findItem(session.scheme.evaluation?.items ?? [], code)
  if (item === null || item.score.kind !== 'manual') return fail('item-unknown', { item: code })
  const value = points === null ? null : heldPoints(points, item)
  if (value !== null && needsReason(value, item.points) && reason.trim() === '')
    fail('reason-missing', { item: code, points: toText(item.points) })
  write(session.workspace.db, (db) => {
    const at = timestamp(session.workspace.clock)
    writeScore(db, session.task.id, code, value === null && reason === '' ? null : { points: value, reason, by, at })
    appendAudit(db, {
      at,
      by,
      action: 'score',
      task: session.task.id,
      unit: session.owner.code,
      cell: code,
      before: null,
      after: points,
      detail: { reason },
    })
  })
  return evaluateCounty(session)
}

function heldPoints(points: string, item: EvaluationItem): number {
  const decimal: Decimal | null = fromText(points.trim())
  const value = decimal === null ? null : toTenThousandths(decimal)
  if (value === null) return fail('not-a-number', { found: points, whole: false })
  if (compare(value, 0) < 0) return fail('below-minimum', { found: points, minimum: '0' })
  if (compare(value, item.points) > 0) return fail('above-maximum', { found: points, maximum: toText(item.points) })
  return value
}
