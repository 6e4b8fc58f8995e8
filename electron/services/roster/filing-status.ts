import type { z } from 'zod'
import type { filingStatusOfCounty, RosterRow } from '../../../shared/api/roster.ts'
import { tablesOf } from '../../../shared/scheme/conditions.ts'
import { read } from '../../store/db.ts'
import { listFilings } from '../../store/filings.ts'
import { listUnits } from '../../store/units.ts'
import { countedStatuses, type Session } from '../workspace/session.ts'

/** The roster with the state of each unit's filing; `files` is false for a unit that has no table in this scheme. */
export function listRoster(session: Session): RosterRow[] {
  return read(session.workspace.db, (db) => {
    const filings = new Map(listFilings(db, session.task.id).map((filing) => [filing.unit, filing]))
    return listUnits(db).map((unit) => ({
      ...unit,
      status: filings.get(unit.code)?.status ?? null,
      revision: filings.get(unit.code)?.revision ?? 0,
      files: tablesOf(session.scheme, unit).length > 0,
    }))
  })
}

/** The filing status 报送情况: units that have filed, in all and by township, and the missing units. A draft does not count. */
export function filingStatusOf(session: Session): z.output<typeof filingStatusOfCounty> {
  const expected = listRoster(session).filter((row) => row.files)
  const filed = (rows: readonly RosterRow[]): number =>
    rows.filter((row) => row.status !== null && countedStatuses.includes(row.status)).length
  const townships = new Map<string, RosterRow[]>()
  for (const row of expected) townships.set(row.township, [...(townships.get(row.township) ?? []), row])
  return {
    expected: expected.length,
    filed: filed(expected),
    byTownship: [...townships].map(([township, rows]) => ({ township, expected: rows.length, filed: filed(rows) })),
    missing: expected.filter((row) => filed([row]) === 0).map(({ code, name, township }) => ({ code, name, township })),
  }
}
