/** A piece of HTML that is safe to insert: made only by `markup`, where everything put in is escaped. */
export type Markup = { readonly html: string }

type Piece = Markup | string | number | null | readonly Markup[]

/** Builds HTML: texts put in are escaped, pieces of markup are inserted as they are, null leaves nothing. */
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

/** A text as a CSS string, safe inside a style element: nothing in it can end the string or the element. */
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
