import { damaged } from './refusal.ts'

/** A part as text to walk (xml-walk.ts). With `raw`, each character is one byte of UTF-8, to be decoded by decodeRaw. */
export type XmlSource = { readonly text: string; readonly raw: boolean }

/**
 * A part to scan, as bytes of UTF-8 and as the same bytes in a string, one character each. Markup is ASCII, so only the few
 * kept texts are decoded. Codes are compared on the bytes and pieces cut from the string, because each is fastest there.
 */
export type RawSource = XmlSource & { readonly bytes: Buffer }

/** Prepares a part of mostly markup (sheets, names): UTF-8 with or without BOM, or UTF-16 with BOM or by its first bytes. */
export function rawSource(bytes: Buffer, part: string): RawSource {
  const utf8 = isUtf16(bytes) ? Buffer.from(decodeUtf16(bytes, part), 'utf8') : withoutBom(bytes)
  const text = utf8.toString('latin1')
  if (!isUtf16(bytes)) refuseOtherEncoding(text, part)
  return { bytes: utf8, text, raw: true }
}

/** Decodes a part of mostly text (shared strings) at once. */
export function decodedSource(bytes: Buffer, part: string): XmlSource {
  if (isUtf16(bytes)) return { text: decodeUtf16(bytes, part), raw: false }
  const text = withoutBom(bytes).toString('utf8')
  refuseOtherEncoding(text, part)
  return { text, raw: false }
}

/** Decodes a piece of a raw source. */
export function decodeRaw(piece: string): string {
  for (let at = 0; at < piece.length; at += 1) {
    if (piece.charCodeAt(at) > 0x7f) return Buffer.from(piece, 'latin1').toString('utf8')
  }
  return piece
}

function withoutBom(bytes: Buffer): Buffer {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes
}

function isUtf16(bytes: Buffer): boolean {
  const [a, b] = bytes
  return (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || (a === 0x3c && b === 0) || (a === 0 && b === 0x3c)
}

function decodeUtf16(bytes: Buffer, part: string): string {
  if (bytes.length % 2 !== 0) throw damaged('utf-16-cut-off', part)
  const bigEndian = bytes[0] === 0xfe || bytes[0] === 0
  const text = (bigEndian ? Buffer.from(bytes).swap16() : bytes).toString('utf16le')
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}

/** Refuses all encodings but UTF-8 and UTF-16 (ECMA-376 part 2), because guessing would garble names. */
function refuseOtherEncoding(text: string, part: string): void {
  if (!text.startsWith('<?xml')) return
  const end = text.indexOf('?>')
  const found = /encoding\s*=\s*["']([^"']*)["']/.exec(text.slice(0, end < 0 ? 0 : end))
  if (found && !/^(utf-?8|us-ascii)$/i.test(found[1]!)) throw damaged('encoding-unknown', part)
}
