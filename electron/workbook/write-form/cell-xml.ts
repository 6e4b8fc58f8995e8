import { toBinary, toText, type Decimal } from '../../../shared/decimal/decimal.ts'

/** What a cell shows: a number as decimal text, a text, or nothing. */
export type CellContent = { kind: 'number'; text: string } | { kind: 'text'; text: string } | null

/** A number for a spreadsheet: exact where it has at most four decimals, else the nearest binary number. */
export function numberContent(value: Decimal): CellContent {
  return { kind: 'number', text: typeof value === 'number' ? toText(value) : String(toBinary(value)) }
}

/** A text, or nothing when it is empty. */
export function textContent(text: string): CellContent {
  return text === '' ? null : { kind: 'text', text }
}

/**
 * A cell of sheet XML. `head` is `<c r="D5" s="3"` as the template has it; `formula` its `<f>…</f>` or empty.
 * A text stands as an inline string, so a leading = + - @ TAB CR is text for every program (docs/design/promises.md: Promise 7); a formula
 * always gets its cached value, a blank one the empty text it shows.
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

/** Without being told so, programs drop white space at the ends of a text. */
const edgeSpace = /^\s|\s$|\n/

const needsCare = /[&<>"\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]|_x[0-9A-Fa-f]{4}_/

/**
 * Text for a cell as XML: markup escaped, characters that XML cannot hold written `_x0001_` (ST_Xstring), a text that
 * looks like such an escape protected, half a surrogate pair replaced by U+FFFD.
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

/** Markup characters of XML escaped, for element content and attribute values. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => (char === '&' ? '&amp;' : char === '<' ? '&lt;' : char === '>' ? '&gt;' : '&quot;'))
}
