import { decodeRaw } from './xml-decode.ts'
import { damaged } from './refusal.ts'

/**
 * The text of a piece of XML between two tags: entities resolved, CDATA opened, comments and processing instructions left
 * out, line ends made LF. Knows the five entities of XML and numeric ones; refuses others, because only a DOCTYPE can define them.
 */
export function xmlText(piece: string, raw: boolean, part: string): string {
  const decoded = raw ? decodeRaw(piece) : piece
  return decoded.includes('<') ? openMarkup(decoded, part) : resolveEntities(decoded, part)
}

/** An attribute's value as text. */
export function xmlAttributeText(value: string, raw: boolean, part: string): string {
  return resolveEntities(raw ? decodeRaw(value) : value, part)
}

/** Undoes `_x000D_` escapes of cell texts (ST_Xstring); `_x005F_` is an escaped underscore. */
export function unescapeCellText(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

function openMarkup(text: string, part: string): string {
  let out = ''
  let at = 0
  for (;;) {
    const open = text.indexOf('<', at)
    if (open < 0) return out + resolveEntities(text.slice(at), part)
    out += resolveEntities(text.slice(at, open), part)
    if (text.startsWith('<![CDATA[', open)) {
      const close = endOf(text, ']]>', open + 9, part)
      out += text.slice(open + 9, close)
      at = close + 3
    } else if (text.startsWith('<!--', open)) at = endOf(text, '-->', open + 4, part) + 3
    else if (text.startsWith('<?', open)) at = endOf(text, '?>', open + 2, part) + 2
    else throw damaged('xml-tag-inside-text', part)
  }
}

function endOf(text: string, mark: string, from: number, part: string): number {
  const at = text.indexOf(mark, from)
  if (at < 0) throw damaged('xml-cut-off', part)
  return at
}

function resolveEntities(text: string, part: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  let and = lines.indexOf('&')
  if (and < 0) return lines
  let out = ''
  let at = 0
  while (and >= 0) {
    const semicolon = lines.indexOf(';', and)
    if (semicolon < 0 || semicolon - and > 12) throw damaged('xml-entity-broken', part)
    out += lines.slice(at, and) + entity(lines.slice(and + 1, semicolon), part)
    at = semicolon + 1
    and = lines.indexOf('&', at)
  }
  return out + lines.slice(at)
}

function entity(name: string, part: string): string {
  switch (name) {
    case 'amp':
      return '&'
    case 'lt':
      return '<'
    case 'gt':
      return '>'
    case 'quot':
      return '"'
    case 'apos':
      return "'"
  }
  const number = /^#x[0-9A-Fa-f]+$/.test(name)
    ? Number.parseInt(name.slice(2), 16)
    : /^#[0-9]+$/.test(name)
      ? Number.parseInt(name.slice(1), 10)
      : -1
  if (number < 1 || number > 0x10ffff) throw damaged('xml-entity-unknown', part)
  return String.fromCodePoint(number)
}
