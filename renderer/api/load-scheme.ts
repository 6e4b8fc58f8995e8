import { parseScheme } from '../../shared/scheme/parse-scheme.ts'
import type { Scheme } from '../../shared/scheme/scheme.ts'

/** Loads the scheme from its text with the loader of the host. The host serves only schemes that load. */
export function schemeFromHost(file: string, text: string): Scheme {
  const parsed = parseScheme(text, file)
  if (!parsed.ok) throw new Error(`scheme ${file} does not load`)
  return parsed.scheme
}
