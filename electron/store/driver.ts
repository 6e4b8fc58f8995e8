import Sqlite from 'better-sqlite3'
import { refuseNode } from '../machine/require-node.ts'

/** A raw connection. Only files of the store use one; other code uses the brands of db.ts. */
export type Handle = Sqlite.Database

/** An error of SQLite, with its extended result code (`SQLITE_IOERR_WRITE`). */
export type SqliteError = Error & { code: string }

/** True for an error of SQLite. */
export function isSqliteError(error: unknown): error is SqliteError {
  return error instanceof Sqlite.SqliteError
}

/**
 * Opens a connection. `busy`: milliseconds that a statement waits for another connection's lock.
 * Throws on an old Node version, because the native library would crash it (docs/design/machines.md: Node).
 */
export function openHandle(path: string, options: { readonly?: boolean; mustExist?: boolean; busy?: number } = {}): Handle {
  const refusal = refuseNode(process.versions.node)
  if (refusal !== null) throw new Error(refusal)
  return new Sqlite(path, {
    readonly: options.readonly ?? false,
    fileMustExist: options.mustExist ?? false,
    timeout: options.busy ?? 5000,
  })
}
