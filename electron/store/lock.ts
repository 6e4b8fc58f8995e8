import { rmSync } from 'node:fs'
import { problem, ProblemError } from '../../shared/problem.ts'
import { isSqliteError, openHandle, type Handle } from './driver.ts'
import { storeProblem } from './store-problem.ts'

/** A workspace held. release() lets it go; forget() also removes the lock's file, where there turned out to be no workspace. */
export type Lock = { release: () => void; forget: () => void }

/** A program that has just been closed may still be letting go. */
const PATIENCE = 400

/** The file that stands for "somebody has this workspace open". */
function lockPath(path: string): string {
  return `${path}.lock`
}

/**
 * Holds a workspace for this process (docs/design/storage.md: Holding); a second one is told so, `workspace-locked`.
 *
 * The lock is SQLite's own exclusive lock on an empty file beside the workspace: the operating system takes it from a
 * process that is killed, on every system alike, which no file with a process number in it can promise. The empty file
 * stays when the lock is released: removing it would let two processes lock two files of the same name.
 */
export function acquireLock(path: string): Lock {
  let handle: Handle | null = null
  try {
    handle = openHandle(lockPath(path), { busy: PATIENCE })
    // Without a journal nothing but the empty file is ever written.
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
