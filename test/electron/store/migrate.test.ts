import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listBackups } from '../../../electron/store/backup.ts'
import { handleOf } from '../../../electron/store/db.ts'
import { openHandle, type Handle } from '../../../electron/store/driver.ts'
import { latestVersion, migrate, migrations, schemaVersion } from '../../../electron/store/migrate.ts'
import type { Migration } from '../../../electron/store/migrations/migration.ts'
import { createWorkspace, openWorkspace } from '../../../electron/store/open.ts'
import { NOON, temporaryFolder } from './workspace-helper.ts'

const first: Migration = { version: 10, sql: 'CREATE TABLE a (x INTEGER NOT NULL PRIMARY KEY) STRICT;' }
const second: Migration = {
  version: 20,
  sql: 'CREATE TABLE b (a INTEGER REFERENCES a) STRICT; INSERT INTO a VALUES (1); INSERT INTO b VALUES (1);',
}
const broken: Migration = { version: 30, sql: 'CREATE TABLE c (y INTEGER) STRICT; INSERT INTO nowhere VALUES (1);' }
const dangling: Migration = { version: 30, sql: 'INSERT INTO b VALUES (99);' }

function empty(): Handle {
  return openHandle(':memory:')
}

function tables(handle: Handle): unknown[] {
  return handle.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all()
}

describe('migrations', () => {
  it('run in order, each once', () => {
    const handle = empty()
    expect(migrate(handle, 10, [first, second])).toEqual([10])
    expect(migrate(handle, 20, [first, second])).toEqual([20])
    expect(migrate(handle, 20, [first, second])).toEqual([])
    expect([schemaVersion(handle), tables(handle)]).toEqual([20, ['a', 'b']])
  })

  it('run all or none: a step that fails leaves the file as it was', () => {
    const handle = empty()
    migrate(handle, 10, [first])
    expect(() => migrate(handle, 30, [first, second, broken])).toThrow('nowhere')
    expect([schemaVersion(handle), tables(handle)]).toEqual([10, ['a']])
    expect(handle.pragma('foreign_keys', { simple: true })).toBe(1)
  })

  it('may not leave a row that refers to nothing', () => {
    const handle = empty()
    expect(() => migrate(handle, 30, [first, second, dangling])).toThrow('dangling')
    expect(tables(handle)).toEqual([])
  })

  it('stop at a file of a newer program', () => {
    const handle = empty()
    handle.pragma('user_version = 40')
    expect(() => migrate(handle, 10, [first])).toThrow(
      expect.objectContaining({ problem: { code: 'workspace-from-future', details: { path: ':memory:', version: 40, known: 10 } } }),
    )
  })

  it('must be numbered upwards', () => {
    expect(() => migrate(empty(), 20, [second, first])).toThrow('not above')
    expect(() => migrate(empty(), 20, [first, { ...second, version: 10 }])).toThrow('not above')
  })

  it('of this program are numbered by ten', () => {
    expect(migrations.map(({ version }) => version % 10)).toEqual(migrations.map(() => 0))
    expect(latestVersion()).toBe(migrations.at(-1)?.version)
  })

  it('come after a backup of the file as it was', async () => {
    const path = join(temporaryFolder(), 'county.db')
    const later: Migration = { version: latestVersion() + 10, sql: 'CREATE TABLE later (x INTEGER) STRICT;' }
    const old = await createWorkspace(path, { clock: () => NOON })
    old.close()
    const workspace = await openWorkspace(path, { clock: () => NOON, steps: [...migrations, later] })
    expect(schemaVersion(handleOf(workspace.db))).toBe(later.version)
    workspace.close()
    const [backup, ...others] = listBackups(path)
    expect([backup?.reason, others.length]).toEqual(['migration', 0])
    const copy = openHandle(backup?.path ?? '', { readonly: true })
    expect([schemaVersion(copy), tables(copy).includes('later')]).toEqual([latestVersion(), false])
    copy.close()
  })

  it('that fail leave the workspace as it was, and not held', async () => {
    const path = join(temporaryFolder(), 'county.db')
    const old = await createWorkspace(path, { clock: () => NOON })
    old.close()
    await expect(
      openWorkspace(path, { clock: () => NOON, steps: [...migrations, { version: 9000, sql: 'CREATE nonsense' }] }),
    ).rejects.toThrow()
    const again = await openWorkspace(path, { clock: () => NOON })
    expect(schemaVersion(handleOf(again.db))).toBe(latestVersion())
    again.close()
  })
})
