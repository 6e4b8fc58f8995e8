import { cellTypes } from '../cell-types/cell-types.ts'
import type { Problem } from '../problem.ts'
import type { Cell } from '../scheme/scheme.ts'
import { NOT_APPLICABLE, type Fact } from './facts.ts'

export type ParsedValue = { ok: true; fact: Fact | null } | { ok: false; problem: Problem }

/**
 * Reads a text typed, pasted or read from a spreadsheet cell (docs/design/numbers.md: Typed numbers). A text that does not fit is
 * refused with the reason, never guessed.
 *
 * | typed                                          | read as                                      |
 * |------------------------------------------------|----------------------------------------------|
 * | `１２３` `1,234` `1 234` `'12` `12.0` `−3`      | the number                                   |
 * | `12人` `12名` in a cell of persons 人           | 12; `12人次` is refused (wrong unit)         |
 * | `3.5万` for 人 or 元 · for 万元                 | 35000 · 3.5                                  |
 * | `35000元` for 万元 · `95%` in a percent cell    | 3.5 · 0.95                                   |
 * | `12左右` `12 34` `1,23` `(12)` `约12`           | refused: no number                           |
 * | a choice or a date, with stray blanks, 全角     | the choice, the date                         |
 * | empty, `—`, `-`, `无`; in a text only empty     | blank (an offered choice `无` is the choice) |
 * | `/` or 不适用, in any cell                      | 不适用                                       |
 */
export function parseTyped(typed: string, cell: Cell): ParsedValue {
  const kept = typed.replace(/^\s*'/u, '').trim()
  const { verbatim, read } = cellTypes[cell.type]
  if (verbatim) return parseVerbatim(kept, cell)
  const plain = kept.normalize('NFKC').trim()
  if (plain === '') return { ok: true, fact: null }
  if (isNotApplicableMark(plain)) return { ok: true, fact: NOT_APPLICABLE }
  const taken = read({ kept, plain }, cell)
  return !taken.ok && blankMarks.has(plain) ? { ok: true, fact: null } : taken
}

/** Reads a text verbatim. A text of blanks is a blank cell; `/` and 不适用 are 不适用. */
export function parseVerbatim(text: string, cell: Cell): ParsedValue {
  const plain = text.length > 20 ? text : text.normalize('NFKC').trim()
  if (plain === '' || text.trim() === '') return { ok: true, fact: null }
  if (isNotApplicableMark(plain)) return { ok: true, fact: NOT_APPLICABLE }
  return cellTypes[cell.type].read({ kept: text, plain }, cell)
}

const blankMarks = new Set(['-', '--', '—', '——', '–', '−', '无'])

function isNotApplicableMark(plain: string): boolean {
  return plain === '/' || plain === '不适用'
}
