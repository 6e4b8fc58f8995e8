import { globSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

const NOT_OURS = /^(node_modules|dist|out|test-results)(\/|$)|\.log$|(^|\/)\.(?!ci\/)/

/** Every file of the repository whose path matches the patterns, as paths with `/`, sorted. */
export function filesOf(...patterns: string[]): string[] {
  return globSync(patterns, {
    cwd: root,
    withFileTypes: true,
    exclude: (entry) => entry.name === 'node_modules' || entry.name === 'dist' || entry.name === '.git',
  })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(root.length).replaceAll('\\', '/').replace(/^\//, ''))
    .filter((path) => !NOT_OURS.test(path))
    .sort()
}

export function textOf(path: string): string {
  return readFileSync(`${root}/${path}`, 'utf8')
}

/** The sources that ship. */
export function shippedSources(): string[] {
  return filesOf('shared/**/*.{ts,tsx}', 'electron/**/*.{ts,tsx}', 'renderer/**/*.{ts,tsx}')
}

/** The folders that hold at least one of the files directly. */
export function foldersOf(paths: readonly string[]): string[] {
  return [...new Set(paths.map((path) => dirname(path)))].sort()
}

/** A source without its comments, so that prose may name what code must not. */
export function codeOf(path: string): string {
  return textOf(path).replace(/\/\*[^]*?\*\/|^\s*\/\/.*$|(?<=[\s;{}(,])\/\/ .*$/gm, '')
}

/** The imports of a source, static or not, as written. */
export function importsOf(path: string): string[] {
  const code = codeOf(path)
  const statements = [
    /^\s*import\s+['"]([^'"\n]+)['"]/gm,
    /^\s*(?:import|export)\b[^'"`;=(]*?\bfrom\s*['"]([^'"\n]+)['"]/gm,
    /\bimport\(\s*['"]([^'"\n]+)['"]/g,
  ]
  return statements.flatMap((statement) => [...code.matchAll(statement)].map((match) => match[1] ?? ''))
}
