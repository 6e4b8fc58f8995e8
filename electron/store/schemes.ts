import { mirror, type ReadableDb, type WritableDb } from './db.ts'
import { one, run, sql } from './sql.ts'

/** A scheme's YAML text, kept in the workspace so that filings stay readable with later versions of the program. */
export type KeptScheme = { id: string; version: string; digest: string; text: string }

const KEPT = Symbol('schemes')
/** The most schemes in the cache of a connection. */
const MOST_KEPT = 8

/** The schemes read on this connection by id and version, because every request reads one and its text is long. */
function cache(db: ReadableDb): Map<string, KeptScheme> {
  return mirror(db, KEPT, () => new Map<string, KeptScheme>())
}

/** A scheme by id and version; null when the workspace does not keep it. */
export function readScheme(db: ReadableDb, id: string, version: string): KeptScheme | null {
  const known = cache(db).get(cacheKey(id, version))
  if (known !== undefined) return known
  const found = one<KeptScheme>(db, sql`SELECT id, version, digest, text FROM scheme WHERE id = ${id} AND version = ${version}`)
  if (found !== null) {
    if (cache(db).size >= MOST_KEPT) cache(db).clear()
    cache(db).set(cacheKey(id, version), found)
  }
  return found
}

function cacheKey(id: string, version: string): string {
  return `${id}\n${version}`
}

/** Writes or replaces the text of a scheme version. */
export function putScheme(db: WritableDb, { id, version, digest, text }: KeptScheme): void {
  run(
    db,
    sql`INSERT INTO scheme (id, version, digest, text) VALUES (${id}, ${version}, ${digest}, ${text})
    ON CONFLICT (id, version) DO UPDATE SET digest = excluded.digest, text = excluded.text`,
  )
  cache(db).delete(cacheKey(id, version))
}
