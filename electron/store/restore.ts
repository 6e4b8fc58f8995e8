import { copyFileSync, existsSync, linkSync, realpathSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { fail } from '../../shared/problem.ts'
import type { Clock } from '../machine/clock.ts'
import { backupFolder, copyAside } from './backup.ts'
import { openHandle, type Handle } from './driver.ts'
import { flushFile, flushFolder } from './flush.ts'
import { acquireLock } from './lock.ts'
import { APPLICATION_ID, latestVersion, schemaVersion } from './migrate.ts'
import { storeProblem } from './store-problem.ts'

/** A finished restore. `aside`: the path of the replaced workspace, a backup if sound, else the renamed file; null when there was none. */
export type Restored = { path: string; from: string; aside: string | null }

/**
 * Replaces a closed workspace by a backup. `file`: a name in the workspace's backup folder, or a path.
 * The backup is first tried on a copy. The replaced workspace is kept (docs/design/storage.md: Opening). A power cut
 * leaves either the old or the restored workspace.
 * Fails with `workspace-locked`, `workspace-missing`, `not-a-workspace`, `workspace-damaged`, `workspace-from-future`,
 * `disk-full` or `not-writable`.
 */
export async function restoreBackup(path: string, file: string, { clock }: { clock: Clock }): Promise<Restored> {
  const { place, from } = locate(path, file)
  const lock = acquireLock(place)
  const beside = `${place}.restoring`
  try {
    rmSync(beside, { force: true })
    copyFileSync(from, beside)
    assertWhole(beside, from)
    flushFile(beside)
    const aside = existsSync(place) ? await setAside(place, clock()) : null
    renameSync(beside, place)
    flushFolder(dirname(place))
    return { path: place, from, aside }
  } catch (error) {
    rmSync(beside, { force: true })
    throw storeProblem(error, place)
  } finally {
    lock.release()
  }
}

/**
 * Tries a backup on a copy, before the open workspace is closed for it, and changes nothing. Fails as `restoreBackup` does, except
 * with `workspace-locked`, because no lock is taken.
 */
export function tryBackup(path: string, file: string): void {
  const { place, from } = locate(path, file)
  const beside = `${place}.trying`
  try {
    rmSync(beside, { force: true })
    copyFileSync(from, beside)
    assertWhole(beside, from)
  } catch (error) {
    throw storeProblem(error, place)
  } finally {
    rmSync(beside, { force: true })
  }
}

function locate(path: string, file: string): { place: string; from: string } {
  const wanted = resolve(path)
  const place = existsSync(wanted) ? realpathSync(wanted) : wanted
  const own = join(backupFolder(place), file)
  const from = basename(file) === file && existsSync(own) ? own : resolve(file)
  if (!existsSync(from)) fail('workspace-missing', { path: from })
  return { place, from }
}

function assertWhole(copy: string, from: string): void {
  let handle: Handle | null = null
  try {
    handle = openHandle(copy, { mustExist: true })
    if (handle.pragma('application_id', { simple: true }) !== APPLICATION_ID) fail('not-a-workspace', { path: from })
    const version = schemaVersion(handle)
    if (version > latestVersion()) fail('workspace-from-future', { path: from, version, known: latestVersion() })
    const found = handle.pragma('quick_check(1)', { simple: true })
    if (found !== 'ok') fail('workspace-damaged', { path: from, found: String(found) })
    // A copy made by another tool may be in WAL mode; the file must be complete without a WAL before it is renamed.
    handle.pragma('journal_mode = DELETE')
  } catch (error) {
    throw storeProblem(error, from)
  } finally {
    handle?.close()
  }
}

/** Copies a sound workspace to its backups; renames a damaged one unchanged. Returns the path of the kept file. */
async function setAside(place: string, at: Date): Promise<string> {
  if (isSound(place)) {
    const handle = openHandle(place, { mustExist: true })
    try {
      return (await copyAside(handle, place, 'restore', at)).path
    } finally {
      // Closing the last connection merges and removes the WAL, so that the new file does not get the old WAL.
      handle.close()
    }
  }
  const aside = freeName(`${place}.damaged-${at.toISOString().replaceAll(':', '')}`)
  try {
    // A hard link keeps the workspace's path occupied; some disks (memory sticks) have no hard links.
    linkSync(place, aside)
  } catch {
    renameSync(place, aside)
  }
  for (const tail of ['-wal', '-shm', '-journal']) {
    if (existsSync(`${place}${tail}`)) renameSync(`${place}${tail}`, `${aside}${tail}`)
  }
  return aside
}

/** True when a workspace passes the quick check. The connection is read-only, as in open.ts, so that a damaged file stays unchanged. */
function isSound(place: string): boolean {
  let handle: Handle | null = null
  try {
    handle = openHandle(place, { readonly: true, mustExist: true })
    return (
      handle.pragma('application_id', { simple: true }) === APPLICATION_ID && handle.pragma('quick_check(1)', { simple: true }) === 'ok'
    )
  } catch {
    return false
  } finally {
    handle?.close()
  }
}

function freeName(wanted: string): string {
  let name = wanted
  for (let count = 2; existsSync(name); count += 1) name = `${wanted}-${count}`
  return name
}
