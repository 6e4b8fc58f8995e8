import type { RosterRow } from '../../../shared/api/roster.ts'

/** A unit's state as the county sees it: a unit that is to file and has nothing yet is missing. */
export type UnitStatus = 'missing' | 'open' | 'signed' | 'received' | 'returned' | 'not-expected'

/**
 * The state of a unit on the roster.
 *
 * | is to file | filing             | state         |
 * |------------|--------------------|---------------|
 * | no         | any                | not-expected  |
 * | yes        | none               | missing       |
 * | yes        | open, signed, …    | the filing's  |
 */
export function unitStatus(row: Pick<RosterRow, 'status' | 'files'>): UnitStatus {
  if (!row.files) return 'not-expected'
  return row.status ?? 'missing'
}

export const unitStatuses: readonly UnitStatus[] = ['missing', 'open', 'signed', 'received', 'returned', 'not-expected']

export type RosterFilter = { text: string; township: string | null; kind: string | null; status: UnitStatus | null }

export const noFilter: RosterFilter = { text: '', township: null, kind: null, status: null }

/** The units that match all parts of a filter; the text is searched in names and codes, in any case of letters. */
export function filterUnits(rows: readonly RosterRow[], filter: RosterFilter): readonly RosterRow[] {
  const text = filter.text.trim().toLowerCase()
  if (text === '' && filter.township === null && filter.kind === null && filter.status === null) return rows
  return rows.filter(
    (row) =>
      (text === '' || row.name.toLowerCase().includes(text) || row.code.toLowerCase().includes(text)) &&
      (filter.township === null || row.township === filter.township) &&
      (filter.kind === null || row.kind === filter.kind) &&
      (filter.status === null || unitStatus(row) === filter.status),
  )
}
