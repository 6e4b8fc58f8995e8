import type { GroupTotals, ItemScore } from '../../../shared/api/consolidation.ts'
import type { Finding } from '../../../shared/check/findings.ts'
import type { DemoCounty } from '../../../shared/demo/county.ts'
import { findingSentence } from '../../../shared/text/finding-sentence.ts'
import { parseCellRef } from '../../../shared/words.ts'
import { checkEverything } from '../check-county.ts'
import { consolidate, indicatorsBy } from '../consolidate.ts'
import { evaluateCounty } from '../evaluate.ts'
import type { Session } from '../session.ts'

/** A published figure beside the computed one; `same` compares them as printed. */
export type ComparedFigure = { code: string; published: string; computed: string; same: boolean }
export type FoundConflict = { check: string; what: string; found: boolean; message: string }

/** Holds what a county computes against what its report published: totals, indicators, scores. */
export function compareFigures(session: Session, county: DemoCounty): ComparedFigure[] {
  const levels = new Map<string, GroupTotals[]>()
  const totals = county.published.totals.map(({ name, value, cell, by = 'county', group }) => {
    const parts = parseCellRef(cell)
    const groups = levels.get(by) ?? consolidate(session, by)
    levels.set(by, groups)
    const tables = groups.find((one) => group === undefined || one.key === group)?.tables
    const computed = parts === null ? undefined : tables?.[parts.table]?.[`${parts.row}.${parts.column}`]
    return figure(name, value, computed ?? '—')
  })
  const computed = indicatorsBy(session, 'county')[0]?.indicators ?? {}
  const indicators = Object.entries(county.published.indicators).map(([code, value]) => figure(code, value, computed[code]?.shown ?? '—'))
  return [...totals, ...indicators, ...compareEvaluation(session, county)]
}

function compareEvaluation(session: Session, county: DemoCounty): ComparedFigure[] {
  const { evaluation: published } = county.published
  if (published === null) return []
  const computed = evaluateCounty(session)
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

/** The contradictions of the published report, each with the finding that names it, in the totals or in a unit's own filing. */
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
