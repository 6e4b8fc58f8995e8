import type { OwnValues, ParameterView } from '../../../shared/api/parameters.ts'
import { fromText, toText, toTenThousandths, type TenThousandths } from '../../../shared/decimal/decimal.ts'
import { withLocalValues } from '../../../shared/period/local-values.ts'
import { parseFrom } from '../../../shared/period/period.ts'
import { fail } from '../../../shared/problem.ts'
import { timestamp } from '../../machine/clock.ts'
import { appendAudit } from '../../store/audit.ts'
import { read, write } from '../../store/db.ts'
import { putLocalValue, readLocalValues, removeLocalValue, type LocalValue } from '../../store/parameters.ts'
import { sessionAnew, type Session } from '../workspace/session.ts'

/** The scheme's parameters with the county's own values, each value with its source. */
export function listParameters(session: Session): ParameterView[] {
  const local = read(session.workspace.db, (db) => readLocalValues(db, session.scheme.id))
  const own = new Map(local.map((one) => [`${one.name}\n${one.from}`, one]))
  return [...withLocalValues(session.scheme.parameters, local).values()].map((parameter) => ({
    name: parameter.name,
    unit: parameter.unit,
    inForce: textOf(session.parameters.get(parameter.name)),
    values: parameter.values.map(({ from, value }) => {
      const mine = own.get(`${parameter.name}\n${from}`)
      return { from, value: toText(value), source: mine?.source ?? parameter.source, own: mine !== undefined }
    }),
  }))
}

function textOf(value: TenThousandths | undefined): string | null {
  return value === undefined ? null : toText(value)
}

/**
 * Sets the county's own value of a parameter from a period on, audited. All figures and all later workbooks use the value. Fails with
 * `not-found`, `not-a-number` or `period-invalid`. Returns the new session.
 */
export function keepParameter(
  session: Session,
  name: string,
  { from, value, source }: { from: string; value: string; source: string },
): Session {
  const { number, begin } = checkedValue(session, name, { from, value })
  write(session.workspace.db, (db) => {
    const at = timestamp(session.workspace.clock)
    const by = session.owner.name
    putLocalValue(db, session.scheme.id, { name, from: begin, value: number, source: source.trim(), by, at })
    appendAudit(db, {
      at,
      by,
      action: 'set-parameter',
      task: session.task.id,
      detail: { name, from: begin, value: toText(number), source },
    })
  })
  return sessionAnew(session)
}

type CheckedValue = { number: TenThousandths; begin: string }

function checkedValue(session: Session, name: string, { from, value }: { from: string; value: string }): CheckedValue {
  if (!session.scheme.parameters.has(name)) fail('not-found', { what: name })
  const begin = parseFrom(from, session.scheme.period)
  if (!begin.ok) return fail('period-invalid', { found: from, expected: session.task.period })
  const decimal = fromText(value.normalize('NFKC').trim())
  const number = decimal === null ? null : toTenThousandths(decimal)
  return { number: number ?? fail('not-a-number', { found: value, whole: false }), begin: begin.value }
}

/** Converts a parameter's own values for the wire. */
export function ownValuesOf(held: readonly LocalValue[]): OwnValues[string] {
  return held.map(({ from, value, source }) => ({ from, value: toText(value), source }))
}

/**
 * Replaces all own values of the named parameters, all or none, audited. Fails as keepParameter does. Returns the new session.
 */
export function restoreParameters(session: Session, values: OwnValues): Session {
  write(session.workspace.db, (db) => {
    const at = timestamp(session.workspace.clock)
    const by = session.owner.name
    const held = readLocalValues(db, session.scheme.id)
    for (const [name, own] of Object.entries(values)) {
      if (!session.scheme.parameters.has(name)) fail('not-found', { what: name })
      for (const one of held) if (one.name === name) removeLocalValue(db, session.scheme.id, name, one.from)
      for (const { from, value, source } of own) {
        const { number, begin } = checkedValue(session, name, { from, value })
        putLocalValue(db, session.scheme.id, { name, from: begin, value: number, source, by, at })
      }
    }
    appendAudit(db, { at, by, action: 'restore-parameters', task: session.task.id, detail: values })
  })
  return sessionAnew(session)
}

/** Removes the county's own value, so that the scheme's holds again. Fails with `not-found`. Returns the new session. */
export function dropParameter(session: Session, name: string, from: string): Session {
  write(session.workspace.db, (db) => {
    if (!removeLocalValue(db, session.scheme.id, name, from)) fail('not-found', { what: `${name} ${from}` })
    const at = timestamp(session.workspace.clock)
    appendAudit(db, { at, by: session.owner.name, action: 'drop-parameter', task: session.task.id, detail: { name, from } })
  })
  return sessionAnew(session)
}
