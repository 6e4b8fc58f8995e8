import { fail } from '../../shared/problem.ts'
import { unitAttributes } from '../../shared/unit/attributes.ts'
import { attributeText, type Unit } from '../../shared/unit/unit.ts'
import type { UnitCode } from '../../shared/words.ts'
import type { ReadableDb, WritableDb } from './db.ts'
import { all, columnList, one, run, sql, value, valueList } from './sql.ts'

const columns = columnList(unitAttributes)

/** The roster 单位名录 in its order. */
export function listUnits(db: ReadableDb): Unit[] {
  return all<Unit>(db, sql`SELECT ${columns} FROM unit ORDER BY position, code`)
}

/** A unit by its code; null when the roster does not have it. */
export function readUnit(db: ReadableDb, code: UnitCode): Unit | null {
  return one<Unit>(db, sql`SELECT ${columns} FROM unit WHERE code = ${code}`)
}

/** Adds units or replaces their attributes. A new unit goes to the end of the roster; a known one keeps its position. */
export function putUnits(db: WritableDb, units: Iterable<Unit>): void {
  let position = value<number>(db, sql`SELECT MAX(position) FROM unit`) ?? 0
  for (const unit of units) {
    position += 1
    run(
      db,
      sql`INSERT INTO unit (${columns}, position)
      VALUES (${valueList(unitAttributes.map((attribute) => attributeText(unit, attribute)))}, ${position})
      ON CONFLICT (code) DO UPDATE SET (${columns}) = (${columnList(unitAttributes, 'excluded')})`,
    )
  }
}

/** Removes a unit from the roster. Fails with `unit-has-filing` when the unit has a filing in any task. */
export function removeUnit(db: WritableDb, code: UnitCode): void {
  if (hasFiling(db, code)) fail('unit-has-filing', { unit: code })
  run(db, sql`DELETE FROM unit WHERE code = ${code}`)
}

/** True when a unit has a filing in any task. */
export function hasFiling(db: ReadableDb, code: UnitCode): boolean {
  return value<number>(db, sql`SELECT 1 FROM filing WHERE unit = ${code} LIMIT 1`) !== null
}
