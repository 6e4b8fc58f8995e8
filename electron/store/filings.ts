import type { SignOff } from '../../shared/api/common.ts'
import type { UnitCode } from '../../shared/words.ts'
import type { ReadableDb, WritableDb } from './db.ts'
import { all, one, run, sql } from './sql.ts'

const filingStatuses = ['open', 'signed', 'received', 'returned'] as const
export type FilingStatus = (typeof filingStatuses)[number]

/** A filing 报送 without its facts. Times are ISO UTC, `reportedOn` is an ISO date; a missing text is ''. */
export type Filing = {
  id: number
  task: number
  unit: UnitCode
  status: FilingStatus
  revision: number
  head: string
  statistician: string
  filler: string
  phone: string
  reportedOn: string | null
  signedAt: string | null
  changedAt: string | null
  /** The SHA-256 over the canonical facts at the last sign-off or receipt. */
  digest: string | null
  /** The SHA-256 of the received file. */
  original: string | null
  batch: number | null
}

/** A change of a filing; id, task and unit never change. */
export type FilingChange = Partial<Omit<Filing, 'id' | 'task' | 'unit'>>

type FilingRow = Omit<Filing, 'reportedOn' | 'signedAt' | 'changedAt'> & {
  reported_on: string | null
  signed_at: string | null
  changed_at: string | null
}

function rowToFiling({ reported_on, signed_at, changed_at, ...rest }: FilingRow): Filing {
  return { ...rest, reportedOn: reported_on, signedAt: signed_at, changedAt: changed_at }
}

/** A unit's filing for a task; null before its first value. */
export function findFiling(db: ReadableDb, task: number, unit: UnitCode): Filing | null {
  const row = one<FilingRow>(db, sql`SELECT * FROM filing WHERE task = ${task} AND unit = ${unit}`)
  return row === null ? null : rowToFiling(row)
}

/** The sign-off of a filing; empty for null. */
export function signOffOf(filing: Filing | null): SignOff {
  const { head = '', statistician = '', filler = '', phone = '', reportedOn = null } = filing ?? {}
  return { head, statistician, filler, phone, reportedOn }
}

/** A filing by its id; null when there is none. */
export function readFiling(db: ReadableDb, id: number): Filing | null {
  const row = one<FilingRow>(db, sql`SELECT * FROM filing WHERE id = ${id}`)
  return row === null ? null : rowToFiling(row)
}

/** Every filing of a task, by unit code. */
export function listFilings(db: ReadableDb, task: number): Filing[] {
  return all<FilingRow>(db, sql`SELECT * FROM filing WHERE task = ${task} ORDER BY unit`).map(rowToFiling)
}

/** Creates an empty filing: open, revision 0, without a sign-off. */
export function createFiling(db: WritableDb, task: number, unit: UnitCode): Filing {
  const { id } = run(
    db,
    sql`INSERT INTO filing (task, unit, status, revision, head, statistician, filler, phone)
    VALUES (${task}, ${unit}, 'open', 0, '', '', '', '')`,
  )
  const filing = readFiling(db, id)
  if (filing === null) throw new Error(`filing ${id} is not there after its insertion`)
  return filing
}

/** Changes the given fields of a filing. Returns the changed filing. */
export function changeFiling(db: WritableDb, id: number, change: FilingChange): Filing {
  const held = readFiling(db, id)
  if (held === null) throw new Error(`no filing ${id}`)
  const next = { ...held, ...change }
  run(
    db,
    sql`UPDATE filing SET status = ${next.status}, revision = ${next.revision}, head = ${next.head},
    statistician = ${next.statistician}, filler = ${next.filler}, phone = ${next.phone}, reported_on = ${next.reportedOn},
    signed_at = ${next.signedAt}, changed_at = ${next.changedAt}, digest = ${next.digest}, original = ${next.original},
    batch = ${next.batch} WHERE id = ${id}`,
  )
  return next
}

/** Deletes a filing with all its content. Only the undoing of the batch that made the filing calls this function. */
export function deleteFiling(db: WritableDb, id: number): void {
  run(db, sql`DELETE FROM filing WHERE id = ${id}`)
}
