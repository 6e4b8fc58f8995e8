import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** A Chinese font as files: its CSS, and a way to read one of the files it names, as base64. */
export type FontFiles = { css: string; read: (file: string) => string }

/**
 * The bundled Chinese font for machines without one (docs/design/machines.md: Fonts); null where the program was packed
 * without it, for its own window has its system's fonts.
 */
export function fallbackFonts(): FontFiles | null {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('@fontsource-variable/noto-sans-sc/package.json'))
    const css = readFileSync(join(folder, 'index.css'), 'utf8')
    return { css, read: (file) => readFileSync(join(folder, 'files', file)).toString('base64') }
  } catch {
    return null
  }
}
