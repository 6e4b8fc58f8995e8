/** `node build/page.ts` builds the page into dist/page, unless it already stands there as the sources have it. */
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = new URL('../dist/', import.meta.url)
const page = new URL('page', dist)
const stamp = new URL('page.digest', dist)
const lock = new URL('page.lock', dist)

/** A build takes seconds: a lock older than this was left by one that was killed. */
const LOCK_LIFE_MS = 120_000

/** One digest over everything the page is made of. */
function digestOfSources(): string {
  const hash = createHash('sha256')
  const sources = globSync(['renderer/**/*', 'shared/**/*', 'build/vite.config.ts', 'package-lock.json'], {
    cwd: root,
    withFileTypes: true,
  })
  for (const path of sources
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort()) {
    hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0')
  }
  return hash.digest('hex')
}

function isFresh(digest: string): boolean {
  return existsSync(new URL('page/index.html', dist)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest
}

/** One build at a time: tests and a start may want the page at the same moment. */
async function takeLock(): Promise<void> {
  mkdirSync(dist, { recursive: true })
  for (;;) {
    try {
      mkdirSync(lock)
      return
    } catch {
      if (Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0) > LOCK_LIFE_MS)
        rmSync(lock, { recursive: true, force: true })
      await wait(100)
    }
  }
}

/** Vite goes by NODE_ENV whatever its mode is: under a test runner (`test`) the page would be React's, and run, for developers. */
async function inProduction<Result>(work: () => Promise<Result>): Promise<Result> {
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  try {
    return await work()
  } finally {
    if (before === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = before
  }
}

/** Builds the page when its sources have changed since the last build; true when it did. */
export async function buildPage(): Promise<boolean> {
  if (isFresh(digestOfSources())) return false
  await takeLock()
  try {
    const digest = digestOfSources()
    if (isFresh(digest)) return false
    // Built beside its place: a host that is running keeps a whole page, the old one, until the new one is there.
    const beside = new URL('page.new', dist)
    await inProduction(() =>
      build({ configFile: fileURLToPath(new URL('vite.config.ts', import.meta.url)), build: { outDir: fileURLToPath(beside) } }),
    )
    rmSync(page, { recursive: true, force: true })
    renameSync(beside, page)
    writeFileSync(stamp, digest)
    return true
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

if (import.meta.main) await buildPage()
