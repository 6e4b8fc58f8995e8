/** `node build/page.ts` builds the page into dist/page, unless the sources are unchanged since the last build. */
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

/** The age of a lock that a killed build left, because a build takes only seconds. */
const LOCK_LIFE_MS = 120_000

/** The digest of all sources of the page. */
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

/** Waits for the lock of the build, because tests and a start may build the page at the same time. */
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

/** Runs `work` with NODE_ENV `production`, because Vite obeys NODE_ENV and a test runner's `test` gives React for developers. */
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

/** Builds the page when its sources have changed since the last build; returns true after a build. */
export async function buildPage(): Promise<boolean> {
  if (isFresh(digestOfSources())) return false
  await takeLock()
  try {
    const digest = digestOfSources()
    if (isFresh(digest)) return false
    // The build goes to a folder beside, so that a running host keeps the whole old page until the new page is complete.
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
