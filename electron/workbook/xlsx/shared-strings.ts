import type { XlsxLimits } from './limits.ts'
import { XlsxRefusal, damaged } from './refusal.ts'
import type { XmlSource } from './xml-decode.ts'
import { unescapeCellText, xmlText } from './xml-text.ts'
import { enterRoot, nextTag, passOver, skipElement, startWalk } from './xml-walk.ts'
import type { XmlWalk } from './xml-walk.ts'

/** Reads the table of shared strings in order. */
export function readSharedStrings(source: XmlSource, part: string, limits: XlsxLimits): string[] {
  const strings: string[] = []
  const walk = startWalk(source, part)
  enterRoot(walk, 'sst')
  for (;;) {
    if (strings.length < limits.sharedStrings) takePlain(walk, strings, limits.sharedStrings)
    if (!nextTag(walk)) return strings
    if (walk.kind === 'close' || walk.name !== 'si') continue
    if (strings.length >= limits.sharedStrings)
      throw new XlsxRefusal('too-large', { reason: 'shared-strings', found: strings.length + 1, allowed: limits.sharedStrings })
    strings.push(walk.kind === 'empty' ? '' : richText(walk))
  }
}

const plainStart = '<si><t>'
const plainEnd = '</t></si>'

/** Takes the strings in the plainest form, which nearly all have, without a stop at each tag. */
function takePlain(walk: XmlWalk, strings: string[], most: number): void {
  const { text, raw } = walk.source
  let at = walk.end
  while (strings.length < most && text.startsWith(plainStart, at)) {
    const from = at + plainStart.length
    const to = text.indexOf('<', from)
    if (!text.startsWith(plainEnd, to)) break
    strings.push(unescapeCellText(xmlText(text.slice(from, to), raw, walk.part)))
    at = to + plainEnd.length
    passOver(walk, at)
  }
}

/**
 * The text of the current element (`si` or `is`): its own `t` and those of its runs, joined, without phonetic guides
 * (`rPh`: the pronunciation). Leaves the walk on the closing tag.
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
