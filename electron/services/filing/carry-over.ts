import type { CarriedCells } from '../../../shared/api/filing.ts'
import { carriedOver, originPeriod, originSchemes } from '../../../shared/filing/carry-over.ts'
import { filingSource } from '../../../shared/filing/compute.ts'
import { toWire } from '../../../shared/filing/facts.ts'
import { parametersInForce } from '../../../shared/period/period.ts'
import { withLocalValues } from '../../../shared/period/local-values.ts'
import { tablesOf } from '../../../shared/scheme/conditions.ts'
import { unitAttribute, type Unit } from '../../../shared/unit/unit.ts'
import { tableOf, type UnitCode } from '../../../shared/words.ts'
import { timestamp } from '../../machine/clock.ts'
import { appendAudit, factText } from '../../store/audit.ts'
import { write, type WritableDb } from '../../store/db.ts'
import { readFacts, writeFact } from '../../store/facts.ts'
import { changeFiling, findFiling } from '../../store/filings.ts'
import { readLocalValues } from '../../store/parameters.ts'
import { readRefused } from '../../store/refused.ts'
import { readScheme } from '../../store/schemes.ts'
import { listTasks, type Task } from '../../store/tasks.ts'
import { openForEntry } from './enter-facts.ts'
import { loadScheme } from '../scheme/schemes.ts'
import { unitOf, type Session } from '../workspace/session.ts'

/**
 * Fills a unit's blank cells from the same unit's filings, drafts included, under other schemes of this workspace
 * (shared/filing/carry-over.ts). Entered facts and refused texts stay; each filled cell is audited with its source. `missing` names
 * the schemes without a fitting task.
 */
export function carryOver(session: Session, code: UnitCode): CarriedCells {
  const at = timestamp(session.workspace.clock)
  return write(session.workspace.db, (db) => {
    const unit = unitOf(db, code)
    const result: CarriedCells = { filled: [], from: [], missing: [], at }
    for (const id of originSchemes(session.scheme)) {
      const task = originTask(session, db, id)
      if (task === null) result.missing.push(id)
      else fill(session, db, unit, task, result)
    }
    return result
  })
}

function originTask(session: Session, db: WritableDb, scheme: string): Task | null {
  const tasks = listTasks(db).filter((task) => task.scheme === scheme)
  const period = originPeriod(
    session.task.period,
    tasks.map((task) => task.period),
  )
  return tasks.find((task) => task.period === period) ?? null
}

function fill(session: Session, db: WritableDb, unit: Unit, task: Task, result: CarriedCells): void {
  const kept = readScheme(db, task.scheme, task.version)
  const held = findFiling(db, task.id, unit.code)
  if (kept === null) return
  const { scheme } = loadScheme(kept.text, `${kept.id}.yaml`)
  result.from.push({ scheme: scheme.id, title: scheme.title, period: task.period })
  if (held === null) return
  const parameters = parametersInForce(withLocalValues(scheme.parameters, readLocalValues(db, scheme.id)), task.period)
  const source = filingSource(scheme, readFacts(db, held.id), { unit: (name) => unitAttribute(unit, name), parameters, prior: null })
  const filed = new Set(tablesOf(session.scheme, unit).map((table) => table.code))
  const own = findFiling(db, session.task.id, unit.code)
  const taken = new Set(own === null ? [] : [...readFacts(db, own.id).keys(), ...readRefused(db, own.id).keys()])
  const carried = [...carriedOver(session.scheme, scheme, source.cell)].filter(([ref]) => filed.has(tableOf(ref)) && !taken.has(ref))
  if (carried.length === 0) return
  const filing = openForEntry(session, db, unit.code)
  for (const [ref, fact] of carried) {
    const from = `${scheme.id}:${session.scheme.cells.get(ref)?.from?.cell ?? ''}`
    writeFact(db, filing.id, ref, fact)
    appendAudit(db, {
      at: result.at,
      by: session.owner.name,
      action: 'carry-over',
      task: session.task.id,
      unit: unit.code,
      cell: ref,
      before: null,
      after: factText(fact),
      detail: { from, period: task.period },
    })
    result.filled.push({ cell: ref, fact: toWire(fact), from })
  }
  changeFiling(db, filing.id, { changedAt: result.at })
}
