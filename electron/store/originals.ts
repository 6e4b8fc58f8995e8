import type { ReadableDb, WritableDb } from './db.ts'
import { one, run, sql } from './sql.ts'

/** A received file 原件 (docs/design/promises.md: Promise 3), kept once for each content and never changed. */
export type Original = { sha256: string; name: string; size: number; keptAt: string; bytes: Uint8Array }

/** Keeps a file under its digest. A content that is already kept keeps its first name. */
export function keepOriginal(db: WritableDb, { sha256, name, keptAt, bytes }: Omit<Original, 'size'>): void {
  run(
    db,
    sql`INSERT INTO original (sha256, name, size, kept_at, bytes)
    VALUES (${sha256}, ${name}, ${bytes.byteLength}, ${keptAt}, ${bytes}) ON CONFLICT (sha256) DO NOTHING`,
  )
}

/** A kept file with its content; null when no file has this digest. */
export function readOriginal(db: ReadableDb, sha256: string): Original | null {
  return one<Original>(db, sql`SELECT sha256, name, size, kept_at AS keptAt, bytes FROM original WHERE sha256 = ${sha256}`)
}

/**
 * Deletes the files that no filing, batch file or evidence refers to, except those in `needed`, the digests of open previews.
 * Returns the number of deleted files.
 */
export function forgetUnusedOriginals(db: WritableDb, needed: readonly string[]): number {
  return run(
    db,
    sql`DELETE FROM original WHERE sha256 NOT IN (SELECT original FROM filing WHERE original IS NOT NULL)
    AND sha256 NOT IN (SELECT sha256 FROM batch_file) AND sha256 NOT IN (SELECT original FROM evidence)
    AND sha256 NOT IN (SELECT value FROM json_each(${JSON.stringify(needed)}))`,
  ).changes
}
