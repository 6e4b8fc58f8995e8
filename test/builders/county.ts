import { createHash } from 'node:crypto'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { createWorkspace } from '../../electron/store/open.ts'
import { write } from '../../electron/store/db.ts'
import { putScheme } from '../../electron/store/schemes.ts'
import { writeSettings } from '../../electron/store/settings.ts'
import { createTask } from '../../electron/store/tasks.ts'
import { putUnits } from '../../electron/store/units.ts'
import { schemeFolder } from '../../electron/machine/product.ts'
import { findScheme } from '../../electron/services/scheme/schemes.ts'
import type { UnitCode } from '../../shared/words.ts'
import { loadDemoCounty } from './demo-returns.ts'

/** Creates a county's workspace with these units of the demo and the office on its roster, and no filing; returns its path. */
export async function emptyCounty(folder: string, units: readonly UnitCode[], name = 'county'): Promise<string> {
  const path = join(folder, `${name}.xiaotong`)
  const demo = loadDemoCounty()
  const { scheme, digest, text } = findScheme('minsheng', schemeFolder())
  const workspace = await createWorkspace(path, { clock: () => new Date() })
  write(workspace.db, (db) => {
    putUnits(
      db,
      demo.roster.filter((unit) => unit.code === demo.office || units.includes(unit.code)),
    )
    putScheme(db, { id: scheme.id, version: scheme.version, digest, text })
    const task = createTask(db, { scheme: scheme.id, version: scheme.version, period: demo.period })
    writeSettings(db, { unit: demo.office, name: '金寨县教育局', role: 'county', task: task.id, demo: false })
  })
  workspace.close()
  return path
}

/** The digest of all that filings hold; a change of a digit, an explanation or a status changes it. */
export function digestOfFilings(path: string): string {
  const db = new Database(path, { readonly: true })
  const hash = createHash('sha256')
  for (const table of ['filing', 'fact', 'pack', 'refused', 'explanation', 'handed_over', 'remark']) {
    const columns = (db.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name)
    const rows = db
      .prepare(`SELECT * FROM ${table} ORDER BY ${columns.slice(0, 2).join(', ')}`)
      .raw()
      .all()
    hash.update(JSON.stringify([table, columns, rows]))
  }
  db.close()
  return hash.digest('hex')
}

/** Changes a workspace from outside, like a fault of the machine; the program must not be in a transaction. */
export function tamper(path: string, statement: string): void {
  const db = new Database(path)
  db.exec(statement)
  db.close()
}
