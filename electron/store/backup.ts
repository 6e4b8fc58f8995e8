import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { fail } from '../../shared/problem.ts'
import type { Clock } from '../machine/clock.ts'
import { handleOf, type Db } from './db.ts'
import { openHandle, type Handle } from './driver.ts'
import { flushFile, flushFolder } from './flush.ts'
import { APPLICATION_ID } from './migrate.ts'
import { backupReasons, byNewest, expiredBackups, type BackupReason } from './retention.ts'
import { storeProblem } from './store-problem.ts'

/** One copy of a workspace. `file` is its name in the backup folder, `at` ISO UTC. */
export type Backup = { file: string; path: string; at: string; reason: BackupReason; bytes: number }

/** The open workspace that is copied, as far as copying asks of it. */
type Copied = { readonly path: string; readonly db: Db; readonly clock: Clock }

/** Pages copied before the event loop has its turn again (8 MB). */
const PAGES_A_TURN = 2000
const NAME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d)(\d\d)(\d\d)\.(\d{3})Z-([a-z]+)\.[^.]+$/

/** Where a workspace's copies are kept: beside it, so that they move with it. */
export function backupFolder(path: string): string {
  return `${path}.backups`
}

/** A workspace's copies, newest first. Other files in the folder are left alone and not listed. */
export function listBackups(path: string): Backup[] {
  const folder = backupFolder(resolve(path))
  if (!existsSync(folder)) return []
  const found: Backup[] = []
  for (const file of readdirSync(folder)) {
    const mark = readName(file)
    if (mark !== null) found.push({ file, path: join(folder, file), ...mark, bytes: statSync(join(folder, file)).size })
  }
  return found.sort(byNewest)
}

function readName(file: string): { at: string; reason: BackupReason } | null {
  const parts = NAME.exec(file)
  const reason = backupReasons.find((one) => one === parts?.[8])
  if (parts === null || reason === undefined) return null
  const [, year, month, day, hour, minute, second, milli] = parts
  return { at: `${year}-${month}-${day}T${hour}:${minute}:${second}.${milli}Z`, reason }
}

/**
 * Copies an open workspace by SQLite's online backup (a file copy of an open database is not one), then removes the
 * copies that retention lets go.
 * Fails with `disk-full`, `not-writable`, or `cancelled` when the workspace is closed meanwhile; a copy that did not
 * succeed leaves nothing behind.
 */
export async function backUp(workspace: Copied, reason: BackupReason): Promise<Backup> {
  return copyAside(handleOf(workspace.db), workspace.path, reason, workspace.clock())
}

/** As backUp(), for the start: null, and no copy, when nothing was written since the newest one. */
export async function backUpIfChanged(workspace: Copied, reason: BackupReason): Promise<Backup | null> {
  const newest = listBackups(workspace.path)[0]
  if (newest !== undefined && statSync(newest.path).mtimeMs >= lastWritten(workspace.path)) return null
  return backUp(workspace, reason)
}

function lastWritten(path: string): number {
  const wal = statSync(`${path}-wal`, { throwIfNoEntry: false })
  // Merely opening makes an empty WAL.
  return Math.max(statSync(path).mtimeMs, wal === undefined || wal.size === 0 ? 0 : wal.mtimeMs)
}

/** Copies an open workspace to a file of the person's choosing; an existing file is replaced once the copy is whole. */
export async function backUpTo(workspace: Copied, file: string): Promise<void> {
  const destination = resolve(file)
  if (destination === workspace.path) fail('workspace-exists', { path: destination })
  await copyWhole(handleOf(workspace.db), destination)
}

/** The same for a connection that is not yet, or no longer, a Workspace (open.ts before a migration, restore.ts). */
export async function copyAside(handle: Handle, path: string, reason: BackupReason, now: Date): Promise<Backup> {
  const at = laterThan(listBackups(path)[0]?.at, now).toISOString()
  const file = `${at.replaceAll(':', '')}-${reason}${extname(path) === '' ? '.db' : extname(path)}`
  const destination = join(backupFolder(path), file)
  await copyWhole(handle, destination)
  for (const expired of expiredBackups(listBackups(path))) rmSync(join(backupFolder(path), expired), { force: true })
  return { file, path: destination, at, reason, bytes: statSync(destination).size }
}

/** Copies are numbered by time: were the machine's clock set back, the newest copy would else look old and be let go. */
function laterThan(newest: string | undefined, now: Date): Date {
  return newest === undefined ? now : new Date(Math.max(now.getTime(), Date.parse(newest) + 1))
}

/** Beside its place first, made a single file of its own (no WAL), flushed, then renamed: a copy that has its name is whole. */
async function copyWhole(handle: Handle, destination: string): Promise<void> {
  const part = join(dirname(destination), `.${basename(destination)}.part`)
  try {
    mkdirSync(dirname(destination), { recursive: true })
    rmSync(part, { force: true })
    await handle.backup(part, { progress: () => PAGES_A_TURN })
    closeAsOneFile(part)
    flushFile(part)
    renameSync(part, destination)
    flushFolder(dirname(destination))
  } catch (error) {
    for (const left of [part, `${part}-journal`, `${part}-wal`, `${part}-shm`]) if (existsSync(left)) rmSync(left)
    // The workspace was closed in the middle of it.
    if (!handle.open) fail('cancelled', {})
    throw storeProblem(error, destination)
  }
}

function closeAsOneFile(path: string): void {
  const copy = openHandle(path, { mustExist: true })
  try {
    copy.pragma('journal_mode = DELETE')
    if (copy.pragma('application_id', { simple: true }) !== APPLICATION_ID) fail('not-a-workspace', { path })
  } finally {
    copy.close()
  }
}
