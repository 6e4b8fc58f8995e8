/**
 * Measures the page in a real Chromium: starting, then on a slow PC (processor throttled four times) opening a table of 60 × 20 cells,
 * and the time from a key to the painted and to the saved figure (docs/performance.md): `node build/bench/page.ts`.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium, type CDPSession, type Page } from 'playwright-core'
import { compose } from '../../electron/compose.ts'
import { findChromium } from '../../electron/loopback/find-browser.ts'
import { plainMachine } from '../../electron/loopback/plain-machine.ts'
import { serveLoopback } from '../../electron/loopback/server.ts'
import { loadScheme } from '../../electron/services/scheme/schemes.ts'
import { makeWorkspace } from '../../electron/services/workspace/workspaces.ts'
import { buildPage } from '../page.ts'
import { gridScheme } from './grid-scheme.ts'

const assets = new URL('../../dist/page/assets/', import.meta.url)
const THROTTLE = 4
const ROUNDS = 7
const KEYS = 60

await buildPage()
const folder = mkdtempSync(join(tmpdir(), 'xiaotong-bench-'))
const path = join(folder, 'school.xiaotong')
const machine = {
  ...plainMachine({ lang: 'zh' }),
  workspace: path,
  paths: { data: folder, workspaces: join(folder, 'workspaces'), log: join(folder, 'log') },
}
mkdirSync(machine.paths.workspaces)
const unit = { code: '2134000001', name: '第一小学', kind: '小学', township: '', class: '', parent: '' }
;(
  await makeWorkspace({ path, role: 'school', scheme: loadScheme(gridScheme(60, 20), 'bench.yaml'), period: '2021', unit }, machine.clock)
).workspace.close()
const program = await compose(machine)
const host = await serveLoopback(program.handler)
const executablePath = await findChromium({ platform: process.platform, env: process.env, home: homedir() })
if (executablePath === null) throw new Error('no Chromium, Chrome or Edge on this machine')
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] })
const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
const page = await context.newPage()
const devtools = await context.newCDPSession(page)

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN
const lines: [job: string, ms: number, note: string][] = []

await page.goto(host.url)
const starts: number[] = []
for (let round = 0; round < ROUNDS; round += 1) starts.push(await started(page))
lines.push(['start to usable, not throttled, median', quantile(starts, 0.5), 'goal ≤ 1,000 ms'])
const loaded = await page.evaluate(() =>
  performance.getEntriesByType('resource').flatMap(({ name }) => (name.endsWith('.js') ? [name.split('/').pop() ?? ''] : [])),
)
const all = readdirSync(assets).filter((name) => name.endsWith('.js'))
lines.push([
  'scripts loaded until then, compressed, kB',
  compressed(loaded),
  `goal ≤ 700 kB; all there are: ${compressed(all).toFixed(0)} kB`,
])

await throttle(devtools)
const opened: number[] = []
for (let round = 0; round < ROUNDS; round += 1) {
  await page.getByRole('tab', { name: '小表' }).click()
  await page.locator('td[data-cell="S.01.1"]').waitFor()
  opened.push(await untilPainted(page, () => page.getByRole('tab', { name: '大表' }).click(), 'td[data-cell="L.60.20"]'))
}
lines.push(['open a table of 60 × 20 cells, throttled, median', quantile(opened, 0.5), 'goal ≤ 200 ms'])

await page.locator('td[data-cell="L.01.1"]').click()
await page.evaluate(measureKeys)
for (let key = 0; key < KEYS; key += 1) {
  await page.keyboard.press(String((key % 9) + 1))
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.querySelector('.save-busy') === null)
}
const { painted, saved } = await page.evaluate(
  () => (globalThis as unknown as { measured: { painted: number[]; saved: number[] } }).measured,
)
lines.push([
  'key to painted value, throttled, p95',
  quantile(painted, 0.95),
  `goal ≤ 50 ms; ${painted.length} keys, median ${quantile(painted, 0.5).toFixed(0)} ms`,
])
lines.push([
  'key to durably saved, throttled, p95',
  quantile(saved, 0.95),
  `goal ≤ 100 ms; ${saved.length} values, median ${quantile(saved, 0.5).toFixed(0)} ms`,
])

for (const [job, ms, note] of lines) process.stdout.write(`${job.padEnd(52)} ${ms.toFixed(0).padStart(6)}  ${note}\n`)
await browser.close()
await host.close()
program.close()
rmSync(folder, { recursive: true, force: true })

function compressed(names: readonly string[]): number {
  return names.reduce((sum, name) => sum + gzipSync(readFileSync(new URL(name, assets)), { level: 9 }).length, 0) / 1000
}

async function throttle(session: CDPSession): Promise<void> {
  await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE })
}

/** Loads the page again and waits for the first cell; returns the milliseconds since the load, by the page's clock. */
async function started(on: Page): Promise<number> {
  await on.reload()
  await on.locator('td[data-cell="L.01.1"]').waitFor()
  return on.evaluate(() => performance.now())
}

/** The milliseconds from a click to the frame that shows an element, by the page's clock. */
async function untilPainted(on: Page, act: () => Promise<void>, selector: string): Promise<number> {
  const painted = on.evaluate(
    (wanted) =>
      new Promise<number>((done) => {
        let from = 0
        addEventListener('pointerdown', () => (from = performance.now()), { once: true, capture: true })
        const look = (): void => {
          if (from > 0 && document.querySelector(wanted) !== null)
            requestAnimationFrame(() => setTimeout(() => done(performance.now() - from)))
          else requestAnimationFrame(look)
        }
        look()
      }),
    selector,
  )
  await act()
  return painted
}

/** Runs in the page: records for each key the time to the next frame, for each Enter the time to the header's saved mark. */
function measureKeys(): void {
  const measured = { painted: [] as number[], saved: [] as number[] }
  ;(globalThis as unknown as { measured: typeof measured }).measured = measured
  let entered = 0
  addEventListener(
    'keydown',
    (event) => {
      const from = performance.now()
      if (event.key === 'Enter') entered = from
      requestAnimationFrame(() => setTimeout(() => measured.painted.push(performance.now() - from)))
    },
    { capture: true },
  )
  new MutationObserver(() => {
    if (entered === 0 || document.querySelector('.save-busy') !== null || document.querySelector('.save-done') === null) return
    measured.saved.push(performance.now() - entered)
    entered = 0
  }).observe(document.body, { subtree: true, childList: true, characterData: true })
}
