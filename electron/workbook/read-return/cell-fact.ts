import { cellTypes } from '../../../shared/cell-types/cell-types.ts'
import type { DayOfNumber, SheetContent } from '../../../shared/cell-types/definition.ts'
import { parseTyped, parseVerbatim, type ParsedValue } from '../../../shared/filing/parse-value.ts'
import { problem } from '../../../shared/problem.ts'
import type { Cell } from '../../../shared/scheme/scheme.ts'
import type { XlsxCell } from '../xlsx/book.ts'
import { plainDecimal } from '../xlsx/number-text.ts'
import { serialToIso } from '../xlsx/serial-date.ts'

/**
 * Reads a cell of a sheet for a cell of the scheme (docs/design/workbook.md: Values). Nothing is guessed.
 *
 * | on the sheet           | number cell        | text           | choice               | date                                |
 * | ---------------------- | ------------------ | -------------- | -------------------- | ----------------------------------- |
 * | number                 | checked            | its digits     | its digits           | a day number 1950–2100, or 20210901 |
 * | text                   | like typed text    | unchanged      | like typed text      | like typed text, or a day number    |
 * | date                   | refused            | ISO text       | refused              | the day, or refused as a slip       |
 * | TRUE, FALSE            | refused            | TRUE, FALSE    | 是, 否, or TRUE, FALSE | refused                             |
 * | formula with a value   | its value          | its value      | its value            | its value                           |
 * | formula without, error | refused            | refused        | refused              | refused                             |
 */
export function cellFact(found: XlsxCell, cell: Cell, date1904: boolean): ParsedValue {
  if (found.kind === 'error') return { ok: false, problem: problem('error-value', { found: found.text }) }
  if (found.kind === 'formula-without-value') return { ok: false, problem: problem('formula-without-value', {}) }
  const { readSheet, verbatim } = cellTypes[cell.type]
  const content = contentOf(found.kind, found.text)
  return (
    readSheet(content, cell, date1904 ? dayFrom1904 : dayFrom1900) ??
    (verbatim ? parseVerbatim(wellFormed(textOf(content)), cell) : parseTyped(textOf(content), cell))
  )
}

function contentOf(kind: 'number' | 'date' | 'boolean' | 'text', text: string): SheetContent {
  switch (kind) {
    case 'number':
      return { kind, text, plain: plainDecimal(text) }
    case 'date':
      return { kind: 'day', text }
    case 'boolean':
      return { kind: 'truth', text }
    case 'text':
      return { kind, text }
  }
}

/** The content as a person would type it. */
function textOf(content: SheetContent): string {
  if (content.kind === 'number') return content.plain ?? content.text
  return content.kind === 'day' ? content.text.replace('T', ' ') : content.text
}

const dayFrom1900: DayOfNumber = (text) => serialToIso(text, 1900)
const dayFrom1904: DayOfNumber = (text) => serialToIso(text, 1904)

/** Replaces half a surrogate pair (written as `_xD800_`) by U+FFFD, because it cannot be stored or written again. */
function wellFormed(text: string): string {
  return /[\ud800-\udfff]/.test(text) ? Buffer.from(text, 'utf8').toString('utf8') : text
}
