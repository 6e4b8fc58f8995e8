import { existsSync, globSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** The files of a packed program. Paths are relative to the program's root, with `/`. */
export type Packed = { inside: string[]; unpacked: string[]; total: number; largest: { name: string; bytes: number }[] }

type Asar = {
  listPackage: (archive: string, options: { isPack: boolean }) => string[]
  statFile: (archive: string, path: string) => { size?: number; unpacked?: boolean; files?: unknown }
}

/** Lists the files of the asar under `output`, at any depth, because the folders differ between platforms. */
export function listPacked(output: string): Packed {
  const [archive] = globSync('**/app.asar', { cwd: output })
  if (archive === undefined) throw new Error(`no app.asar under ${output}`)
  const path = join(output, archive)
  const asar = createRequire(createRequire(import.meta.url).resolve('electron-builder'))('@electron/asar') as Asar
  const inside: string[] = []
  const unpacked: string[] = []
  const weights = new Map<string, number>()
  for (const entry of asar.listPackage(path, { isPack: false })) {
    const name = entry.replaceAll('\\', '/').replace(/^\//, '')
    const stat = asar.statFile(path, name)
    if (stat.files !== undefined) continue
    inside.push(name)
    if (stat.unpacked === true && existsSync(join(`${path}.unpacked`, name))) unpacked.push(name)
    const part = name.startsWith('node_modules/')
      ? name
          .split('/')
          .slice(0, name.startsWith('node_modules/@') ? 3 : 2)
          .join('/')
      : name.split('/').slice(0, 2).join('/')
    weights.set(part, (weights.get(part) ?? 0) + (stat.size ?? 0))
  }
  const largest = [...weights].map(([name, bytes]) => ({ name, bytes })).sort((a, b) => b.bytes - a.bytes)
  return { inside, unpacked, total: largest.reduce((sum, { bytes }) => sum + bytes, 0), largest: largest.slice(0, 10) }
}

const NEEDED = [
  'package.json',
  'LICENSE',
  'dist/node/electron/main.js',
  'dist/node/electron/browser-host.js',
  'dist/node/electron/cli.js',
  'dist/page/index.html',
  'node_modules/better-sqlite3/package.json',
  'node_modules/exceljs/lib/exceljs.nodejs.js',
  'node_modules/hono/package.json',
]

const NOT_NEEDED: [RegExp, string][] = [
  [/\.tsx?$/, 'a TypeScript source'],
  [/\.map$/, 'a source map'],
  [/^(test|build|docs|renderer|\.ci)\//, 'a part of the repository that does not ship'],
  [
    /^node_modules\/(react|antd|echarts|@ant-design|@fontsource[^/]*|electron|vite|vitest|typescript|@sparticuz|playwright-core)\//,
    'a package of the page or the build',
  ],
  [/^node_modules\/better-sqlite3\/(deps|src)\//, 'the C sources of SQLite'],
  [/^node_modules\/(es-abstract|@fast-csv|fstream|glob|rimraf|zip-stream)\//, 'a package below those parts of exceljs that are never used'],
]

/** The missing and the unneeded files of a packed program, as sentences; `target` is like `linux-x64`. */
export function judgePacked(packed: Packed, target: string): string[] {
  const binding = `node_modules/better-sqlite3/prebuilds/${target}.node`
  const prebuilds = packed.inside.filter((name) => name.startsWith('node_modules/better-sqlite3/prebuilds/'))
  return [
    ...NEEDED.filter((name) => !packed.inside.includes(name)).map((name) => `missing: ${name}`),
    ...(packed.inside.some((name) => /^dist\/node\/shared\/schemes\/.+\.ya?ml$/.test(name)) ? [] : ['missing: the built-in schemes']),
    ...(packed.unpacked.includes(binding) ? [] : [`not unpacked beside the asar: ${binding}`]),
    ...prebuilds.filter((name) => name !== binding).map((name) => `of another platform: ${name}`),
    ...packed.inside.flatMap((name) => NOT_NEEDED.filter(([pattern]) => pattern.test(name)).map(([, what]) => `${what}: ${name}`)),
  ]
}
