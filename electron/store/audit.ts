import { sameFact, toWire, type Fact, type Facts } from '../../shared/filing/facts.ts'
import type { CellRef, UnitCode } from '../../shared/words.ts'
import type { ReadableDb, WritableDb } from './db.ts'
import { one, run, sql, type SqlQuery } from './sql.ts'

/**
 * A line of the audit trail (docs/design/promises.md: Promise 3). A change of one fact has `cell`, and `before` and `after` as text for
 * people (null is blank). A change of many facts has one line with a `detail`; for a received file it is
 * `{batch, file, sha256, revision, changes: [[cell, before, after], …]}`. Lines never change and are never deleted.
 */
export type AuditEntry = {
  id: number
  at: string
  by: string
  action: string
  task: number | null
  unit: UnitCode | null
  cell: CellRef | null
  before: string | null
  after: string | null
  detail: unknown
}

/** A new line; fields that do not apply may be missing. */
export type NewAuditEntry = Pick<AuditEntry, 'at' | 'by' | 'action'> & Partial<Omit<AuditEntry, 'id'>>

/** A changed cell in a line's detail, with texts as in `before` and `after`. */
export type FactChange = [cell: CellRef, before: string | null, after: string | null]

/** Converts a fact to text for the trail: a number in full, 不适用 as `/`, blank as null. */
export function factText(fact: Fact | null | undefined): string | null {
  const wire = toWire(fact ?? undefined)
  return typeof wire === 'object' && wire !== null ? '/' : wire
}

/** The cells that differ between two sets of facts, for a line's detail. */
export function factChanges(before: Facts, after: Facts): FactChange[] {
  const changes: FactChange[] = []
  for (const cell of new Set([...before.keys(), ...after.keys()])) {
    if (!sameFact(before.get(cell), after.get(cell))) changes.push([cell, factText(before.get(cell)), factText(after.get(cell))])
  }
  return changes
}

/** Adds a line to the trail in the transaction of the change. Returns the line's id. */
export function appendAudit(db: WritableDb, entry: NewAuditEntry): number {
  const { at, by, action, task = null, unit = null, cell = null, before = null, after = null, detail = null } = entry
  const text = detail === null || detail === undefined ? null : JSON.stringify(detail)
  return run(
    db,
    sql`INSERT INTO audit (at, by, action, task, unit, cell, before, after, detail) VALUES
    (${at}, ${by}, ${action}, ${task}, ${unit}, ${cell}, ${before}, ${after}, ${text})`,
  ).id
}

/** A line's number, time and person. */
type Done = Pick<AuditEntry, 'id' | 'at' | 'by'>

/**
 * The line that gave a filing its present fact of a cell: the last entry, or the receipt of its file, which has one line for all cells;
 * null without either. The higher id is the later line, because clocks are set back.
 */
export function originOf(
  db: ReadableDb,
  { task, unit, batch }: { task: number; unit: UnitCode; batch: number | null },
  cell: CellRef,
): Done | null {
  const entered = one<Done>(db, lastEntryQuery(task, unit, cell))
  const received = one<Done>(
    db,
    sql`SELECT id, at, by FROM audit WHERE task = ${task} AND unit = ${unit} AND cell IS NULL AND action = 'receive'
    AND json_extract(detail, '$.batch') = ${batch} ORDER BY id DESC LIMIT 1`,
  )
  return entered !== null && entered.id > (received?.id ?? 0) ? entered : received
}

/** The query for the last entry of a cell, exported so that a test can check its index. */
export function lastEntryQuery(task: number, unit: UnitCode, cell: CellRef): SqlQuery {
  return sql`SELECT id, at, by FROM audit WHERE task = ${task} AND unit = ${unit} AND cell = ${cell} ORDER BY id DESC LIMIT 1`
}
