import { rmSync } from 'node:fs'
import { problem, ProblemError } from '../../shared/problem.ts'
import { isSqliteError, openHandle, type Handle } from './driver.ts'
import { storeProblem } from './store-problem.ts'

/** A held lock of a workspace. release() ends it; forget() also removes the lock file, for a path without a workspace. */
export type Lock = { release: () => void; forget: () => void }

/** Milliseconds to wait for the lock, because a closing program may still have it. */
const PATIENCE = 400

/** The path of a workspace's lock file. */
function lockPath(path: string): string {
  return `${path}.lock`
}

/**
 * Locks a workspace for this process (docs/design/storage.md: Holding). Fails with `workspace-locked` when another process has it.
 *
 * The lock is SQLite's exclusive lock on an empty file beside the workspace, because every operating system ends it when the process
 * is killed; a file with a process id cannot do that. The empty file stays after release, because removing it would let two
 * processes lock two files of the same name.
 */
export function acquireLock(path: string): Lock {
  let handle: Handle | null = null
  try {
    handle = openHandle(lockPath(path), { busy: PATIENCE })
    // A journal in memory means that no other file is written.
    handle.pragma('journal_mode = MEMORY')
    handle.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    handle?.close()
    if (isSqliteError(error) && /^SQLITE_BUSY/.test(error.code)) throw new ProblemError(problem('workspace-locked', { path }))
    throw storeProblem(error, path)
  }
  const held = handle
  function release(): void {
    if (held.open) held.close()
  }
  function forget(): void {
    release()
    rmSync(lockPath(path), { force: true })
  }
  return { release, forget }
}
