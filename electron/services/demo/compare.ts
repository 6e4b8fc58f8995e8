import type { EvaluationView, ItemScore } from '../../../shared/api/consolidation.ts'
import type { Grouping } from '../../../shared/consolidation/grouping.ts'
import type { Finding } from '../../../shared/check/findings.ts'
import type { DemoCounty } from '../../../shared/demo/county.ts'
import { fail } from '../../../shared/problem.ts'
import { findingSentence } from '../../../shared/text/finding-sentence.ts'
import { parseCellRef } from '../../../shared/words.ts'
import { read } from '../../store/db.ts'
import { checkEverything } from '../totals/check-county.ts'
import { indicatorsOf, totalsOf } from '../totals/consolidate.ts'
import { evaluationOf } from '../evaluation/evaluate.ts'
import { levelsOf, needsUnits } from '../totals/levels.ts'
import type { Session } from '../workspace/session.ts'

/** A published figure beside the computed one; `same` compares them as printed. */
export type ComparedFigure = { code: string; published: string; computed: string; same: boolean }
export type FoundConflict = { check: string; what: string; found: boolean; message: string }

/** Compares a county's computed totals, indicators and scores with the published ones; a missing figure is `—`. */
export function compareWithPublished(session: Session, county: DemoCounty): ComparedFigure[] {
  const groupings = new Set<Grouping>(['county', ...county.published.totals.map(({ by = 'county' }) => by)])
  const {
    groups,
    indicators: computed,
    evaluation,
  } = read(session.workspace.db, (db) => {
    const levels = new Map([...groupings].map((by) => [by, levelsOf(session, db, { by, acrossUnits: needsUnits(session.scheme) })]))
    const whole = levels.get('county')?.[0] ?? fail('task-missing', {})
    return {
      groups: new Map([...levels].map(([by, of]) => [by, of.map(totalsOf)])),
      indicators: indicatorsOf(session, whole).indicators,
      evaluation: evaluationOf(session, db, whole),
    }
  })
  const totals = county.published.totals.map(({ name, value, cell, by = 'county', group }) => {
    const parts = parseCellRef(cell)
    const tables = groups.get(by)?.find((one) => group === undefined || one.key === group)?.tables
    const total = parts === null ? undefined : tables?.[parts.table]?.[`${parts.row}.${parts.column}`]
    return figure(name, value, total ?? '—')
  })
  const indicators = Object.entries(county.published.indicators).map(([code, value]) => figure(code, value, computed[code]?.shown ?? '—'))
  return [...totals, ...indicators, ...compareEvaluation(evaluation, county)]
}

function compareEvaluation(computed: EvaluationView, county: DemoCounty): ComparedFigure[] {
  const { evaluation: published } = county.published
  if (published === null) return []
  const items = new Map(
    everyItem(computed.items).flatMap(
      (item) =>
        [
          [item.title, item.score],
          [item.code, item.score],
        ] as const,
    ),
  )
  return [
    figure('评价·满分', published.full, computed.full),
    figure('评价·自评得分', published.self, computed.score ?? '—'),
    ...(published.grade === undefined ? [] : [figure('评价·等级', published.grade, computed.grade ?? '—')]),
    ...Object.entries(published.items).map(([item, value]) => figure(`评价·${item}`, value, items.get(item) ?? '—')),
  ]
}

function everyItem(items: readonly ItemScore[]): ItemScore[] {
  return items.flatMap((item) => [item, ...everyItem(item.items)])
}

function figure(code: string, published: string, computed: string): ComparedFigure {
  return { code, published, computed, same: published === computed }
}

/** The known contradictions of the published report, each with its finding; `others` are the other unexplained findings. */
export function findConflicts(session: Session, county: DemoCounty): { conflicts: FoundConflict[]; others: Finding[] } {
  const findings = checkEverything(session)
  const wanted = new Set(county.published.conflicts.map((conflict) => conflict.check))
  return {
    conflicts: county.published.conflicts.map(({ check, what }) => {
      const finding = findings.find((one) => one.check === check)
      return {
        check,
        what,
        found: finding !== undefined,
        message: finding === undefined ? '' : `${findingSentence(session.scheme, finding, 'zh')}。${finding.because}`,
      }
    }),
    others: findings.filter((finding) => !wanted.has(finding.check) && !finding.explained),
  }
}
