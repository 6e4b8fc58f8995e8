import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** A Chinese font's CSS; `read` returns a font file named in the CSS as base64. */
export type FontFiles = { css: string; read: (file: string) => string }

/**
 * The bundled Chinese font for machines without a Chinese font (docs/design/machines.md: Fonts).
 * Returns null when the packed program does not contain the font.
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
