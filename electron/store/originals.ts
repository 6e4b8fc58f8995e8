import type { ReadableDb, WritableDb } from './db.ts'
import { one, run, sql, value } from './sql.ts'

/** A file as it came 原件 (docs/design/promises.md: Promise 3): kept once however often it comes, and never changed. */
export type Original = { sha256: string; name: string; size: number; keptAt: string; bytes: Uint8Array }

/** Keeps a file under its digest; the same content under another name is the same original. */
export function keepOriginal(db: WritableDb, { sha256, name, keptAt, bytes }: Omit<Original, 'size'>): void {
  run(
    db,
    sql`INSERT INTO original (sha256, name, size, kept_at, bytes)
    VALUES (${sha256}, ${name}, ${bytes.byteLength}, ${keptAt}, ${bytes}) ON CONFLICT (sha256) DO NOTHING`,
  )
}

/** A kept file with its content; null when there is none of this digest. */
export function readOriginal(db: ReadableDb, sha256: string): Original | null {
  return one<Original>(db, sql`SELECT sha256, name, size, kept_at AS keptAt, bytes FROM original WHERE sha256 = ${sha256}`)
}

/** True when a file of this digest is kept. */
export function hasOriginal(db: ReadableDb, sha256: string): boolean {
  return value<number>(db, sql`SELECT 1 FROM original WHERE sha256 = ${sha256}`) !== null
}

/**
 * Lets go of files that nothing refers to: no filing, no batch that was dealt with, no evidence, and none of `needed`,
 * the digests of previews that are still open. Answers how many went.
 */
export function forgetUnusedOriginals(db: WritableDb, needed: readonly string[]): number {
  return run(
    db,
    sql`DELETE FROM original WHERE sha256 NOT IN (SELECT original FROM filing WHERE original IS NOT NULL)
    AND sha256 NOT IN (SELECT sha256 FROM batch_file) AND sha256 NOT IN (SELECT original FROM evidence)
    AND sha256 NOT IN (SELECT value FROM json_each(${JSON.stringify(needed)}))`,
  ).changes
}
