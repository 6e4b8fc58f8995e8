/**
 * `npm run pack` packs the program for this platform without a network: with the Electron runtime in node_modules, or with
 * a stand-in folder of the same shape when the runtime is missing. Fails when the result lacks a needed file, contains
 * an unneeded file, or does not run.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, Platform } from 'electron-builder'
import { bundleNode } from './bundle-node.ts'
import { listPacked, judgePacked } from './packed.ts'
import { tryPacked } from './packed-run.ts'
import { buildPage } from './page.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const require = createRequire(import.meta.url)

/** The folder of the Electron runtime: the installed one, otherwise a stand-in of empty files with the same names. */
function runtimeFolder(): { folder: string; real: boolean } {
  const real = join(dirname(require.resolve('electron/package.json')), 'dist')
  if (existsSync(join(real, 'version'))) return { folder: real, real: true }
  const folder = join(root, '.cache', 'stand-in-runtime')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'resources'), { recursive: true })
  mkdirSync(join(folder, 'locales'), { recursive: true })
  for (const name of ['electron', 'electron.exe', 'chrome-sandbox', 'locales/zh-CN.pak', 'locales/de.pak', 'LICENSE']) {
    writeFileSync(join(folder, name), '')
  }
  const { version } = JSON.parse(readFileSync(require.resolve('electron/package.json'), 'utf8')) as { version: string }
  writeFileSync(join(folder, 'version'), version)
  return { folder, real: false }
}

await buildPage()
await bundleNode()
const runtime = runtimeFolder()
const output = join(root, 'out')
rmSync(output, { recursive: true, force: true })
await build({
  projectDir: root,
  targets: Platform.current().createTarget('dir'),
  publish: 'never',
  config: { extends: 'electron-builder.yml', electronDist: runtime.folder },
})

const packed = listPacked(output)
const { total, largest } = packed
process.stdout.write(
  `asar: ${packed.inside.length} files, unpacked: ${packed.unpacked.length} files, ${(total / 1024 / 1024).toFixed(1)} MB\n`,
)
process.stdout.write(`${largest.map(({ name, bytes }) => `  ${(bytes / 1024 / 1024).toFixed(1).padStart(6)} MB  ${name}`).join('\n')}\n`)
if (!runtime.real) process.stdout.write('The Electron runtime was a stand-in: the window itself was not opened.\n')
const complaints = [...judgePacked(packed, `${process.platform}-${process.arch}`), ...(await tryPacked(output))]
for (const complaint of complaints) process.stderr.write(`${complaint}\n`)
process.exitCode = complaints.length === 0 ? 0 : 1
