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

/** A workspace 工作区 held by this process until close(). `path` is absolute, links resolved. */
export type Workspace = { readonly path: string; readonly db: Db; readonly clock: Clock; readonly close: () => void }

/** `steps`: the migrations to bring the file up by, other than the program's own in tests only. */
export type OpenOptions = { clock: Clock; steps?: readonly Migration[] }

/** The pages kept in memory, in KiB: a county of 1,000 schools reads from memory, an old PC does not notice. */
const CACHE_KIB = 16_000
/** A WAL that a large receipt has blown up is cut back to this many bytes. */
const WAL_BYTES = 16 * 1024 * 1024

/**
 * Opens a workspace: held for this process, checked, brought up to the present schema (with a backup before).
 *
 * | what stands at `path`                          | ends with             |
 * |------------------------------------------------|-----------------------|
 * | nothing                                        | workspace-missing     |
 * | a folder, another kind of file or database     | not-a-workspace       |
 * | a workspace another process holds              | workspace-locked      |
 * | a workspace of a newer program                 | workspace-from-future |
 * | a workspace that fails quick_check             | workspace-damaged     |
 * | a workspace on a read-only or full disk        | not-writable, disk-full |
 *
 * Nothing is ever deleted or repaired here (docs/design/storage.md: Opening): restoreBackup() is a decision of a person.
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
 * Makes an empty workspace and opens it. It is built beside its place and renamed there, so that half a workspace
 * never has the name. Fails with `workspace-exists`, `workspace-locked`, `not-writable` or `disk-full`.
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

/** Reads the file's header itself: SQLite would take an empty file for an empty database, and change any it opens. */
function assertHeader(path: string, lock: Lock): void {
  const header = Buffer.alloc(100)
  const file = guarded(path, () => openSync(path, 'r'))
  try {
    guarded(path, () => readSync(file, header, 0, 100, 0))
  } finally {
    closeSync(file)
  }
  if (header.toString('latin1', 0, 16) === 'SQLite format 3\0' && header.readUInt32BE(68) === APPLICATION_ID) return
  // Backups beside it say that this was a workspace: its first page is lost, and there is something to restore.
  if (existsSync(backupFolder(path))) fail('workspace-damaged', { path, found: 'header' })
  lock.forget()
  fail('not-a-workspace', { path })
}

/**
 * Checks the file on a connection that cannot write: one that can would fold the WAL into a damaged file when it closes,
 * and what a person may still want to rescue must stay as it is, byte for byte.
 */
function assertSound(path: string, known: number): void {
  const handle = openHandle(path, { readonly: true, mustExist: true })
  try {
    const version = schemaVersion(handle)
    if (version > known) fail('workspace-from-future', { path, version, known })
    const found = handle.pragma('quick_check(1)', { simple: true })
    if (found !== 'ok') fail('workspace-damaged', { path, found: String(found) })
  } catch (error) {
    // A killed process left a rollback journal (no WAL on this disk): only a writing connection can play it back.
    if (isSqliteError(error) && error.code === 'SQLITE_READONLY_ROLLBACK') return
    throw error
  } finally {
    handle.close()
  }
}

/**
 * The settings of a workspace (docs/design/storage.md: One file), and a write that is taken back: a read-only disk is
 * noticed now and not at the first value.
 */
function prepare(handle: Handle): void {
  handle.pragma('foreign_keys = ON')
  handle.pragma('trusted_schema = OFF')
  // Where WAL is impossible (some network drives) the rollback journal is as safe; EXTRA also flushes its removal.
  const mode = handle.pragma('journal_mode = WAL', { simple: true })
  handle.pragma(mode === 'wal' ? 'synchronous = FULL' : 'synchronous = EXTRA')
  // macOS: only this reaches the platter.
  handle.pragma('fullfsync = ON')
  handle.pragma(`cache_size = -${CACHE_KIB}`)
  handle.pragma(`journal_size_limit = ${WAL_BYTES}`)
  handle.pragma('temp_store = MEMORY')
  // BEGIN IMMEDIATE alone succeeds on a read-only database.
  handle.exec('BEGIN IMMEDIATE')
  try {
    handle.pragma(`user_version = ${schemaVersion(handle)}`)
  } finally {
    handle.exec('ROLLBACK')
  }
}
