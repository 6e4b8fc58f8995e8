import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { programEnv, runCli, type CommandResult } from './run-cli.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const PREFIX = 'xiaotong-demo-'
const NETWORK = 'network.txt'
/** The age in ms at which the lock of a killed maker is taken over. */
const STALE_MS = 10 * 60_000

export type DemoFolder = {
  /** The output of `demo --out`: county.xiaotong, returns/, summary.xlsx, summary.pdf. Tests change only copies. */
  folder: string
  county: string
  returns: string[]
  /** The command's exit code and output. */
  said: CommandResult
  /** The network requests of the command, line by line (test/promises/watch-network.ts). */
  asked: string[]
}

/**
 * The demo county from `demo --out DIR --json`, made once for all tests and kept in the temporary folder until a
 * source changes. Of several test processes one makes it and the others wait.
 */
export async function demoFolder(): Promise<DemoFolder> {
  const folder = join(tmpdir(), `${PREFIX}${digestOfSources()}`)
  while (!existsSync(folder)) {
    if (claim(`${folder}.making`)) await make(folder)
    else await wait(500)
  }
  const said = JSON.parse(readFileSync(join(folder, 'said.json'), 'utf8')) as CommandResult
  const returns = readdirSync(join(folder, 'returns'))
    .sort()
    .map((name) => join(folder, 'returns', name))
  const report = join(folder, NETWORK)
  const asked = existsSync(report) ? readFileSync(report, 'utf8').trim().split('\n') : []
  return { folder, county: join(folder, 'county.xiaotong'), returns, said, asked }
}

/** A copy of the demo county's workspace that a test may change. */
export async function copyOfDemoCounty(into: string): Promise<string> {
  const copy = join(into, 'county.xiaotong')
  copyFileSync((await demoFolder()).county, copy)
  return copy
}

function claim(lock: string): boolean {
  const held = statSync(lock, { throwIfNoEntry: false })
  if (held !== undefined && Date.now() - held.mtimeMs > STALE_MS) rmSync(lock, { recursive: true, force: true })
  try {
    mkdirSync(lock)
    return true
  } catch {
    return false
  }
}

async function make(folder: string): Promise<void> {
  const making = `${folder}.making`
  if (existsSync(folder)) return rmSync(making, { recursive: true, force: true })
  for (const old of readdirSync(tmpdir()))
    if (old.startsWith(PREFIX) && !making.endsWith(old) && !old.endsWith('.making'))
      rmSync(join(tmpdir(), old), { recursive: true, force: true })
  try {
    const watch = {
      XIAOTONG_WATCH: join(making, NETWORK),
      NODE_OPTIONS: `--import=${new URL('../promises/watch-network.ts', import.meta.url).href}`,
    }
    const said = await runCli(['demo', '--out', making, '--json'], { ...programEnv(), ...watch })
    if (said.code !== 0 && said.code !== 1) throw new Error(`demo: exit ${said.code}\n${said.stderr}`)
    writeFileSync(join(making, 'said.json'), JSON.stringify(said))
    renameSync(making, folder)
  } finally {
    rmSync(making, { recursive: true, force: true })
  }
}

function digestOfSources(): string {
  const hash = createHash('sha256')
  for (const path of [...globSync('{electron,shared}/**/*.{ts,yaml,docx}', { cwd: root }), 'package-lock.json'].sort()) {
    hash.update(path).update(readFileSync(join(root, path)))
  }
  return hash.digest('hex').slice(0, 16)
}
