import type { Finding } from '../../../shared/check/findings.ts'
import type { DemoCounty } from '../../../shared/demo/county.ts'
import { parseCellRef } from '../../../shared/words.ts'
import { checkTotals } from '../check-county.ts'
import { consolidateGroup, indicatorsBy } from '../consolidate.ts'
import { evaluateCounty } from '../evaluate.ts'
import type { Session } from '../session.ts'

/** A published figure beside the computed one; `same` compares them as printed. */
export type ComparedFigure = { code: string; published: string; computed: string; same: boolean }
export type FoundConflict = { check: string; what: string; found: boolean; message: string }

/** Holds what a county computes against what its report published: totals, indicators, scores. */
export function compareFigures(session: Session, county: DemoCounty): ComparedFigure[] {
  const tables = consolidateGroup(session, 'county', undefined).tables
  const totals = county.published.totals.map(({ name, value, cell }) => {
    const parts = parseCellRef(cell)
    const computed = parts === null ? undefined : tables[parts.table]?.[`${parts.row}.${parts.column}`]
    return figure(name, value, computed ?? '—')
  })
  const computed = indicatorsBy(session, 'county')[0]?.indicators ?? {}
  const indicators = Object.entries(county.published.indicators).map(([code, value]) => figure(code, value, computed[code]?.shown ?? '—'))
  const evaluation = evaluateCounty(session)
  const items = Object.entries(county.published.evaluation.items).map(([title, value]) => figure(`评价·${title}`, value, evaluation.items.find((item) => item.title === title)?.score ?? '—'))
  return [
    ...totals,
    ...indicators,
    figure('评价·满分', county.published.evaluation.full, evaluation.full),
    figure('评价·自评得分', county.published.evaluation.self, evaluation.score ?? '—'),
    ...items,
  ]
}

function figure(code: string, published: string, computed: string): ComparedFigure {
  return { code, published, computed, same: published === computed }
}

/** The contradictions of the published report, each with the finding that names it. */
export function findConflicts(session: Session, county: DemoCounty): { conflicts: FoundConflict[]; others: Finding[] } {
  const findings = checkTotals(session)
  const wanted = new Set(county.published.conflicts.map((conflict) => conflict.check))
  return {
    conflicts: county.published.conflicts.map(({ check, what }) => {
      const finding = findings.find((one) => one.check === check)
      return { check, what, found: finding !== undefined, message: finding === undefined ? '' : `${finding.message.zh}。${finding.because}` }
    }),
    others: findings.filter((finding) => !wanted.has(finding.check) && !finding.explained),
  }
}
