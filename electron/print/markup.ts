/** HTML that is safe to insert: `markup` escapes every text. */
export type Markup = { readonly html: string }

type Piece = Markup | string | number | null | readonly Markup[]

/** Builds HTML: escapes texts, inserts markup unchanged, prints null as nothing. */
export function markup(texts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  let html = texts[0] ?? ''
  pieces.forEach((piece, index) => {
    html += write(piece) + (texts[index + 1] ?? '')
  })
  return { html }
}

/** Escapes text for HTML, between tags and inside quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)
}

/** A text as a quoted CSS string; escapes prevent the text from ending the string or the style element. */
export function cssString(text: string): string {
  const escaped = text.replace(/["'\\<>&\n\r\f]/g, (char) => `\\${char.charCodeAt(0).toString(16)} `)
  return `"${escaped}"`
}

function write(piece: Piece): string {
  if (piece === null) return ''
  if (typeof piece === 'string') return escapeHtml(piece)
  if (typeof piece === 'number') return String(piece)
  if ('html' in piece) return piece.html
  return piece.map((one) => one.html).join('')
}
