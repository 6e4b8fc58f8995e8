import type { FileDamage } from '../../../shared/text/file-damage.ts'

/**
 * The reasons for refusing a file as a workbook. A closed list; the sentence for a clerk on each is elsewhere.
 *
 * | code              | the file is                                                              |
 * |-------------------|--------------------------------------------------------------------------|
 * | empty             | zero bytes, or zeros only (a copy that broke off)                         |
 * | not-a-workbook    | another kind of file, named in `found` (csv, html, pdf, word, ods, xlsb …) |
 * | old-xls           | Excel 97–2003 (.xls)                                                      |
 * | wps-et            | a WPS spreadsheet (.et)                                                   |
 * | password          | encrypted, needs its password to be opened                                |
 * | damaged           | an .xlsx with broken zip or XML, located by `part` and `reason`           |
 * | unsafe            | an .xlsx that no program writes (`reason`), refused on purpose            |
 * | too-large         | over a limit of bytes or text: `reason`, `allowed`, `found`               |
 * | too-many-entries  | over the limit of zip entries                                             |
 * | too-many-sheets   | over the limit of sheets                                                  |
 * | too-many-cells    | over the limit of cells with content                                      |
 * | too-many-names    | over the limit of defined names or merged regions                         |
 */
export type XlsxRefusalCode =
  | 'empty'
  | 'not-a-workbook'
  | 'old-xls'
  | 'wps-et'
  | 'password'
  | 'damaged'
  | 'unsafe'
  | 'too-large'
  | 'too-many-entries'
  | 'too-many-sheets'
  | 'too-many-cells'
  | 'too-many-names'

/** The damage of a file, or the exceeded limit: a short English word for the log, the tests and the list of sentences. */
type XlsxRefusalReason = FileDamage | 'file' | 'part' | 'unpacked' | 'text' | 'shared-strings' | 'names' | 'merges'

/** Plain facts about a refusal; all of them survive a structured clone and JSON. */
export type XlsxRefusalDetails = {
  reason?: XlsxRefusalReason
  /** The zip entry of the fault. */
  part?: string
  /** The sheet of the fault. */
  sheet?: string
  /** The detected kind of file, or the counted amount. */
  found?: string | number
  /** The exceeded limit, in its own unit. */
  allowed?: number
}

/** The only error of the reader for a file that it does not read. */
export class XlsxRefusal extends Error {
  readonly code: XlsxRefusalCode
  readonly details: XlsxRefusalDetails

  constructor(code: XlsxRefusalCode, details: XlsxRefusalDetails = {}) {
    super(`${code}: ${JSON.stringify(details)}`)
    this.name = 'XlsxRefusal'
    this.code = code
    this.details = details
  }
}

/** A refusal for broken zip or XML: `reason` is the damage, `part` its zip entry. */
export function damaged(reason: FileDamage, part?: string): XlsxRefusal {
  return new XlsxRefusal('damaged', part === undefined ? { reason } : { reason, part })
}

/** Adds the sheet's name to a refusal that was thrown while reading that sheet. */
export function onSheet(error: unknown, sheet: string): unknown {
  if (error instanceof XlsxRefusal) return new XlsxRefusal(error.code, { ...error.details, sheet })
  return error
}
