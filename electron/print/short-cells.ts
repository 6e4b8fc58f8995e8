const CELL = /<(td|th)( [^>]*)?><p>(.*?)<\/p><\/\1>/gs

/**
 * Marks table cells with short text as `class="short"`; a stylesheet then keeps a date or 整改中 on one line.
 * Figures and dates up to 16 characters are short, words up to 5.
 */
export function markShortCells(html: string): string {
  return html.replace(CELL, (whole, tag: string, said: string | undefined, inner: string) => {
    const text = inner.replace(/<[^>]*>/g, '')
    const short = /^[\x20-\x7e]{1,16}$/.test(text) || (text !== '' && [...text].length <= 5)
    return short ? `<${tag}${said ?? ''} class="short"><p>${inner}</p></${tag}>` : whole
  })
}
