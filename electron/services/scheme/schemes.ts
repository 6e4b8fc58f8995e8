import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fail } from '../../../shared/problem.ts'
import { parseScheme } from '../../../shared/scheme/parse-scheme.ts'
import type { Scheme } from '../../../shared/scheme/scheme.ts'
import { sha256 } from '../../machine/digest.ts'

/** A scheme with its source text. `digest`: SHA-256 of the text. */
export type LoadedScheme = { file: string; text: string; digest: string; scheme: Scheme }

/** The latest loaded schemes by text. A lookup by text is faster than its SHA-256, and every request needs one. */
const loaded = new Map<string, LoadedScheme>()
/** The most loaded schemes; the built-in ones fit in. */
const MOST_LOADED = 40

/** Loads a scheme's text; a text that is still in `loaded` is not parsed again. Fails with `scheme-invalid` naming the first fault. */
export function loadScheme(text: string, file: string): LoadedScheme {
  const known = loaded.get(text)
  if (known !== undefined) return known
  const parsed = parseScheme(text, file)
  if (!parsed.ok) {
    return fail('scheme-invalid', { file, count: parsed.problems.length, first: parsed.problems[0] ?? null })
  }
  const made = { file, text, digest: sha256(text), scheme: parsed.scheme }
  if (loaded.size >= MOST_LOADED) loaded.delete(loaded.keys().next().value ?? '')
  loaded.set(text, made)
  return made
}

/** The built-in schemes of a folder, in the order of their file names. */
export function builtInSchemes(folder: string): LoadedScheme[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => loadScheme(readFileSync(join(folder, name), 'utf8'), name))
}

/**
 * Finds a built-in scheme by its id, or loads a file. Fails with `scheme-unknown` naming the built-in schemes; for a file with
 * `not-found`, or as `loadScheme` does.
 */
export function findScheme(idOrFile: string, folder: string): LoadedScheme {
  if (/\.ya?ml$/i.test(idOrFile)) {
    try {
      return loadScheme(readFileSync(idOrFile, 'utf8'), idOrFile)
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return fail('not-found', { what: idOrFile })
      throw error
    }
  }
  const named = builtInNamed(idOrFile, folder)
  if (named !== null) return named
  const schemes = builtInSchemes(folder)
  return (
    schemes.find((one) => one.scheme.id === idOrFile) ??
    fail('scheme-unknown', { scheme: idOrFile, known: schemes.map((one) => one.scheme.id) })
  )
}

/** Finds a built-in scheme in the file of its name, without loading the others. Null when there is no such file. */
function builtInNamed(id: string, folder: string): LoadedScheme | null {
  const name = `${id}.yaml`
  if (!readdirSync(folder).includes(name)) return null
  const found = loadScheme(readFileSync(join(folder, name), 'utf8'), name)
  return found.scheme.id === id ? found : null
}
