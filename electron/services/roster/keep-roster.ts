import { parse } from 'csv-parse/sync'
import { fail, type Problem } from '../../../shared/problem.ts'
import { readRoster, rosterTitles } from '../../../shared/unit/roster.ts'
import { sameUnit, type Unit } from '../../../shared/unit/unit.ts'
import type { RosterRow } from '../../../shared/api/roster.ts'
import type { UnitCode } from '../../../shared/words.ts'
import { timestamp } from '../../machine/clock.ts'
import { appendAudit } from '../../store/audit.ts'
import { read, write } from '../../store/db.ts'
import { listUnits, putUnits, removeUnit } from '../../store/units.ts'
import type { ReturnReader } from '../../workbook/return.ts'
import { checkRoster } from './check-roster.ts'
import { listRoster } from './filing-status.ts'
import type { Session } from '../workspace/session.ts'

export type ImportedRoster = { added: number; changed: number; same: number; problems: Problem[]; warnings: Problem[] }

/**
 * Imports units from .xlsx or .csv by column titles. Unreadable rows are reported with their row number; all other rows are
 * taken, rows with `warnings` too (check-roster.ts). No unit is removed. `dry` only counts the changes.
 */
export async function importRoster(
  session: Session,
  reader: ReturnReader,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  { dry }: { dry: boolean },
): Promise<ImportedRoster> {
  const file = readRoster(await rowsOf(reader, name, bytes))
  const { problems } = file
  if (file.units.length === 0 && problems.length === 0) fail('roster-unreadable', { file: name, expected: rosterTitles.join('、') })
  const roster = read(session.workspace.db, listUnits)
  const { units, warnings } = checkRoster(file, roster, session.scheme)
  const held = new Map(roster.map((unit) => [unit.code, unit]))
  const fresh = units.filter((unit) => !held.has(unit.code))
  const changed = units.filter((unit) => {
    const known = held.get(unit.code)
    return known !== undefined && !sameUnit(unit, known)
  })
  if (!dry && fresh.length + changed.length > 0) {
    write(session.workspace.db, (db) => {
      putUnits(db, [...fresh, ...changed])
      appendAudit(db, {
        at: timestamp(session.workspace.clock),
        by: session.owner.name,
        action: 'import-roster',
        detail: { file: name, added: fresh.map((unit) => unit.code), changed: changed.map((unit) => unit.code) },
      })
    })
  }
  return { added: fresh.length, changed: changed.length, same: units.length - fresh.length - changed.length, problems, warnings }
}

async function rowsOf(reader: ReturnReader, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<string[][]> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const result = await reader.rows(name, bytes)
    return result.outcome === 'refused' ? fail(result.problem.code as 'file-empty', result.problem.details) : result.rows
  }
  if (/\.(xls|et)$/i.test(name)) return /\.et$/i.test(name) ? fail('file-wps-et', {}) : fail('file-old-xls', {})
  return parse(decodeText(bytes), { relax_column_count: true, skip_empty_lines: false, bom: true, relax_quotes: true }) as string[][]
}

/** Decodes UTF-8, else GB 18030, because Excel in China writes CSV in GBK and GB 18030 contains GBK. */
function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** Adds a unit or replaces its attributes. Fails with `unit-unknown` when `code` is not the unit's code. */
export function keepUnit(session: Session, code: UnitCode, unit: Unit): RosterRow {
  if (code !== unit.code) fail('unit-unknown', { unit: code, nearest: unit.code })
  write(session.workspace.db, (db) => {
    putUnits(db, [unit])
    const at = timestamp(session.workspace.clock)
    appendAudit(db, { at, by: session.owner.name, action: 'keep-unit', unit: unit.code, detail: unit })
  })
  return listRoster(session).find((row) => row.code === code) ?? fail('unit-unknown', { unit: code, nearest: null })
}

/** Removes a unit from the roster. Fails with `unit-has-filing`, so that no filing is lost. */
export function dropUnit(session: Session, code: UnitCode): void {
  write(session.workspace.db, (db) => {
    removeUnit(db, code)
    appendAudit(db, { at: timestamp(session.workspace.clock), by: session.owner.name, action: 'drop-unit', unit: code })
  })
}
