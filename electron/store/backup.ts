import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { fail } from '../../shared/problem.ts'
import type { Clock } from '../machine/clock.ts'
import { realPath } from '../machine/files.ts'
import { createTurns } from '../machine/turns.ts'
import { handleOf, type Db } from './db.ts'
import { openHandle, type Handle } from './driver.ts'
import { flushFile, flushFolder } from './flush.ts'
import { APPLICATION_ID } from './migrate.ts'
import { backupReasons, byNewest, expiredBackups, type BackupReason } from './retention.ts'
import { storeProblem } from './store-problem.ts'

/** A backup of a workspace. `file`: its name in the backup folder; `at`: ISO UTC. */
export type Backup = { file: string; path: string; at: string; reason: BackupReason; bytes: number }

/** The fields of an open workspace that a backup needs. */
type Copied = { readonly path: string; readonly db: Db; readonly clock: Clock }

/** The number of pages copied between two turns of the event loop (8 MB). */
const PAGES_A_TURN = 2000
const NAME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d)(\d\d)(\d\d)\.(\d{3})Z-([a-z]+)\.[^.]+$/

/** Copies into one folder are made one after another, because each takes a name after the newest and deletes expired ones. */
const inTurn = createTurns()

/** The folder of a workspace's backups, beside the workspace, so that both move together. */
export function backupFolder(path: string): string {
  return `${path}.backups`
}

/** A workspace's backups, newest first, without other files in the folder. */
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
 * Makes a backup of an open workspace by SQLite's online backup, because a file copy of an open database may be incomplete. Then
 * deletes the expired backups (retention.ts).
 * Fails with `disk-full`, `not-writable`, or `cancelled` when the workspace is closed meanwhile; a failed backup leaves no file.
 */
export async function backUp(workspace: Copied, reason: BackupReason): Promise<Backup> {
  return copyAside(handleOf(workspace.db), workspace.path, reason, workspace.clock())
}

/** Makes a backup as backUp() does, but only when the workspace was written after its newest backup; else returns null. */
export async function backUpIfChanged(workspace: Copied, reason: BackupReason): Promise<Backup | null> {
  const newest = listBackups(workspace.path)[0]
  if (newest !== undefined && statSync(newest.path).mtimeMs >= lastWritten(workspace.path)) return null
  return backUp(workspace, reason)
}

function lastWritten(path: string): number {
  const wal = statSync(`${path}-wal`, { throwIfNoEntry: false })
  // An empty WAL comes from opening, not from a write.
  return Math.max(statSync(path).mtimeMs, wal === undefined || wal.size === 0 ? 0 : wal.mtimeMs)
}

/** Copies an open workspace to `file`; an existing file is replaced when the copy is complete. */
export async function backUpTo(workspace: Copied, file: string): Promise<void> {
  const destination = realPath(file)
  if (destination === workspace.path) fail('workspace-exists', { path: destination })
  await inTurn(dirname(destination), () => copyWhole(handleOf(workspace.db), destination))
}

/** Makes a backup as backUp() does, for a connection without a Workspace (open.ts before a migration, restore.ts). */
export async function copyAside(handle: Handle, path: string, reason: BackupReason, now: Date): Promise<Backup> {
  return inTurn(backupFolder(path), () => copyAsNewest(handle, path, reason, now))
}

async function copyAsNewest(handle: Handle, path: string, reason: BackupReason, now: Date): Promise<Backup> {
  const at = laterThan(listBackups(path)[0]?.at, now).toISOString()
  const file = `${at.replaceAll(':', '')}-${reason}${extname(path) === '' ? '.db' : extname(path)}`
  const destination = join(backupFolder(path), file)
  await copyWhole(handle, destination)
  for (const expired of expiredBackups(listBackups(path))) rmSync(join(backupFolder(path), expired), { force: true })
  return { file, path: destination, at, reason, bytes: statSync(destination).size }
}

/** The time for a new backup, always after the newest one, so that a clock set back does not make it expire as the oldest. */
function laterThan(newest: string | undefined, now: Date): Date {
  return newest === undefined ? now : new Date(Math.max(now.getTime(), Date.parse(newest) + 1))
}

/** Copies to a temporary file without a WAL, flushes it, then renames it, so that `destination` is always a complete copy. */
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
    // The workspace was closed during the copy.
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
