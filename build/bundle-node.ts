/**
 * `node build/bundle-node.ts` turns electron/ and shared/ into plain JavaScript in dist/node, file by file, because Electron
 * has no type stripping. The folders keep their names, so that `new URL('…', import.meta.url)` finds worker threads and
 * scheme files there too. Packages are not bundled and ship unchanged.
 */
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const out = join(root, 'dist', 'node')

/** Renames the sources in imports, re-exports and worker addresses: `./x.ts` becomes `./x.js`. */
export function renameImports(code: string): string {
  return code.replace(/((?:from|import|import\(|new URL\()\s*['"]\.{1,2}\/[^'"\n]*)\.ts(['"])/g, '$1.js$2')
}

/** Writes dist/node anew; returns the paths of the sources, relative to the repository. */
export async function bundleNode(): Promise<string[]> {
  rmSync(out, { recursive: true, force: true })
  const sources = globSync(['electron/**/*', 'shared/**/*'], { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
  for (const path of sources) {
    const target = join(out, path.replace(/\.ts$/, '.js'))
    mkdirSync(dirname(target), { recursive: true })
    if (path.endsWith('.ts')) writeFileSync(target, renameImports(stripTypeScriptTypes(readFileSync(join(root, path), 'utf8'))))
    else cpSync(join(root, path), target)
  }
  return sources
}

if (import.meta.main) {
  const files = await bundleNode()
  if (!existsSync(join(out, 'electron', 'main.js'))) throw new Error('electron/main.ts was not bundled')
  process.stdout.write(`dist/node: ${files.length} files\n`)
}
