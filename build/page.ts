/** `node build/page.ts` builds the page into dist/page, unless it already stands there as the sources have it. */
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
const stamp = new URL('../dist/page.digest', import.meta.url)

/** One digest over everything the page is made of. */
function digestOfSources(): string {
  const hash = createHash('sha256')
  const sources = globSync(['renderer/**/*', 'shared/**/*', 'build/vite.config.ts', 'package-lock.json'], { cwd: root, withFileTypes: true })
  for (const path of sources.filter((entry) => entry.isFile()).map((entry) => `${entry.parentPath}/${entry.name}`).sort()) {
    hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0')
  }
  return hash.digest('hex')
}

/** Builds the page when its sources have changed since the last build; true when it did. */
export async function buildPage(): Promise<boolean> {
  const digest = digestOfSources()
  const index = new URL('../dist/page/index.html', import.meta.url)
  if (existsSync(index) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return false
  await build({ configFile: fileURLToPath(new URL('vite.config.ts', import.meta.url)) })
  mkdirSync(new URL('../dist/', import.meta.url), { recursive: true })
  writeFileSync(stamp, digest)
  return true
}

if (import.meta.main) await buildPage()
