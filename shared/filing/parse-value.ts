import { fromText, toTenThousandths, toText, multiply, divide, fromInteger, type Decimal } from '../decimal/decimal.ts'
import { problem, type Problem } from '../problem.ts'
import type { Cell } from '../scheme/scheme.ts'
import { NOT_APPLICABLE, type Fact } from './facts.ts'
import { parseDate } from './parse-date.ts'

/** No count or sum of a school comes near it, and ten-thousandths below it are safe integers even when 9,000 are added. */
export const LARGEST_NUMBER = fromInteger(100_000_000_000)
const LARGEST_TEXT = 2000

export type Parsed = { ok: true; fact: Fact | null } | { ok: false; problem: Problem }
type NumberText = { ok: true; value: Decimal } | { ok: false; problem: Problem }

/**
 * Reads what a person typed, pasted or left in a spreadsheet cell (WORKBOOK.md In 4). Never guesses: what does not fit is
 * refused with the reason.
 *
 * | typed in a number cell                   | read as                              |
 * |------------------------------------------|--------------------------------------|
 * | `１２３` `1,234` `1 234` `'12` `12.0`     | the number                           |
 * | `12人` where persons 人 are counted       | 12; `12人次` is refused (wrong unit) |
 * | `3.5万` for 人 or 元 · for 万元           | 35000 · 3.5                          |
 * | `35000元` for 万元                        | 3.5                                  |
 * | empty, `—`, `-`, `无`                     | blank                                |
 * | `/` or 不适用                             | 不适用                               |
 */
export function parseTyped(typed: string, cell: Cell): Parsed {
  const kept = typed.replace(/^'/, '').trim()
  const plain = kept.normalize('NFKC').trim()
  if (plain === '') return { ok: true, fact: null }
  if (plain === '/' || plain === '不适用') return { ok: true, fact: NOT_APPLICABLE }
  switch (cell.type) {
    case 'integer':
    case 'decimal':
      return parseNumber(kept, plain, cell)
    case 'text':
      return kept.length > LARGEST_TEXT ? refuse(problem('text-too-long', { length: kept.length, maximum: LARGEST_TEXT })) : { ok: true, fact: kept }
    case 'choice': {
      const choice = cell.choices.find((one) => one.normalize('NFKC') === plain)
      return choice === undefined ? refuse(problem('not-a-choice', { found: kept, choices: cell.choices })) : { ok: true, fact: choice }
    }
    case 'date': {
      const date = parseDate(plain)
      return date === null ? refuse(problem('not-a-date', { found: kept })) : { ok: true, fact: date }
    }
  }
}

/** Holds a number (not its text) to the cell: size, decimals, bounds. `found` is what is quoted in the problem. */
export function fitNumber(value: Decimal, cell: Cell, found: string): Parsed {
  const whole = cell.type === 'integer'
  const fact = toTenThousandths(value)
  if (fact === null || fact % 10 ** (4 - cell.decimals) !== 0) {
    return refuse(whole ? problem('not-whole', { found }) : problem('too-many-decimals', { found, decimals: cell.decimals }))
  }
  if (Math.abs(fact) > LARGEST_NUMBER_SCALED) return refuse(problem('too-large', { found, maximum: toText(LARGEST_NUMBER) }))
  if (cell.min !== null && fact < cell.min) return refuse(problem('below-minimum', { found, minimum: toText(cell.min) }))
  if (cell.max !== null && fact > cell.max) return refuse(problem('above-maximum', { found, maximum: toText(cell.max) }))
  return { ok: true, fact }
}

const LARGEST_NUMBER_SCALED = toTenThousandths(LARGEST_NUMBER) ?? Number.MAX_SAFE_INTEGER
const blankMarks = new Set(['-', '--', '—', '——', '–', '无'])
const plainInteger = /^-?\d{1,10}$/
const numberAndUnit = /^([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[eE][+-]?\d{1,2})?)(.*)$/u

function parseNumber(kept: string, plain: string, cell: Cell): Parsed {
  if (plainInteger.test(plain)) return fitNumber(fromInteger(Number(plain)), cell, kept)
  if (blankMarks.has(plain)) return { ok: true, fact: null }
  const compact = plain.replace(/\s+/gu, '')
  const match = numberAndUnit.exec(compact)
  const digits = match?.[1]?.replaceAll(',', '')
  const value = digits === undefined ? null : fromText(digits.replace(/^\+/, ''))
  if (value === null) return refuse(problem('not-a-number', { found: kept, whole: cell.type === 'integer' }))
  const scaled = scaleByUnit(value, match?.[2] ?? '', cell, kept)
  return scaled.ok ? fitNumber(scaled.value, cell, kept) : scaled
}

/** Brings a number with a unit behind it to the cell's unit; a unit that counts something else is refused, never dropped. */
function scaleByUnit(value: Decimal, suffix: string, cell: Cell, found: string): NumberText {
  if (suffix === '') return { ok: true, value }
  if (suffix === '%') return percent(value, cell, found)
  const own = splitUnit(cell.quantity)
  const typed = splitUnit(suffix)
  const bare = typed.base === ''
  if (!bare && typed.base !== own.base) return refuse(problem('wrong-unit', { found, unit: cell.quantity }))
  // 「2000万」 in a column of 万元 means 2000 of that unit; elsewhere 万 multiplies.
  if (bare && typed.factor === own.factor) return { ok: true, value }
  const scaled = divide(multiply(value, fromInteger(typed.factor)), fromInteger(own.factor))
  return scaled === null ? refuse(problem('wrong-unit', { found, unit: cell.quantity })) : { ok: true, value: scaled }
}

function percent(value: Decimal, cell: Cell, found: string): NumberText {
  if (cell.quantity === '%') return { ok: true, value }
  if (!cell.show.endsWith('%')) return refuse(problem('wrong-unit', { found, unit: cell.quantity }))
  const share = divide(value, fromInteger(100))
  return share === null ? refuse(problem('wrong-unit', { found, unit: cell.quantity })) : { ok: true, value: share }
}

const factors: readonly (readonly [string, number])[] = [['万亿', 1e12], ['亿', 1e8], ['千万', 1e7], ['百万', 1e6], ['万', 1e4], ['千', 1e3], ['百', 1e2]]

/** 「万元」 → 10,000 × 元; 「人次」 → 1 × 人次. */
function splitUnit(text: string): { factor: number; base: string } {
  for (const [word, factor] of factors) if (text.startsWith(word)) return { factor, base: text.slice(word.length) }
  return { factor: 1, base: text }
}

function refuse(reason: Problem): { ok: false; problem: Problem } {
  return { ok: false, problem: reason }
}
