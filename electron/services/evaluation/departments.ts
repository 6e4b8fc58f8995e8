import type { EvaluationView } from '../../../shared/api/consolidation.ts'
import { toText } from '../../../shared/decimal/decimal.ts'
import { answeringOf, isLate } from '../../../shared/evaluation/departments.ts'
import type { ScoredItem } from '../../../shared/evaluation/score.ts'
import type { Unit } from '../../../shared/unit/unit.ts'
import { timestamp } from '../../machine/clock.ts'
import type { ReadableDb } from '../../store/db.ts'
import { findFiling, type Filing } from '../../store/filings.ts'
import { listUnits } from '../../store/units.ts'
import { countedStatuses, type Session } from '../workspace/session.ts'

/**
 * Lists the items of each responsible department, with its unit in the roster and its filing day. The department 财政局 of the scheme
 * is the unit 刚察县财政局, because schemes are written without the county's name.
 */
export function departmentsOf(session: Session, db: ReadableDb, items: readonly ScoredItem[]): EvaluationView['departments'] {
  const units = listUnits(db)
  const today = timestamp(session.workspace.clock).slice(0, 10)
  return answeringOf(items).map((answering) => {
    const unit = unitNamed(units, answering.department)
    const filing = unit === null ? null : findFiling(db, session.task.id, unit.code)
    const filedOn = filing === null ? null : dayFiled(filing)
    return {
      department: answering.department,
      unit: unit?.code ?? null,
      leads: [...answering.leads],
      joins: [...answering.joins],
      points: toText(answering.points),
      score: answering.score === null ? null : toText(answering.score),
      deadline: answering.deadline,
      filedOn,
      late: isLate(answering.deadline, session.task.period, filedOn ?? today),
    }
  })
}

/** The day on which a filing was handed over; null for a draft. */
function dayFiled({ status, reportedOn, signedAt, changedAt }: Filing): string | null {
  if (!countedStatuses.includes(status)) return null
  return reportedOn ?? signedAt?.slice(0, 10) ?? changedAt?.slice(0, 10) ?? null
}

function unitNamed(units: readonly Unit[], department: string): Unit | null {
  return units.find((unit) => unit.name === department) ?? units.find((unit) => unit.name.endsWith(department)) ?? null
}
