import { closeSync, existsSync, mkdirSync, openSync, readSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { fail } from '../../shared/problem.ts'
import type { Clock } from '../machine/clock.ts'
import { backupFolder, copyAside } from './backup.ts'
import { brand, type Db } from './db.ts'
import { isSqliteError, openHandle, type Handle } from './driver.ts'
import { flushFolder } from './flush.ts'
import { acquireLock, type Lock } from './lock.ts'
import { APPLICATION_ID, latestVersion, migrate, migrations, schemaVersion } from './migrate.ts'
import type { Migration } from './migrations/migration.ts'
import { guarded, storeProblem } from './store-problem.ts'

/** A workspace 工作区, locked by this process until close(). `path` is absolute, with links resolved. */
export type Workspace = { readonly path: string; readonly db: Db; readonly clock: Clock; readonly close: () => void }

/** The options for opening. `steps`: the migrations to apply; only tests give other ones than the program's. */
export type OpenOptions = { clock: Clock; steps?: readonly Migration[] }

/** The page cache in KiB: enough for a county of 1,000 schools, small enough for an old PC. */
const CACHE_KIB = 16_000
/** The number of bytes to which a large WAL is cut after a checkpoint. */
const WAL_BYTES = 16 * 1024 * 1024

/**
 * Opens a workspace: locks it for this process, checks it and migrates it to the present schema, after a backup.
 *
 * | file at `path`                                 | fails with            |
 * |------------------------------------------------|-----------------------|
 * | nothing                                        | workspace-missing     |
 * | a folder, another kind of file or database     | not-a-workspace       |
 * | a workspace that another process has open      | workspace-locked      |
 * | a workspace of a newer program                 | workspace-from-future |
 * | a workspace that fails quick_check             | workspace-damaged     |
 * | a workspace on a read-only or full disk        | not-writable, disk-full |
 *
 * Never deletes or repairs a workspace (docs/design/storage.md: Opening), because a person decides on restoreBackup().
 */
export async function openWorkspace(path: string, options: OpenOptions): Promise<Workspace> {
  const real = existing(path)
  const lock = acquireLock(real)
  try {
    return await openHeld(real, lock, options)
  } catch (error) {
    lock.release()
    throw error
  }
}

/**
 * Creates an empty workspace and opens it. The file is built under another name and then renamed, so that `path` never has an
 * unfinished workspace. Fails with `workspace-exists`, `workspace-locked`, `not-writable` or `disk-full`.
 */
export async function createWorkspace(path: string, options: OpenOptions): Promise<Workspace> {
  const wanted = resolve(path)
  if (existsSync(wanted)) fail('workspace-exists', { path: wanted })
  const folder = dirname(wanted)
  guarded(wanted, () => mkdirSync(folder, { recursive: true }))
  const real = join(realpathSync(folder), basename(wanted))
  const lock = acquireLock(real)
  try {
    if (existsSync(real)) fail('workspace-exists', { path: real })
    guarded(real, () => build(real, options.steps ?? migrations))
    return await openHeld(real, lock, options)
  } catch (error) {
    lock.release()
    throw error
  }
}

function build(path: string, steps: readonly Migration[]): void {
  const beside = `${path}.creating`
  rmSync(beside, { force: true })
  const handle = openHandle(beside)
  try {
    handle.pragma('synchronous = FULL')
    handle.pragma(`application_id = ${APPLICATION_ID}`)
    migrate(handle, latestVersion(steps), steps)
  } finally {
    handle.close()
  }
  renameSync(beside, path)
  flushFolder(dirname(path))
}

function existing(path: string): string {
  const wanted = resolve(path)
  if (!existsSync(wanted)) fail('workspace-missing', { path: wanted })
  return guarded(wanted, () => {
    const real = realpathSync(wanted)
    if (!statSync(real).isFile()) fail('not-a-workspace', { path: wanted })
    return real
  })
}

async function openHeld(path: string, lock: Lock, { clock, steps = migrations }: OpenOptions): Promise<Workspace> {
  assertHeader(path, lock)
  const known = latestVersion(steps)
  guarded(path, () => assertSound(path, known))
  let handle: Handle | null = null
  try {
    handle = openHandle(path, { mustExist: true })
    prepare(handle)
    if (schemaVersion(handle) < known) {
      await copyAside(handle, path, 'migration', clock())
      migrate(handle, known, steps)
    }
  } catch (error) {
    handle?.close()
    throw storeProblem(error, path)
  }
  const held = handle
  return {
    path,
    db: brand(held),
    clock,
    close: () => {
      held.close()
      lock.release()
    },
  }
}

/** Checks the file's header without SQLite, because SQLite accepts an empty file as a database and may change an opened file. */
function assertHeader(path: string, lock: Lock): void {
  const header = Buffer.alloc(100)
  const file = guarded(path, () => openSync(path, 'r'))
  try {
    guarded(path, () => readSync(file, header, 0, 100, 0))
  } finally {
    closeSync(file)
  }
  if (header.toString('latin1', 0, 16) === 'SQLite format 3\0' && header.readUInt32BE(68) === APPLICATION_ID) return
  // The backup folder proves that the file was a workspace, now damaged in its first page.
  if (existsSync(backupFolder(path))) fail('workspace-damaged', { path, found: 'header' })
  lock.forget()
  fail('not-a-workspace', { path })
}

/**
 * Checks the file on a read-only connection, because a writing connection would merge the WAL into a damaged file when it closes.
 * A damaged file must stay unchanged, so that a person can rescue data from it.
 */
function assertSound(path: string, known: number): void {
  const handle = openHandle(path, { readonly: true, mustExist: true })
  try {
    const version = schemaVersion(handle)
    if (version > known) fail('workspace-from-future', { path, version, known })
    const found = handle.pragma('quick_check(1)', { simple: true })
    if (found !== 'ok') fail('workspace-damaged', { path, found: String(found) })
  } catch (error) {
    // A killed process left a rollback journal (a disk without WAL); only a writing connection can roll it back.
    if (isSqliteError(error) && error.code === 'SQLITE_READONLY_ROLLBACK') return
    throw error
  } finally {
    handle.close()
  }
}

/**
 * Configures the connection (docs/design/storage.md: One file), and writes once and rolls back, so that a read-only disk is noticed
 * now and not at the first entered value.
 */
function prepare(handle: Handle): void {
  handle.pragma('foreign_keys = ON')
  handle.pragma('trusted_schema = OFF')
  // Some network drives cannot use WAL. The rollback journal is as safe with EXTRA, which also flushes the journal's removal.
  const mode = handle.pragma('journal_mode = WAL', { simple: true })
  handle.pragma(mode === 'wal' ? 'synchronous = FULL' : 'synchronous = EXTRA')
  // On macOS only fullfsync writes to the disk itself.
  handle.pragma('fullfsync = ON')
  handle.pragma(`cache_size = -${CACHE_KIB}`)
  handle.pragma(`journal_size_limit = ${WAL_BYTES}`)
  handle.pragma('temp_store = MEMORY')
  // A real write is needed, because BEGIN IMMEDIATE succeeds on a read-only database.
  handle.exec('BEGIN IMMEDIATE')
  try {
    handle.pragma(`user_version = ${schemaVersion(handle)}`)
  } finally {
    handle.exec('ROLLBACK')
  }
}
