import type { UnitCode } from '../../shared/words.ts'
import type { ReadableDb, WritableDb } from './db.ts'
import { all, run, sql } from './sql.ts'

/** The settings of a workspace. `unit`: the owner's code in the roster; `task`: the last used task. */
export type Settings = {
  unit: UnitCode
  name: string
  role: 'school' | 'county'
  task: number | null
  /** True in a demo county; every page then shows a mark. */
  demo: boolean
}

const empty: Settings = { unit: '', name: '', role: 'school', task: null, demo: false }

/** Reads the settings; a setting without a row has its empty value. */
export function readSettings(db: ReadableDb): Settings {
  const held = new Map(all<{ key: string; value: string }>(db, sql`SELECT key, value FROM setting`).map((row) => [row.key, row.value]))
  const task = held.get('task')
  return {
    unit: held.get('unit') ?? empty.unit,
    name: held.get('name') ?? empty.name,
    role: held.get('role') === 'county' ? 'county' : 'school',
    task: task === undefined || task === '' ? null : Number(task),
    demo: held.get('demo') === '1',
  }
}

/** Changes the settings named in `change`. */
export function writeSettings(db: WritableDb, change: Partial<Settings>): void {
  for (const [key, setting] of Object.entries(change)) {
    const text = setting === null ? '' : typeof setting === 'boolean' ? (setting ? '1' : '0') : String(setting)
    run(db, sql`INSERT INTO setting (key, value) VALUES (${key}, ${text}) ON CONFLICT (key) DO UPDATE SET value = excluded.value`)
  }
}
