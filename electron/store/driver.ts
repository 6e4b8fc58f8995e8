import Sqlite from 'better-sqlite3'
import { refuseNode } from '../machine/require-node.ts'

/** A raw connection. Only db.ts, sql.ts, lock.ts, open.ts, migrate.ts and backup.ts touch one; all else goes through brands. */
export type Handle = Sqlite.Database

/** An error of SQLite itself, with its extended result code (`SQLITE_IOERR_WRITE`). */
export type SqliteError = Error & { code: string }

/** Recognises an error of SQLite. */
export function isSqliteError(error: unknown): error is SqliteError {
  return error instanceof Sqlite.SqliteError
}

/**
 * Opens a connection. `busy` is how long, in milliseconds, a statement waits for a lock held by somebody else.
 * The native library brings an older Node down with it, so the version is asked first (docs/design/machines.md: Node).
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
