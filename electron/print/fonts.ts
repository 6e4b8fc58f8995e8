/**
 * A file of the fallback font for machines without a Chinese font (docs/design/machines.md: Fonts). The package
 * `@fontsource-variable/noto-sans-sc` splits the font into about a hundred files by character range; a browser fetches
 * only the files with characters of the text (`unicode-range`).
 */
type FontFace = { rule: string; file: string; ranges: readonly (readonly [number, number])[] }

/** The fallback font's family name in print styles. */
export const FALLBACK_FONT = 'Noto Sans SC Variable'

/**
 * The `@font-face` rules for the characters of `text`, each font file embedded as a data: address, for a self-contained
 * HTML document. About 1 MB for a form; `read` gives a file's bytes as base64.
 */
export function embeddedFonts(css: string, text: string, read: (file: string) => string): string {
  const points = new Set([...text].map((char) => char.codePointAt(0) ?? 0))
  return facesOf(css)
    .filter(({ ranges }) => meets(ranges, points))
    .map((face) => withSource(face, `data:font/woff2;base64,${read(face.file)}`))
    .join('\n')
}

function withSource(face: FontFace, url: string): string {
  return face.rule.replace(/url\([^)]*\)/, () => `url("${url}")`).replace('font-display: swap', 'font-display: block')
}

function facesOf(css: string): FontFace[] {
  return [...css.matchAll(/@font-face\s*\{[^}]*\}/g)].flatMap(([rule]) => {
    const file = /url\(\.\/files\/([\w.-]+)\)/.exec(rule)?.[1]
    const range = /unicode-range:\s*([^;}]+)/.exec(rule)?.[1]
    return file === undefined || range === undefined ? [] : [{ rule, file, ranges: rangesOf(range) }]
  })
}

function rangesOf(text: string): (readonly [number, number])[] {
  return text.split(',').map((part) => {
    const [from = '', to] = part.trim().replace(/^U\+/i, '').split('-')
    return [Number.parseInt(from.replaceAll('?', '0'), 16), Number.parseInt((to ?? from).replaceAll('?', 'f'), 16)]
  })
}

function meets(ranges: FontFace['ranges'], points: ReadonlySet<number>): boolean {
  for (const point of points) {
    // Every print font has ASCII, so the Latin file is not needed.
    if (point < 0x80) continue
    if (ranges.some(([from, to]) => point >= from && point <= to)) return true
  }
  return false
}
