import { isBuiltInDateFormat, isDateFormatCode } from './number-formats.ts'
import { damaged } from './refusal.ts'
import type { XmlSource } from './xml-decode.ts'
import type { XmlWalk } from './xml-walk.ts'
import { attribute, enterRoot, nextTag, startWalk } from './xml-walk.ts'

/** By cell style (a cell's `s`): 1 when numbers are shown as dates or times. */
export type DateStyles = Uint8Array

/** Reads the date styles among the cell styles. */
export function readDateStyles(source: XmlSource, part: string): DateStyles {
  const dates = new Map<number, boolean>()
  const styles: number[] = []
  const walk = startWalk(source, part)
  let inCellFormats = false
  enterRoot(walk, 'styleSheet')
  while (nextTag(walk)) {
    if (walk.name === 'cellXfs') inCellFormats = walk.kind === 'open'
    else if (walk.kind === 'close') continue
    else if (walk.name === 'numFmt') dates.set(idOf(walk, 'numFmtId'), isDateFormatCode(attribute(walk, 'formatCode') ?? ''))
    else if (walk.name === 'xf' && inCellFormats) styles.push(idOf(walk, 'numFmtId'))
  }
  return Uint8Array.from(styles, (id) => ((dates.get(id) ?? isBuiltInDateFormat(id)) ? 1 : 0))
}

function idOf(walk: XmlWalk, name: string): number {
  const text = attribute(walk, name) ?? '0'
  const id = Number(text)
  if (!Number.isInteger(id)) throw damaged('style-number-wrong', walk.part)
  return id
}
