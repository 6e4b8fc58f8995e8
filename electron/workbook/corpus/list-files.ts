import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'

/** Lists all files below a folder, as paths relative to it, in natural order (表2 before 表10). */
export function listFiles(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const natural = new Intl.Collator('zh', { numeric: true }).compare
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort(natural)
}
