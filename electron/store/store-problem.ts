import { problem, ProblemError } from '../../shared/problem.ts'
import { fileProblem } from '../machine/files.ts'
import { isSqliteError } from './driver.ts'

/**
 * Converts an error of SQLite or of the file system to a problem; an unknown error is returned unchanged.
 *
 * | SQLite error                                  | problem               |
 * |-----------------------------------------------|-----------------------|
 * | FULL (also a disk without room while writing)  | disk-full             |
 * | READONLY, CANTOPEN, PERM, AUTH, IOERR on write | not-writable          |
 * | CORRUPT, NOTADB, IOERR on read                 | workspace-damaged     |
 * | BUSY, LOCKED                                   | workspace-locked      |
 */
export function storeProblem(error: unknown, path: string): unknown {
  if (!isSqliteError(error)) return fileFailure(error, path)
  const code = error.code
  if (code === 'SQLITE_FULL') return new ProblemError(problem('disk-full', { path }))
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return new ProblemError(problem('workspace-locked', { path }))
  if (/^SQLITE_(CORRUPT|NOTADB|IOERR_(READ|SHORT_READ|CORRUPTFS|DATA))/.test(code)) {
    return new ProblemError(problem('workspace-damaged', { path, found: error.message }))
  }
  if (/^SQLITE_(READONLY|CANTOPEN|PERM|AUTH|IOERR)/.test(code)) return new ProblemError(problem('not-writable', { path }))
  return error
}

function fileFailure(error: unknown, path: string): unknown {
  const known = fileProblem(error, path)
  // The folder is missing (memory stick removed), or a file has its name.
  if (known === null && error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EEXIST')) {
    return new ProblemError(problem('not-writable', { path }))
  }
  return known === null ? error : new ProblemError(known)
}

/** Runs a step on a workspace's files and throws its error as a problem (storeProblem). */
export function guarded<Value>(path: string, step: () => Value): Value {
  try {
    return step()
  } catch (error) {
    throw storeProblem(error, path)
  }
}
