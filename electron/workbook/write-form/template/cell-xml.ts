import { toBinary, toText, type Decimal } from '../../../../shared/decimal/decimal.ts'

/** The content of a cell: a number as decimal text, a text, or nothing. */
export type CellContent = { kind: 'number'; text: string } | { kind: 'text'; text: string } | null

/** The content for a number: exact with at most four decimals, else the nearest binary number. */
export function numberContent(value: Decimal): CellContent {
  return { kind: 'number', text: typeof value === 'number' ? toText(value) : String(toBinary(value)) }
}

/** The content for a text; null when the text is empty. */
export function textContent(text: string): CellContent {
  return text === '' ? null : { kind: 'text', text }
}

/**
 * The XML of a cell. `head` is `<c r="D5" s="3"` from the template; `formula` its `<f>…</f>` or empty.
 * A text is an inline string, so a leading = + - @ TAB CR is text for every program (docs/design/promises.md: Promise 7); a formula
 * always gets a cached value, the empty text for a blank result.
 */
export function cellXml(head: string, formula: string, content: CellContent): string {
  if (formula !== '') {
    if (content?.kind === 'number') return `${head}>${formula}<v>${content.text}</v></c>`
    return `${head} t="str">${formula}<v>${content === null ? '' : escapeCellText(content.text)}</v></c>`
  }
  if (content === null) return `${head}/>`
  if (content.kind === 'number') return `${head}><v>${content.text}</v></c>`
  const space = edgeSpace.test(content.text) ? ' xml:space="preserve"' : ''
  return `${head} t="inlineStr"><is><t${space}>${escapeCellText(content.text)}</t></is></c>`
}

/** Programs drop white space at the ends of a text without `xml:space`. */
const edgeSpace = /^\s|\s$|\n/

const needsCare = /[&<>"\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]|_x[0-9A-Fa-f]{4}_/

/**
 * Escapes text for a cell: markup, characters that XML cannot hold as `_x0001_` (ST_Xstring), and texts that look like such
 * an escape; half a surrogate pair becomes U+FFFD.
 */
export function escapeCellText(text: string): string {
  if (!needsCare.test(text)) return text
  return escapeXml(
    text
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
      .replace(/[\x00-\x08\x0b-\x1f\ufffe\uffff]/g, (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`),
  )
}

/** Escapes the markup characters of XML, for element content and attribute values. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => (char === '&' ? '&amp;' : char === '<' ? '&lt;' : char === '>' ? '&gt;' : '&quot;'))
}
