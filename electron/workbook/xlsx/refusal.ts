import type { FileDamage } from '../../../shared/text/file-damage.ts'

/**
 * Why a file is not read as a workbook. A closed list: the sentence a clerk sees for each lives elsewhere.
 *
 * | code              | the file is                                                              |
 * |-------------------|--------------------------------------------------------------------------|
 * | empty             | zero bytes, or zeros only (a copy that broke off)                         |
 * | not-a-workbook    | something else: `found` says what (csv, html, pdf, word, ods, xlsb …)     |
 * | old-xls           | Excel 97–2003 (.xls)                                                      |
 * | wps-et            | a WPS spreadsheet (.et)                                                   |
 * | password          | encrypted, needs its password to be opened                                |
 * | damaged           | an .xlsx whose zip or XML is broken: `part` and `reason` say where        |
 * | unsafe            | an .xlsx built like no program builds one (`reason`), refused on purpose  |
 * | too-large         | over a limit of bytes or text: `limit`, `allowed`, `found`                |
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

/** What is broken in a file, or the limit it passed: a short English word for the log, the tests and the list of sentences. */
type XlsxRefusalReason = FileDamage | 'file' | 'part' | 'unpacked' | 'text' | 'shared-strings' | 'names' | 'merges'

/** Plain facts about a refusal; all of them survive a structured clone and JSON. */
export type XlsxRefusalDetails = {
  reason?: XlsxRefusalReason
  /** The zip entry it happened in. */
  part?: string
  /** The sheet it happened on. */
  sheet?: string
  /** What the file turned out to be, or how much of something it holds. */
  found?: string | number
  /** The limit that was passed, in the unit of that limit. */
  allowed?: number
}

/** Thrown by the reader for every file it does not read; nothing else is thrown for a file's sake. */
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

/** A refusal for broken zip or XML: `reason` says what was wrong, `part` in which entry. */
export function damaged(reason: FileDamage, part?: string): XlsxRefusal {
  return new XlsxRefusal('damaged', part === undefined ? { reason } : { reason, part })
}

/** Adds the sheet's name to a refusal that was thrown while that sheet was read. */
export function onSheet(error: unknown, sheet: string): unknown {
  if (error instanceof XlsxRefusal) return new XlsxRefusal(error.code, { ...error.details, sheet })
  return error
}
