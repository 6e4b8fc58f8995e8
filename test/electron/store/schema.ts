import type { Handle } from '../../../electron/store/driver.ts'

export type Schema = { applicationId: string; userVersion: number; objects: { type: string; name: string; sql: string[] }[] }

/** The schema of a database for review: every table, index and trigger by name, with its SQL as lines. */
export function describeSchema(handle: Handle): Schema {
  const objects = handle.prepare('SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name').all() as {
    type: string
    name: string
    sql: string
  }[]
  return {
    applicationId: `0x${Number(handle.pragma('application_id', { simple: true })).toString(16)}`,
    userVersion: Number(handle.pragma('user_version', { simple: true })),
    objects: objects.filter(({ name }) => !name.startsWith('sqlite_')).map(({ type, name, sql }) => ({ type, name, sql: sql.split('\n') })),
  }
}
