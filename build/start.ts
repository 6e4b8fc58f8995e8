/**
 * `npm start [-- WORKSPACE --port N --no-open]`: builds the page when it is stale, then opens the Electron window.
 * Runs the browser host instead on a machine without a screen, or, with a message, without the Electron runtime.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { hasScreen } from '../electron/loopback/open-browser.ts'
import { bundleNode } from './bundle-node.ts'
import { buildPage } from './page.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const electronFolder = dirname(createRequire(import.meta.url).resolve('electron/package.json'))

/** The time limits for the network test and for the download of the runtime. */
const REACH_MS = 4_000
const DOWNLOAD_MS = 600_000

function say(zh: string, en: string): void {
  process.stdout.write(`${zh}\n${en}\n`)
}

/** The path of the Electron program in ELECTRON_OVERRIDE_DIST_PATH or in node_modules; null when it is missing. */
function runtime(): string | null {
  const pathFile = join(electronFolder, 'path.txt')
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron'
  const program = join(override ?? join(electronFolder, 'dist'), name)
  return existsSync(program) ? program : null
}

async function reachable(address: string): Promise<boolean> {
  return fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(REACH_MS) }).then(
    () => true,
    () => false,
  )
}

/** The path of the Electron program; Electron's own installer downloads a missing runtime. Null without a runtime and a network. */
async function findElectron(): Promise<string | null> {
  const present = runtime()
  if (present !== null) return present
  const mirror = process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'] ?? 'https://github.com/'
  if (!(await reachable(mirror))) return null
  say('正在下载 Electron 运行环境（约 110 MB，仅首次）……', 'Downloading the Electron runtime (about 110 MB, once)…')
  spawnSync(process.execPath, [join(electronFolder, 'install.js')], { stdio: 'ignore', timeout: DOWNLOAD_MS })
  return runtime()
}

async function chooseHost(): Promise<{ program: string; entry: string }> {
  const browserHost = { program: process.execPath, entry: join(root, 'electron', 'browser-host.ts') }
  if (!hasScreen(process.platform, process.env)) return browserHost
  const electron = await findElectron()
  if (electron !== null) {
    // Electron runs the plain JavaScript of `main` in package.json, because it strips no types.
    await bundleNode()
    return { program: electron, entry: root }
  }
  say('没有 Electron 运行环境，改在浏览器中运行。', 'The Electron runtime is not here: running in the browser instead.')
  return browserHost
}

await buildPage()
const { program, entry } = await chooseHost()
const child = spawn(program, [entry, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
child.on('error', (error) => {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 3
})
child.on('exit', (code) => {
  process.exitCode = code ?? 0
})
