import type { TenThousandths } from '../../../shared/decimal/decimal.ts'
import type { Facts } from '../../../shared/filing/facts.ts'
import { filingSource, type FilingContext, type FilingSource } from '../../../shared/filing/compute.ts'
import { parametersInForce, priorPeriod } from '../../../shared/period/period.ts'
import { ownValuesInForce, withLocalValues, type OwnValue } from '../../../shared/period/local-values.ts'
import { fail } from '../../../shared/problem.ts'
import type { Scheme } from '../../../shared/scheme/scheme.ts'
import { unitAttribute, unitWith, type Unit } from '../../../shared/unit/unit.ts'
import { parseTaskKey, taskKey, type TaskKey, type UnitCode } from '../../../shared/words.ts'
import { read, type ReadableDb } from '../../store/db.ts'
import { readFacts } from '../../store/facts.ts'
import { findFiling, type FilingStatus } from '../../store/filings.ts'
import type { Workspace } from '../../store/open.ts'
import { readLocalValues } from '../../store/parameters.ts'
import { readScheme } from '../../store/schemes.ts'
import { readSettings, type Settings } from '../../store/settings.ts'
import { findTask, listTasks, readTask, type Task } from '../../store/tasks.ts'
import { listUnits, readUnit } from '../../store/units.ts'
import { loadScheme } from '../scheme/schemes.ts'

/** An open workspace joined with one of its tasks; read anew for each request or command. Every service takes a session. */
export type Session = {
  workspace: Workspace
  settings: Settings
  task: Task
  scheme: Scheme
  schemeText: string
  schemeFile: string
  schemeDigest: string
  owner: Unit
  /** Parameters in force in the task's period. */
  parameters: ReadonlyMap<string, TenThousandths>
  /** The values in force that this workspace has of its own: set here, or adopted from its collector. */
  ownValues: readonly OwnValue[]
  priorTask: Task | null
  priorParameters: ReadonlyMap<string, TenThousandths>
}

/**
 * Joins a workspace with one of its tasks. Fails with `task-unknown`, with `scheme-invalid` when the kept scheme no longer loads, or
 * with `task-missing` when the scheme is not kept.
 */
export function sessionOf(workspace: Workspace, key: TaskKey): Session {
  return read(workspace.db, (db) => {
    const named = parseTaskKey(key)
    const task = named === null ? null : findTask(db, named.scheme, named.period)
    return joined(workspace, db, task ?? fail('task-unknown', { task: key }))
  })
}

/** Joins a workspace with the task of a key, or of a period that only one task has. Fails as sessionOf does, naming the known tasks. */
export function sessionNamed(workspace: Workspace, named: string): Session {
  const tasks = read(workspace.db, listTasks)
  const known = tasks.map(taskKey)
  const ofPeriod = tasks.filter(({ period }) => period === named)
  const key = ofPeriod.length === 1 ? taskKey(ofPeriod[0]!) : named
  return known.includes(key) ? sessionOf(workspace, key) : fail('task-unknown', { task: named, known })
}

/** Joins a workspace with its last used task. Fails with `task-missing` or `scheme-invalid`. */
export function lastSession(workspace: Workspace): Session {
  return read(workspace.db, (db) => {
    const { task } = readSettings(db)
    return joined(workspace, db, (task === null ? null : readTask(db, task)) ?? fail('task-missing', {}))
  })
}

/** Reads a session again, after a change to the workspace. */
export function sessionAnew({ workspace, task }: Session): Session {
  return sessionOf(workspace, taskKey(task))
}

/** The owner of a workspace, from the roster; only code and name when the roster does not have the unit. */
export function readOwner(db: ReadableDb, { unit, name }: Settings): Unit {
  return readUnit(db, unit) ?? unitWith({ code: unit, name })
}

function joined(workspace: Workspace, db: ReadableDb, task: Task): Session {
  const settings = readSettings(db)
  const kept = readScheme(db, task.scheme, task.version) ?? fail('task-missing', {})
  const { scheme, text, digest } = loadScheme(kept.text, `${kept.id}.yaml`)
  const before = priorPeriod(task.period, scheme.period)
  const local = readLocalValues(db, scheme.id)
  const parameters = withLocalValues(scheme.parameters, local)
  return {
    workspace,
    settings,
    task,
    scheme,
    schemeText: text,
    schemeFile: `${kept.id}.yaml`,
    schemeDigest: digest,
    owner: readOwner(db, settings),
    parameters: parametersInForce(parameters, task.period),
    ownValues: ownValuesInForce(scheme.parameters, local, task.period),
    priorTask: findTask(db, task.scheme, before),
    priorParameters: parametersInForce(parameters, before),
  }
}

/** Returns a unit of the roster; fails with `unit-unknown` naming the nearest code. */
export function unitOf(db: ReadableDb, code: UnitCode): Unit {
  return readUnit(db, code) ?? fail('unit-unknown', { unit: code, nearest: nearestUnit(db, code) })
}

function nearestUnit(db: ReadableDb, code: string): UnitCode | null {
  const units = listUnits(db)
  return (
    units.find((unit) => unit.name === code)?.code ??
    units.find((unit) => unit.code.startsWith(code) || code.startsWith(unit.code))?.code ??
    null
  )
}

/** The unit's facts of the period before; null when it has no filing there. */
export function priorFacts(session: Session, db: ReadableDb, unit: UnitCode): Facts | null {
  if (session.priorTask === null) return null
  const filing = findFiling(db, session.priorTask.id, unit)
  return filing === null ? null : readFacts(db, filing.id)
}

/** The values that a unit's formulas use besides its cells. */
function unitContext(session: Session, unit: Unit, prior: Facts | null): FilingContext {
  return {
    unit: (attribute) => unitAttribute(unit, attribute),
    parameters: session.parameters,
    prior: prior === null ? null : { facts: prior, parameters: session.priorParameters },
  }
}

/** A unit's cells for checks and formulas, computed ones included. */
export function unitSource(session: Session, unit: Unit, facts: Facts, prior: Facts | null): FilingSource {
  return filingSource(session.scheme, facts, unitContext(session, unit, prior))
}

/** The statuses of the filings that count in totals; a draft does not count. */
export const countedStatuses: readonly FilingStatus[] = ['signed', 'received', 'returned']
