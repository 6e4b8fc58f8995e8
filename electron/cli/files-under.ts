import { readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fail } from '../../shared/problem.ts'

const order = new Intl.Collator('zh-CN', { numeric: true })

/**
 * The files at paths of the command line. A folder gives all files below it in natural order, without hidden files and Office's lock files.
 * Fails with `not-found` for a missing path.
 */
export function filesUnder(paths: readonly string[]): { path: string; name: string }[] {
  return paths.flatMap((path) => {
    const found = statSync(path, { throwIfNoEntry: false })
    if (found === undefined) return fail('not-found', { what: path })
    if (!found.isDirectory()) return [{ path, name: basename(path) }]
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith('~$') && !entry.name.startsWith('.'))
      .map((entry) => ({ path: join(entry.parentPath, entry.name), name: entry.name }))
      .sort((a, b) => order.compare(a.path, b.path))
  })
}
