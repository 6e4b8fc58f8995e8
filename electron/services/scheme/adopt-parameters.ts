import type { TakenBack } from '../../../shared/api/return-file.ts'
import type { OwnValues } from '../../../shared/api/parameters.ts'
import { toText, type TenThousandths } from '../../../shared/decimal/decimal.ts'
import { ownValuesInForce, withLocalValues } from '../../../shared/period/local-values.ts'
import { parametersInForce, priorPeriod } from '../../../shared/period/period.ts'
import { timestamp } from '../../machine/clock.ts'
import { appendAudit } from '../../store/audit.ts'
import type { ReadableDb, WritableDb } from '../../store/db.ts'
import { putLocalValue, readLocalValues, removeLocalValue, type LocalValue } from '../../store/parameters.ts'
import type { FromCollector } from '../../workbook/return.ts'
import { ownValuesOf } from './keep-parameters.ts'
import type { Session } from '../workspace/session.ts'

/** The parameters from a collector's workbook, and the version of the scheme that the workbook was written with. */
export type Brought = { sent: FromCollector; version: string }

/** The session after the future adoption of a workbook's parameters by `adoptParameters`; the same session when nothing changes. */
export function foreseeAdoption(session: Session, db: ReadableDb, brought: Brought): Session {
  const held = readLocalValues(db, session.scheme.id)
  const changes = changesBy(session, held, brought)
  if (changes.length === 0) return session
  const changed = new Set(changes.map(({ name }) => name))
  const local = [...held.filter(({ name }) => !changed.has(name)), ...changes.flatMap(({ next }) => next)]
  const parameters = withLocalValues(session.scheme.parameters, local)
  const { period } = session.task
  return {
    ...session,
    parameters: parametersInForce(parameters, period),
    ownValues: ownValuesInForce(session.scheme.parameters, local, period),
    priorParameters: parametersInForce(parameters, priorPeriod(period, session.scheme.period)),
  }
}

/**
 * Adopts the parameters of a collector's workbook for the task's period, in the workspace of the workbook's unit, so that unit and
 * collector compute and check the same. A unit that collects too (docs/design/words.md: Roles) passes them on with its own
 * workbooks. `session` still holds the old values.
 *
 * | collector's value                        | own value in force here afterwards                             |
 * |------------------------------------------|----------------------------------------------------------------|
 * | same as here                             | unchanged                                                      |
 * | its own, since a period                  | that value, since that period, with the collector's source     |
 * | the scheme's, and the value here is own  | none, so that the scheme's value holds again                   |
 * | none, and the scheme has none            | none, so that figures computed from it are blank here too      |
 * | none of these gives the value            | that value since the task's period, with the collector as source |
 *
 * Returns the changed values (`value` is '' for a removed one) and the values that undo the change; null when nothing changed.
 */
export function adoptParameters(
  session: Session,
  db: WritableDb,
  brought: Brought,
  file: { name: string; sha256: string },
): TakenBack['adopted'] {
  const { issuer } = brought.sent
  const changes = changesBy(session, readLocalValues(db, session.scheme.id), brought)
  if (changes.length === 0) return null
  const values: NonNullable<TakenBack['adopted']>['values'] = []
  const undo: OwnValues = {}
  for (const { name, before, value, held, next } of changes) {
    for (const { from } of held) removeLocalValue(db, session.scheme.id, name, from)
    for (const one of next) putLocalValue(db, session.scheme.id, one)
    const parameter = session.scheme.parameters.get(name)
    const now =
      value === null ? { value: '', source: '' } : { value: toText(value), source: groundOf(session, next, parameter?.source ?? '') }
    values.push({ name, unit: parameter?.unit ?? '', before: before === null ? null : toText(before), ...now })
    undo[name] = ownValuesOf(held)
  }
  const at = timestamp(session.workspace.clock)
  appendAudit(db, {
    at,
    by: session.owner.name,
    action: 'adopt-parameters',
    task: session.task.id,
    detail: { file: file.name, sha256: file.sha256, issuer, values },
  })
  return { issuer: issuer.name, values, undo }
}

/** A parameter whose value in force changes (null: none), with its own values before (`held`) and after (`next`). */
type Change = { name: string; before: TenThousandths | null; value: TenThousandths | null; held: LocalValue[]; next: LocalValue[] }

function changesBy(session: Session, local: readonly LocalValue[], { sent, version }: Brought): Change[] {
  const at = timestamp(session.workspace.clock)
  const by = session.owner.name
  const { scheme } = session
  const { period } = session.task
  const inForce = parametersInForce(withLocalValues(scheme.parameters, local), period)
  const ofScheme = parametersInForce(scheme.parameters, period)
  const values = new Map<string, TenThousandths>(sent.parameters)
  return [...scheme.parameters.keys()].flatMap((name): Change[] => {
    const [before, value] = [inForce.get(name) ?? null, values.get(name) ?? null]
    if (before === value) return []
    const held = local.filter((one) => one.name === name)
    if (value !== null) return [{ name, before, value, held, next: valuesAfter(session, sent, held, { name, value, by, at }) }]
    // A workbook of the same scheme version lists every parameter, so the collector has no value either. When the scheme has a value,
    // the row was unreadable.
    return version === scheme.version && !ofScheme.has(name)
      ? [{ name, before, value, held, next: held.filter((one) => one.from > period) }]
      : []
  })
}

type Wanted = { name: string; value: TenThousandths; by: string; at: string }

/** The own values of a parameter that put the collector's value in force in the task's period. */
function valuesAfter(
  session: Session,
  { issuer, ownValues }: FromCollector,
  held: readonly LocalValue[],
  { name, value, by, at }: Wanted,
): LocalValue[] {
  const { period } = session.task
  const fits = (local: readonly LocalValue[]): boolean =>
    parametersInForce(withLocalValues(session.scheme.parameters, local), period).get(name) === value
  const own = ownValues.find((one) => one.name === name)
  const earlier = (from: string): LocalValue[] => held.filter((one) => one.from < from || one.from > period)
  const since = (from: string, source: string): LocalValue[] => [...earlier(from), { name, from, value, source, by, at }]
  const ground = own === undefined || own.source === '' ? issuer.name : own.source
  const candidates = own === undefined ? [held.filter((one) => one.from > period)] : own.from <= period ? [since(own.from, ground)] : []
  return candidates.find(fits) ?? since(period, ground)
}

/** The source of the value in force: that of the own value, else the scheme's. */
function groundOf(session: Session, local: readonly LocalValue[], ofScheme: string): string {
  return local.filter((one) => one.from <= session.task.period).at(-1)?.source ?? ofScheme
}
