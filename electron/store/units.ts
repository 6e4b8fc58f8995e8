import { fail } from '../../shared/problem.ts'
import type { Unit } from '../../shared/unit/unit.ts'
import type { UnitCode } from '../../shared/words.ts'
import type { ReadableDb, WritableDb } from './db.ts'
import { all, one, run, sql, value } from './sql.ts'

/** The roster 单位名录, in its own order. */
export function listUnits(db: ReadableDb): Unit[] {
  return all<Unit>(db, sql`SELECT code, name, kind, township, class, parent FROM unit ORDER BY position, code`)
}

/** A unit by its code; null when it is not on the roster. */
export function readUnit(db: ReadableDb, code: UnitCode): Unit | null {
  return one<Unit>(db, sql`SELECT code, name, kind, township, class, parent FROM unit WHERE code = ${code}`)
}

/** Enters units or renews what is known of them; a new one comes to the end of the roster, a known one keeps its place. */
export function putUnits(db: WritableDb, units: Iterable<Unit>): void {
  let position = value<number>(db, sql`SELECT MAX(position) FROM unit`) ?? 0
  for (const unit of units) {
    position += 1
    run(
      db,
      sql`INSERT INTO unit (code, name, kind, township, class, parent, position)
      VALUES (${unit.code}, ${unit.name}, ${unit.kind}, ${unit.township}, ${unit.class}, ${unit.parent}, ${position})
      ON CONFLICT (code) DO UPDATE SET name = excluded.name, kind = excluded.kind, township = excluded.township,
        class = excluded.class, parent = excluded.parent`,
    )
  }
}

/** Takes a unit off the roster. Fails with `unit-has-filing` when it has filed anything, in any task. */
export function removeUnit(db: WritableDb, code: UnitCode): void {
  if (hasFiling(db, code)) fail('unit-has-filing', { unit: code })
  run(db, sql`DELETE FROM unit WHERE code = ${code}`)
}

/** True when a unit has a filing in any task. */
export function hasFiling(db: ReadableDb, code: UnitCode): boolean {
  return value<number>(db, sql`SELECT 1 FROM filing WHERE unit = ${code} LIMIT 1`) !== null
}
