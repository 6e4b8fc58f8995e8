import type { XlsxLimits } from './limits.ts'
import { XlsxRefusal, damaged } from './refusal.ts'
import type { XmlSource } from './xml-decode.ts'
import { unescapeCellText, xmlText } from './xml-text.ts'
import { enterRoot, nextTag, skipElement, startWalk } from './xml-walk.ts'
import type { XmlWalk } from './xml-walk.ts'

/** Reads the table of shared strings in order. */
export function readSharedStrings(source: XmlSource, part: string, limits: XlsxLimits): string[] {
  const strings: string[] = []
  const walk = startWalk(source, part)
  enterRoot(walk, 'sst')
  while (nextTag(walk)) {
    if (walk.kind === 'close' || walk.name !== 'si') continue
    if (strings.length >= limits.sharedStrings) throw new XlsxRefusal('too-large', { reason: 'shared-strings', found: strings.length + 1, allowed: limits.sharedStrings })
    strings.push(walk.kind === 'empty' ? '' : richText(walk))
  }
  return strings
}

/**
 * The text of the element the walk stands on (`si` or `is`): its own `t` and those of its runs, joined. Phonetic guides
 * (`rPh`: how to pronounce it) are not part of the text. Leaves the walk on the closing tag.
 */
export function richText(walk: XmlWalk): string {
  const depth = walk.depth
  const { text, raw } = walk.source
  let joined = ''
  while (nextTag(walk)) {
    if (walk.kind === 'close') {
      if (walk.depth === depth) return joined
    } else if (walk.name === 't' && walk.kind === 'open') {
      const from = walk.end
      skipElement(walk)
      joined += unescapeCellText(xmlText(text.slice(from, walk.start), raw, walk.part))
    } else if (walk.name === 'rPh' || walk.name === 'rPr' || walk.name === 'extLst') skipElement(walk)
  }
  throw damaged('xml-cut-off', walk.part)
}
