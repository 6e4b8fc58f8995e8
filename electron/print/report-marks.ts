/**
 * Marks around the figures of a report that is only looked at, so that a click on one can say where it comes from. They are
 * of Unicode's private use area: no text of a scheme or a filing has them, and they pass through Word's XML and HTML.
 */
const [OPEN, MIDDLE, CLOSE] = ['\uE000', '\uE001', '\uE002']

/** A figure's text with marks that carry its index among the report's figures. */
export function markFigure(text: string, index: number): string {
  return text === '' ? '' : `${OPEN}${index}${MIDDLE}${text}${CLOSE}`
}

/** HTML with the marks turned into elements: `<span data-figure="3">…</span>`. */
export function figureSpans(html: string): string {
  return html.replace(/\uE000(\d+)\uE001([^\uE000-\uE002]*)\uE002/gu, '<span data-figure="$1">$2</span>').replace(/[\uE000-\uE002]/gu, '')
}

/** Text without the marks. */
export function withoutMarks(text: string): string {
  return text.replace(/\uE000\d+\uE001|\uE002/gu, '')
}
