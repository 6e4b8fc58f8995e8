import type { CellRef } from '../../../../shared/words.ts'

/**
 * A place of the template whose content differs between filings.
 *
 * | kind     | content                                                                    |
 * |----------|----------------------------------------------------------------------------|
 * | fact     | the reported content of an input cell; a date becomes a day number         |
 * | computed | the cached value of a computed cell's formula                              |
 * | check    | the cached mark ✔ ✘ — of a check at a cell, `CHECK@CELL`                   |
 * | text     | a text or number of the filing by its key: a manifest key, `sign:…`, `why:…` … |
 * | height   | the height of a row, set by the longest text in it                         |
 */
export type TemplateField =
  | { kind: 'fact'; ref: CellRef; date: boolean }
  | { kind: 'computed'; ref: CellRef }
  | { kind: 'check'; key: string }
  | { kind: 'text'; key: string }

/** `least` in points; `texts` are the row's text cells with the width of their columns. */
export type HeightField = { kind: 'height'; least: number; texts: readonly { ref: CellRef; width: number }[] }

/** The fields of one sheet, by address (`D7`), and heights by row (`7`). */
export type SheetFields = Map<string, TemplateField | HeightField>

/** Keys of texts on the sheets, beside those of the manifest. */
export const textKeys = {
  unitLine: 'line:unit',
  codeLine: 'line:code',
  periodLine: 'line:period',
  signLine: 'line:sign',
  unit: 'cover:unit',
  period: 'cover:period',
  checkSummary: 'check:summary',
} as const
