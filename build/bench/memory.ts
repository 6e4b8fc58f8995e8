/**
 * Measures a county of 1,000 schools in the program that ships (dist/): receiving a folder of workbooks from the command line, printing
 * a summary of about 200 pages, and the program with its page open (docs/performance.md): `node build/bench/memory.ts [schools]`.
 * The memory of a command is its largest resident memory; the memory of program and page is their Pss in /proc.
 */
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { composeRuntime } from '../../electron/compose/runtime.ts'
import { findChromium } from '../../electron/loopback/find-browser.ts'
import { plainMachine } from '../../electron/loopback/plain-machine.ts'
import { bundleNode } from '../bundle-node.ts'
import { buildPage } from '../page.ts'
import { filledWorkbooks, makeCounty } from './made-county.ts'

if (process.platform !== 'linux') throw new Error('this measures with /proc, which only Linux has')
const schools = Number(process.argv[2] ?? 1000)
const folder = mkdtempSync(join(tmpdir(), 'xiaotong-bench-'))
const returns = join(folder, 'returns')
const county = join(folder, 'county.xiaotong')
mkdirSync(returns)
const runtime = composeRuntime(plainMachine())
const made = await makeCounty(runtime, folder, schools)
for await (const { name, bytes } of filledWorkbooks(made.session, made.units)) writeFileSync(join(returns, name), bytes)
runtime.close()
await Promise.all([bundleNode(), buildPage()])

const megabytes = (kilobytes: number): number => Math.round(kilobytes / 1024)
const say = (job: string, figure: string, note: string): void =>
  void process.stdout.write(`${job.padEnd(52)} ${figure.padStart(9)}  ${note}\n`)
const path = (file: string): string => fileURLToPath(new URL(`../../${file}`, import.meta.url))

/** Runs a command; returns its time in ms and its largest resident memory in kB. */
function commandLine(...args: string[]): { ms: number; peak: number } {
  const telling = 'data:text/javascript,process.on("exit",()=>process.stderr.write(`peak=${process.resourceUsage().maxRSS}\\n`))'
  const from = performance.now()
  const { stderr, status } = spawnSync(process.execPath, ['--import', telling, path('dist/node/electron/cli.js'), ...args], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  })
  const peak = /peak=(\d+)/.exec(stderr)?.[1]
  if (peak === undefined || status === null || status > 1) throw new Error(stderr)
  return { ms: performance.now() - from, peak: Number(peak) }
}

const receiving = commandLine('receive', county, returns, '--json')
say(
  `receive a folder of ${schools} from the command line`,
  `${megabytes(receiving.peak)} MB`,
  `most resident at once; goal ≤ 250 MB for 1,000; ${receiving.ms.toFixed(0)} ms with starting`,
)

const pdf = join(folder, 'summary.pdf')
const printing = commandLine('consolidate', county, '--by', 'township', '--out', pdf, '--json')
const pages = readFileSync(pdf, 'latin1').match(/\/Type\s*\/Page\b(?!s)/gu)?.length ?? 0
say(
  `print the townships' summary, ${pages} pages`,
  `${(printing.ms / 1000).toFixed(1)} s`,
  `goal ≤ 10 s for 200 pages, so ${(pages / 20).toFixed(1)} s; with starting program and browser`,
)

const host = spawn(process.execPath, [path('dist/node/electron/browser-host.js'), county, '--no-open', '--lang', 'zh'], {
  stdio: ['ignore', 'pipe', 'inherit'],
})
const url = await new Promise<string>((done) => {
  let said = ''
  host.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString()
    const address = /http:\/\/127\S+/.exec(said)?.[0]
    if (address !== undefined) done(address)
  })
})
const executablePath = await findChromium({ platform: process.platform, env: process.env, home: homedir() })
if (executablePath === null) throw new Error('no Chromium, Chrome or Edge on this machine')
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] })
const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
await page.goto(url)
await page.goto(new URL('/#/roster', url).href)
await page.locator('.ant-table-row').first().waitFor()
await page.goto(new URL('/#/checks/all', url).href)
await page.locator('.page-state').waitFor()
await page.goto(new URL('/#/consolidate/B1', url).href)
await page.locator('button[data-cell="B1.01.1"]').waitFor()
const renderer = newestRenderer()
const held = { host: shareOf(host.pid ?? 0), page: shareOf(renderer) }
say(
  `the program with a county of ${schools} open, and its page`,
  `${megabytes(held.host + held.page)} MB`,
  `goal ≤ 350 MB; program ${megabytes(held.host)}, page ${megabytes(held.page)}; the browser itself apart`,
)

await browser.close()
host.kill('SIGTERM')
await new Promise((done) => host.once('exit', done))
rmSync(folder, { recursive: true, force: true })

/** The memory of a process in kB (Pss): its own memory and its share of the memory common to several processes. */
function shareOf(pid: number): number {
  return Number(/^Pss:\s+(\d+)/mu.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'latin1'))?.[1] ?? NaN)
}

/** The id of the page's process: the highest id of all processes that draw pages, because the page's process started last. */
function newestRenderer(): number {
  const pids = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
  const drawing = pids.filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes('--type=renderer')
    } catch {
      return false
    }
  })
  return Math.max(...drawing)
}
