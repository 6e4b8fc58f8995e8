import { fromInteger, toTenThousandths, toText, type Decimal } from '../decimal/decimal.ts'
import { problem, type Problem } from '../problem.ts'
import type { Cell } from '../scheme/scheme.ts'
import { NOT_APPLICABLE, type Fact } from './facts.ts'
import { parseDate } from './parse-date.ts'
import { shortened } from './shortened.ts'
import { parseTypedNumber } from './typed-number.ts'

/** No count or sum of a school comes near it, and ten-thousandths below it are safe integers even when 9,000 are added. */
const LARGEST_NUMBER = fromInteger(100_000_000_000)
const LARGEST_TEXT = 2000

export type Parsed = { ok: true; fact: Fact | null } | { ok: false; problem: Problem }

/**
 * Reads what a person typed, pasted or left in a spreadsheet cell (WORKBOOK.md In 4). Never guesses: what does not fit is
 * refused with the reason.
 *
 * | typed                                          | read as                                      |
 * |------------------------------------------------|----------------------------------------------|
 * | `１２３` `1,234` `1 234` `'12` `12.0` `−3`      | the number                                   |
 * | `12人` `12名` where persons 人 are counted      | 12; `12人次` is refused (wrong unit)         |
 * | `3.5万` for 人 or 元 · for 万元                 | 35000 · 3.5                                  |
 * | `35000元` for 万元 · `95%` where percent shows  | 3.5 · 0.95                                   |
 * | `12左右` `12 34` `1,23` `(12)` `约12`           | refused: no number                           |
 * | a choice or a date, with stray blanks, 全角     | the choice, the date                         |
 * | empty, `—`, `-`, `无`; of a text only empty     | blank (a choice `无` that is offered is one) |
 * | `/` or 不适用, in any cell                      | 不适用                                       |
 */
export function parseTyped(typed: string, cell: Cell): Parsed {
  const kept = typed.replace(/^\s*'/u, '').trim()
  if (cell.type === 'text') return fitText(kept)
  const plain = kept.normalize('NFKC').trim()
  if (plain === '') return { ok: true, fact: null }
  if (isNotApplicableMark(plain)) return { ok: true, fact: NOT_APPLICABLE }
  switch (cell.type) {
    case 'integer':
    case 'decimal':
      return parseNumber(kept, plain, cell)
    case 'choice': {
      const choice = choiceOf(plain, cell)
      if (choice !== undefined) return { ok: true, fact: choice }
      return blankMarks.has(plain)
        ? { ok: true, fact: null }
        : refuse(problem('not-a-choice', { found: shortened(kept), choices: cell.choices }))
    }
    case 'date': {
      const date = parseDate(plain)
      if (date !== null) return { ok: true, fact: date }
      return blankMarks.has(plain) ? { ok: true, fact: null } : refuse(problem('not-a-date', { found: shortened(kept) }))
    }
  }
}

/** Holds a text to its cell, character for character; only blanks are a blank cell, `/` and 不适用 say 不适用. */
export function fitText(text: string): Parsed {
  const plain = text.length > 20 ? text : text.normalize('NFKC').trim()
  if (plain === '' || text.trim() === '') return { ok: true, fact: null }
  if (isNotApplicableMark(plain)) return { ok: true, fact: NOT_APPLICABLE }
  return text.length > LARGEST_TEXT
    ? refuse(problem('text-too-long', { length: text.length, maximum: LARGEST_TEXT }))
    : { ok: true, fact: text }
}

/** Holds a number (not its text) to the cell: size, decimals, bounds. `found` is what is quoted in the problem. */
export function fitNumber(value: Decimal, cell: Cell, found: string): Parsed {
  const fact = toTenThousandths(value)
  if (fact === null && Math.abs(Number(toText(value))) > LARGEST_NUMBER_AS_FLOAT) return tooLarge(found)
  if (fact === null || fact % (unitSizes[cell.decimals] ?? 1) !== 0) {
    const quoted = shortened(found)
    return refuse(
      cell.type === 'integer'
        ? problem('not-whole', { found: quoted })
        : problem('too-many-decimals', { found: quoted, decimals: cell.decimals }),
    )
  }
  if (Math.abs(fact) > LARGEST_NUMBER_SCALED) return tooLarge(found)
  if (cell.min !== null && fact < cell.min) return refuse(problem('below-minimum', { found: shortened(found), minimum: toText(cell.min) }))
  if (cell.max !== null && fact > cell.max) return refuse(problem('above-maximum', { found: shortened(found), maximum: toText(cell.max) }))
  return { ok: true, fact }
}

const LARGEST_NUMBER_SCALED = toTenThousandths(LARGEST_NUMBER) ?? Number.MAX_SAFE_INTEGER
const LARGEST_NUMBER_AS_FLOAT = 100_000_000_000
/** Ten-thousandths of the last digit that a cell of so many decimals takes. */
const unitSizes = [10_000, 1_000, 100, 10, 1] as const
const blankMarks = new Set(['-', '--', '—', '——', '–', '−', '无'])
const plainInteger = /^-?\d{1,10}$/

function isNotApplicableMark(plain: string): boolean {
  return plain === '/' || plain === '不适用'
}

function parseNumber(kept: string, plain: string, cell: Cell): Parsed {
  if (plain === kept && plainInteger.test(plain)) return fitNumber(fromInteger(Number(plain)), cell, kept)
  if (blankMarks.has(plain)) return { ok: true, fact: null }
  const number = parseTypedNumber(plain, kept, cell)
  return number.ok ? fitNumber(number.value, cell, kept) : number
}

/** The choice as it is offered; blanks inside (「食 堂」), full-width forms and the case of letters do not matter. */
function choiceOf(plain: string, cell: Cell): string | undefined {
  const exact = cell.choices.find((choice) => choice === plain)
  if (exact !== undefined) return exact
  const wanted = looseChoice(plain)
  return cell.choices.find((choice) => looseChoice(choice) === wanted)
}

function looseChoice(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase()
}

function tooLarge(found: string): Parsed {
  return refuse(problem('too-large', { found: shortened(found), maximum: toText(LARGEST_NUMBER) }))
}

function refuse(reason: Problem): { ok: false; problem: Problem } {
  return { ok: false, problem: reason }
}
