import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { buildPage } from '../../build/page.ts'
import { launch, openPage } from '../browser/chromium.ts'
import { demoFolder } from '../builders/demo-folder.ts'
import { startModel } from '../browser/page-models/start-model.ts'

/** Promise 6 (docs/design/promises.md): nothing leaves the machine: no network call, telemetry or remote font, ever. */
const root = fileURLToPath(new URL('../..', import.meta.url))
const watch = fileURLToPath(new URL('./watch-network.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'xiaotong-p6-'))
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

function watched(name: string): { env: NodeJS.ProcessEnv; asked: () => string[] } {
  const report = join(folder, `${name}.txt`)
  const env = {
    ...process.env,
    XIAOTONG_WATCH: report,
    XIAOTONG_HOME: join(folder, 'home'),
    NODE_OPTIONS: `--import=${new URL(`file://${watch}`).href}`,
  }
  return { env, asked: () => (existsSync(report) ? readFileSync(report, 'utf8').trim().split('\n') : []) }
}

test('the watch itself sees who asks a network', () => {
  const { env, asked } = watched('self')
  execFileSync(
    process.execPath,
    [
      '-e',
      "fetch('http://192.0.2.1:8080/', { signal: AbortSignal.timeout(200) }).catch(() => {}); require('dns').lookup('example.invalid', () => {})",
    ],
    { env },
  )
  expect(asked().join()).toMatch(/connect .*192\.0\.2\.1/)
  expect(asked().join()).toContain('lookup example.invalid')
})

test('the county’s whole job on the command line asks nothing of any network', async () => {
  const { said, asked } = await demoFolder()
  // The exit code is 1, because some published figures contradict each other.
  expect(said.code).toBe(1)
  expect((JSON.parse(said.stdout) as { files: string[] }).files.length).toBeGreaterThan(100)
  expect(asked).toEqual([])
}, 600_000)

test('every page of the program asks only its own host, and the host asks nobody', async () => {
  await buildPage()
  const { env, asked } = watched('host')
  const host = spawn(process.execPath, ['electron/browser-host.ts', '--no-open'], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
  const url = await new Promise<string>((tell) =>
    host.stdout.once('data', (part: Buffer) => tell(/http:\S+/.exec(part.toString())?.[0] ?? '')),
  )
  const browser = await launch()
  try {
    const { page, complaints, quiet } = await openPage(browser, url)
    const foreign: string[] = []
    page.on('request', (request) => {
      if (!request.url().startsWith(new URL(url).origin) && !/^(data|blob):/.test(request.url())) foreign.push(request.url())
    })
    await startModel(page).openDemo()
    const places = await page
      .locator('nav a')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).hash).filter((hash) => hash !== ''))
    expect(places.length).toBeGreaterThan(5)
    for (const place of places) {
      await page.evaluate((hash) => {
        location.hash = hash
      }, place)
      await quiet()
    }
    expect(foreign).toEqual([])
    expect(complaints.filter((text) => text.includes('Content Security Policy'))).toEqual([])
    expect(asked()).toEqual([])
  } finally {
    await browser.close()
    host.kill('SIGKILL')
  }
}, 180_000)
