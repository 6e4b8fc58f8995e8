import { damaged, XlsxRefusal } from './refusal.ts'
import type { XmlSource } from './xml-decode.ts'
import { xmlAttributeText } from './xml-text.ts'

/**
 * A walk over the tags of a part in order; the cells of sheets have their own scanner (sheet-scan.ts). Prefixes are dropped:
 * `<x:sheet>` is `sheet`. No tree is built, so depth costs nothing.
 */
export type XmlWalk = {
  readonly source: XmlSource
  readonly part: string
  /** Local name of the current tag. */
  name: string
  kind: 'open' | 'close' | 'empty'
  /** Elements open around the current tag, itself not counted. */
  depth: number
  /** The start of the current tag, the start of its attributes, and the first character after the tag. */
  start: number
  attributesAt: number
  end: number
}

/** Begins a walk before the root element. A walk refuses a DOCTYPE, which a workbook never needs (docs/design/workbook.md: Our reader). */
export function startWalk(source: XmlSource, part: string): XmlWalk {
  return { source, part, name: '', kind: 'close', depth: 0, start: 0, attributesAt: 0, end: 0 }
}

/** Goes on to the next tag; false at the end of the part. */
export function nextTag(walk: XmlWalk): boolean {
  const { text } = walk.source
  if (walk.kind === 'open' && walk.end > 0) walk.depth += 1
  for (;;) {
    const start = text.indexOf('<', walk.end)
    if (start < 0) {
      if (walk.depth > 0 || walk.name === '') throw damaged('xml-cut-off', walk.part)
      return false
    }
    const after = text.charCodeAt(start + 1)
    if (after === 33 || after === 63) {
      walk.end = skipNonElement(text, start, walk.part)
      continue
    }
    walk.start = start
    readTag(walk, after === 47)
    return true
  }
}

/** The value of an attribute of the current tag by its local name, or undefined. */
export function attribute(walk: XmlWalk, wanted: string): string | undefined {
  const tag = walk.source.text.slice(walk.attributesAt, walk.end)
  let at = 0
  for (;;) {
    const equals = tag.indexOf('=', at)
    if (equals < 0) return undefined
    const open = quoteAfter(tag, equals + 1)
    const close = open < 0 ? -1 : tag.indexOf(tag[open]!, open + 1)
    if (close < 0) throw damaged('xml-attribute-broken', walk.part)
    const name = tag.slice(at, equals).trim()
    if (name.slice(name.indexOf(':') + 1) === wanted && !name.startsWith('xmlns'))
      return xmlAttributeText(tag.slice(open + 1, close), walk.source.raw, walk.part)
    at = close + 1
  }
}

/** Moves past the closing tag of the current element. */
export function skipElement(walk: XmlWalk): void {
  if (walk.kind !== 'open') return
  const depth = walk.depth
  while (nextTag(walk) && !closes(walk, depth));
}

/** Moves the walk behind elements that were read without it, inside the current tag when it is an opening tag, else after it. */
export function passOver(walk: XmlWalk, end: number): void {
  if (walk.kind === 'open') walk.depth += 1
  walk.kind = 'close'
  walk.end = end
}

/** True when the current tag closes an element that was opened at the given depth. */
export function closes(walk: XmlWalk, depth: number): boolean {
  return walk.kind === 'close' && walk.depth === depth
}

/** Goes to the root element, which must have the given name. */
export function enterRoot(walk: XmlWalk, name: string): void {
  if (!nextTag(walk) || walk.name !== name || walk.kind === 'close') throw damaged('xml-root-wrong', walk.part)
}

/** Skips a comment, CDATA or processing instruction starting at `start`; returns the first character after it. */
export function skipNonElement(text: string, start: number, part: string): number {
  const mark = text.startsWith('<!--', start)
    ? '-->'
    : text.startsWith('<![CDATA[', start)
      ? ']]>'
      : text.charCodeAt(start + 1) === 63
        ? '?>'
        : ''
  if (mark === '') throw new XlsxRefusal('unsafe', { reason: 'doctype', part })
  const end = text.indexOf(mark, start + 2)
  if (end < 0) throw damaged('xml-cut-off', part)
  return end + mark.length
}

/** The first character after the `>` that ends the tag whose attributes start at `at`; a `>` inside quotes does not count. */
function tagEnd(text: string, at: number, part: string): number {
  for (; ; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 62) return at + 1
    if (code === 34 || code === 39) at = text.indexOf(code === 34 ? '"' : "'", at + 1)
    if (at < 0 || at >= text.length) throw damaged('xml-cut-off', part)
  }
}

function quoteAfter(text: string, at: number): number {
  while (isBlank(text.charCodeAt(at))) at += 1
  const code = text.charCodeAt(at)
  return code === 34 || code === 39 ? at : -1
}

function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9
}

function readTag(walk: XmlWalk, closing: boolean): void {
  const { text } = walk.source
  let nameStart = walk.start + (closing ? 2 : 1)
  let at = nameStart
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 62 || code === 47 || isBlank(code)) break
    if (code === 58) nameStart = at + 1
  }
  if (at === nameStart) throw damaged('xml-tag-broken', walk.part)
  walk.name = text.slice(nameStart, at)
  walk.attributesAt = at
  walk.end = tagEnd(text, at, walk.part)
  if (closing) {
    walk.kind = 'close'
    walk.depth -= 1
    if (walk.depth < 0) throw damaged('xml-tags-crossed', walk.part)
  } else walk.kind = text.charCodeAt(walk.end - 2) === 47 ? 'empty' : 'open'
}
