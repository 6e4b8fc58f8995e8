/**
 * `npm start [-- WORKSPACE --port N --no-open]`: builds the page when it is stale, then opens the Electron window;
 * where its runtime cannot be had, or there is no screen, says so in one line and runs the browser host.
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

/** How long the download of the runtime is asked to show that there is a network at all, and then to finish. */
const REACH_MS = 4_000
const DOWNLOAD_MS = 600_000

function say(zh: string, en: string): void {
  process.stdout.write(`${zh}\n${en}\n`)
}

/** The path of the Electron program, when its runtime lies in node_modules or where ELECTRON_OVERRIDE_DIST_PATH says. */
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

/** The runtime, downloaded by Electron's own installer at the first start where there is a network; null where not. */
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
    // Electron strips no types: it gets the plain JavaScript that package.json names as its main file.
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
