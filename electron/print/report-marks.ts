/**
 * Marks around the figures of a report preview; a click on a marked figure shows the figure's origin.
 * The marks are private-use characters of Unicode: no scheme or filing contains them, and Word's XML and HTML keep them.
 */
const [OPEN, MIDDLE, CLOSE] = ['\uE000', '\uE001', '\uE002']

/** A figure's text between marks that carry the figure's index in the report. */
export function markFigure(text: string, index: number): string {
  return text === '' ? '' : `${OPEN}${index}${MIDDLE}${text}${CLOSE}`
}

/** HTML with each marked figure as an element: `<span data-figure="3">…</span>`. */
export function figureSpans(html: string): string {
  return html.replace(/\uE000(\d+)\uE001([^\uE000-\uE002]*)\uE002/gu, '<span data-figure="$1">$2</span>').replace(/[\uE000-\uE002]/gu, '')
}

/** Text without the marks. */
export function withoutMarks(text: string): string {
  return text.replace(/\uE000\d+\uE001|\uE002/gu, '')
}
