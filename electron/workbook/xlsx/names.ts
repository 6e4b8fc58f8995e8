import { parseAddress } from './address.ts'
import type { XlsxName, XlsxTarget } from './book.ts'

/**
 * The single cell that a defined name means: `'基本 情况'!$B$3` → sheet, row, column. A region of one cell (`S!$A$1:$A$1`)
 * counts. Null for ranges, constants, formulas, other workbooks (`[1]S!$A$1`) and #REF!.
 */
export function parseTarget(text: string): XlsxTarget | null {
  const trimmed = text.charCodeAt(0) === 61 ? text.slice(1) : text
  let sheet: string
  let rest: string
  if (trimmed.charCodeAt(0) === 39) {
    const end = closingQuote(trimmed)
    if (end < 0 || trimmed.charCodeAt(end + 1) !== 33) return null
    sheet = trimmed.slice(1, end)
    if (sheet.includes("''")) sheet = sheet.replaceAll("''", "'")
    rest = trimmed.slice(end + 2)
  } else {
    const bang = trimmed.indexOf('!')
    if (bang <= 0) return null
    sheet = trimmed.slice(0, bang)
    rest = trimmed.slice(bang + 1)
  }
  if (sheet.includes('[')) return null
  const colon = rest.indexOf(':')
  const cell = parseAddress(colon < 0 ? rest : rest.slice(0, colon))
  if (!cell || (colon >= 0 && rest.slice(0, colon) !== rest.slice(colon + 1))) return null
  return { sheet, row: cell.row, column: cell.column }
}

/** The position of the closing quote, -1 without one; a quote inside a quoted sheet name is doubled. */
function closingQuote(text: string): number {
  for (let at = 1; at < text.length; at += 1) {
    if (text.charCodeAt(at) !== 39) continue
    if (text.charCodeAt(at + 1) !== 39) return at
    at += 1
  }
  return -1
}

/** Makes a defined name from its text in the file. */
export function definedName(name: string, scope: number | null, text: string): XlsxName {
  return { name, scope, text, target: parseTarget(text) }
}
